import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Answers, CurrentStaff, Field, NotCached, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import {
  markAttendanceRules,
  type AttendanceList,
  type MarkAttendance,
  type MarkedAttendance,
} from '@reihe/shared-registration';
import { AttendanceService } from './attendance.service';

export class MarkAttendanceBody implements MarkAttendance {
  @Field(markAttendanceRules.registrationIds) registrationIds: string[];
  @Field(markAttendanceRules.isPresent) isPresent: boolean;
}

@Controller('sessions/:sessionId/attendance')
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Get()
  @NotCached()
  @RequirePermission('registrations.read')
  @Answers('AttendanceList')
  list(@Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<AttendanceList> {
    return this.attendance.list(sessionId);
  }

  @Post()
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('MarkAttendance')
  @Answers('MarkedAttendance')
  mark(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() body: MarkAttendanceBody,
    @CurrentStaff() me: Me,
  ): Promise<MarkedAttendance> {
    return this.attendance.mark(sessionId, body, me.id);
  }
}
