import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Answers, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { FairSlots, PlannedAudience, SeriesFairness } from '@reihe/shared-planning';
import { AudienceQuery, SearchSlotsBody } from './fair-time.bodies';
import { FairTime } from './fair-time.service';

@Controller('planning/fair-time')
export class FairTimeController {
  constructor(private readonly fairTime: FairTime) {}

  @Get('audience')
  @RequirePermission('programme.read')
  @Answers('PlannedAudience')
  audience(@Query() query: AudienceQuery, @ReaderLanguage() language: Language): Promise<PlannedAudience> {
    return this.fairTime.audience(query, language);
  }

  @Post('slots')
  @HttpCode(200)
  @RequirePermission('programme.read')
  @Takes('SearchSlots')
  @Answers('FairSlots')
  slots(@Body() body: SearchSlotsBody, @ReaderLanguage() language: Language): Promise<FairSlots> {
    return this.fairTime.slots(body, language);
  }

  @Get('series/:id')
  @RequirePermission('programme.read')
  @Answers('SeriesFairness')
  ofSeries(
    @Param('id', ParseUUIDPipe) id: string,
    @ReaderLanguage() language: Language,
  ): Promise<SeriesFairness> {
    return this.fairTime.ofSeries(id, language);
  }
}
