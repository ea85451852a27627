import { Module } from '@nestjs/common';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsRepository } from './decisions/decisions.repository';
import { Decisions } from './decisions/decisions.service';
import { DeskListController } from './list/registrations.controller';
import { DeskListRepository } from './list/registrations.repository';
import { DeskList } from './list/registrations.service';
import { MergedMails } from './merging/merged-mails.repository';
import { MergeParticipants } from './merging/merge-participants';
import { MergeRepository } from './merging/merge.repository';
import { ParticipantsController } from './merging/participants.controller';
import { ParticipantHistories } from './merging/participants.repository';
import { Participants } from './merging/participants.service';
import { PeopleImport } from './people/people-import.service';
import { PeopleController } from './people/people.controller';
import { PeopleRepository } from './people/people.repository';

/** The organiser's table. Needs the global `SeatDesk`, by which registration carries out what is decided here. */
@Module({
  controllers: [DecisionsController, DeskListController, ParticipantsController, PeopleController],
  providers: [
    Decisions,
    DecisionsRepository,
    DeskList,
    DeskListRepository,
    MergedMails,
    MergeParticipants,
    MergeRepository,
    ParticipantHistories,
    Participants,
    PeopleImport,
    PeopleRepository,
  ],
})
export class RegistrationDeskModule {}
