import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { Answers, CurrentStaff, Field, NotCached, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { setThresholdRules, type SeriesThreshold, type SetThreshold } from '@reihe/shared-figures';
import { Thresholds } from './thresholds.service';

export class SetThresholdBody implements SetThreshold {
  @Field(setThresholdRules.sharePercent) sharePercent: number | null = null;
  @Field(setThresholdRules.minutes) minutes: number | null = null;
  @Field(setThresholdRules.version) version: number;
}

@Controller('series/:seriesId/attendance-threshold')
export class ThresholdsController {
  constructor(private readonly thresholds: Thresholds) {}

  @Get()
  @NotCached()
  @RequirePermission('figures.read')
  @Answers('SeriesThreshold')
  get(@Param('seriesId', ParseUUIDPipe) seriesId: string): Promise<SeriesThreshold> {
    return this.thresholds.get(seriesId);
  }

  @Put()
  @RequirePermission('figures.write')
  @Takes('SetThreshold')
  @Answers('SeriesThreshold')
  set(
    @Param('seriesId', ParseUUIDPipe) seriesId: string,
    @Body() body: SetThresholdBody,
    @CurrentStaff() staff: Me,
  ): Promise<SeriesThreshold> {
    return this.thresholds.set(seriesId, body, staff);
  }
}
