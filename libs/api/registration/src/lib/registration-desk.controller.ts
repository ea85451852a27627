import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Answers, AnswersNothing, CurrentStaff, RequirePermission } from '@reihe/api-platform';
import type { Me, RegistrationsOfSession } from '@reihe/shared-contracts';
import { EraseParticipant } from './people/erase-participant';
import { RegistrationListService } from './places/registration-list.service';
import { ReleaseSeat } from './places/release-seat';
import { RegistrationsQuery } from './registration.queries';

/** What staff do with registrations and participants. */
@Controller()
export class RegistrationDeskController {
  constructor(
    private readonly lists: RegistrationListService,
    private readonly seats: ReleaseSeat,
    private readonly people: EraseParticipant,
  ) {}

  @Get('sessions/:sessionId/registrations')
  @RequirePermission('registrations.read')
  @Answers('RegistrationsOfSession')
  list(
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Query() query: RegistrationsQuery,
  ): Promise<RegistrationsOfSession> {
    return this.lists.list(sessionId, query);
  }

  @Post('registrations/:id/cancel')
  @HttpCode(204)
  @RequirePermission('registrations.write')
  @AnswersNothing()
  cancel(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.seats.cancelAsOrganiser(id, staff.id);
  }

  @Delete('participants/:id')
  @HttpCode(204)
  @RequirePermission('participants.erase')
  @AnswersNothing()
  erase(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.people.erase(id, staff.id);
  }
}
