import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Answers, CurrentStaff, NotCached, RequirePermission, Takes } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import type { AttendanceCounts, AttendeePage, KnownAttendee } from '@reihe/shared-figures';
import {
  AttendeesQuery,
  KnownAttendeesQuery,
  MatchAttendeesBody,
  SetAttendeeRoleBody,
} from './attendees.bodies';
import { Attendees } from './attendees.service';

@Controller('sessions/:sessionId/attendees')
export class AttendeesController {
  constructor(private readonly attendees: Attendees) {}

  @Get()
  @NotCached()
  @RequirePermission('registrations.read')
  @Answers('AttendeePage')
  list(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Query() query: AttendeesQuery,
  ): Promise<AttendeePage> {
    return this.attendees.list(sessionId, query);
  }

  @Get('known')
  @NotCached()
  @RequirePermission('registrations.read')
  @Answers('KnownAttendee[]')
  findKnown(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Query() { q }: KnownAttendeesQuery,
  ): Promise<KnownAttendee[]> {
    return this.attendees.known(sessionId, q);
  }

  @Post('matches')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('MatchAttendees')
  @Answers('AttendanceCounts')
  match(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() body: MatchAttendeesBody,
    @CurrentStaff() staff: Me,
  ): Promise<AttendanceCounts> {
    return this.attendees.match(sessionId, body, staff);
  }

  @Post('roles')
  @HttpCode(200)
  @RequirePermission('registrations.write')
  @Takes('SetAttendeeRole')
  @Answers('AttendanceCounts')
  setRole(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() body: SetAttendeeRoleBody,
    @CurrentStaff() staff: Me,
  ): Promise<AttendanceCounts> {
    return this.attendees.setRole(sessionId, body, staff);
  }
}
