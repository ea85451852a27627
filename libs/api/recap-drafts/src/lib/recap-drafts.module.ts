import { Module } from '@nestjs/common';
import { DraftEndedSessions } from './draft-ended-sessions';
import { DraftFromSession } from './draft-from-session';
import { EndedSessionsRepository } from './ended-sessions.repository';
import { RecapDraftsController } from './recap-drafts.controller';
import { SessionRecordsRepository } from './session-records.repository';

/** Recaps begun from sessions. Needs the global `RecapWriter`, by which recaps are written. */
@Module({
  controllers: [RecapDraftsController],
  providers: [DraftFromSession, DraftEndedSessions, EndedSessionsRepository, SessionRecordsRepository],
})
export class RecapDraftsModule {}
