import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, ReaderLanguage, RequirePermission, Takes } from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type { RecapFigures } from '@reihe/shared-editorial';
import { ChangedFigures } from './changed-figures';
import { KeepFiguresBody } from './figures.bodies';

@Controller('recap-desk/recaps/:id/figures')
export class RecapFiguresController {
  constructor(private readonly figures: ChangedFigures) {}

  @Get()
  @RequirePermission('recaps.read')
  @Answers('RecapFigures')
  of(@Param('id', ParseUUIDPipe) id: string, @ReaderLanguage() language: Language): Promise<RecapFigures> {
    return this.figures.of(id, language);
  }

  @Post('keep')
  @HttpCode(200)
  @RequirePermission('recaps.write')
  @Takes('KeepFigures')
  @Answers('RecapFigures')
  keep(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: KeepFiguresBody,
    @ReaderLanguage() language: Language,
    @CurrentStaff() staff: Me,
  ): Promise<RecapFigures> {
    return this.figures.keep(id, body, language, staff);
  }
}
