import { Controller, Delete, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { AnswersNothing, CurrentStaff, RequirePermission } from '@reihe/api-platform';
import type { Me } from '@reihe/shared-contracts';
import { EraseParticipant } from './people/erase-participant';

/** What staff do with participants beyond the organiser's table. */
@Controller()
export class RegistrationDeskController {
  constructor(private readonly people: EraseParticipant) {}

  @Delete('participants/:id')
  @HttpCode(204)
  @RequirePermission('participants.erase')
  @AnswersNothing()
  erase(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Me): Promise<void> {
    return this.people.erase(id, staff.id);
  }
}
