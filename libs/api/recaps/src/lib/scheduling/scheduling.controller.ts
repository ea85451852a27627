import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, ChangeStateBody, CurrentStaff, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { ScheduleRecap } from './schedule-recap';
import { ScheduleRecapBody } from './scheduling.bodies';

@Controller('recaps')
export class SchedulingController {
  constructor(private readonly schedules: ScheduleRecap) {}

  @Post(':id/schedule')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ScheduleRecap')
  @Answers('Recap')
  schedule(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ScheduleRecapBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.schedules.schedule(id, body, staff);
  }

  @Post(':id/unschedule')
  @HttpCode(200)
  @RequirePermission('recaps.publish')
  @Takes('ChangeState')
  @Answers('Recap')
  unschedule(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeStateBody,
    @CurrentStaff() staff: Me,
  ): Promise<Recap> {
    return this.schedules.unschedule(id, body.version, staff);
  }
}
