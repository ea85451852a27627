import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Answers, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { SeriesRecapRules } from '@reihe/shared-editorial';
import { SeriesRecapRulesBody } from './rules.bodies';
import { SeriesRules } from './series-rules.service';

@Controller('recap-desk/series/:id/rules')
export class SeriesRulesController {
  constructor(private readonly rules: SeriesRules) {}

  @Get()
  @RequirePermission('recaps.read')
  @Answers('SeriesRecapRules')
  get(@Param('id', ParseUUIDPipe) id: string): Promise<SeriesRecapRules> {
    return this.rules.get(id);
  }

  @Put()
  @RequirePermission('recaps.write')
  @Takes('SeriesRecapRules')
  @Answers('SeriesRecapRules')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SeriesRecapRulesBody,
    @CurrentStaff() staff: Me,
  ): Promise<SeriesRecapRules> {
    return this.rules.save(id, body, staff);
  }
}
