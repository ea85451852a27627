import { Global, Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { SessionWriter } from '@reihe/api-platform';
import { ChangesController } from './changes/changes.controller';
import { ForgetMeetings } from './changes/forget-meetings';
import { RehearseChange } from './changes/rehearse-change';
import { SessionChangesRepository } from './changes/session-changes.repository';
import { TellOfChange } from './changes/tell-of-change';
import { UndoChange } from './changes/undo-change';
import { SessionHistoryController } from './history/session-history.controller';
import { SessionHistoryRepository } from './history/session-history.repository';
import { SessionHistoryService } from './history/session-history.service';
import { ProgrammeChangesController } from './live/programme-changes.controller';
import { ProgrammeNews } from './live/programme-news';
import { ProgrammeNewsRepository } from './live/programme-news.repository';
import { SeriesController } from './series/series.controller';
import { SeriesRepository } from './series/series.repository';
import { SeriesService } from './series/series.service';
import { HoldEndedSessions } from './sessions/hold-ended-sessions';
import { OpenSession } from './sessions/open-session';
import { ProgrammeWriter } from './sessions/programme-writer';
import { ReviseSession } from './sessions/revise-session';
import { SessionStates } from './sessions/session-states.service';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsRepository } from './sessions/sessions.repository';
import { SessionsService } from './sessions/sessions.service';

/**
 * Needs `JobsModule` beside it. What becomes of sessions is told to the `SessionObserver` that a global module provides;
 * without one nobody is told. Global for the `SessionWriter`, through which others change sessions without knowing this.
 */
@Global()
@Module({
  imports: [MailModule],
  controllers: [
    SeriesController,
    SessionsController,
    SessionHistoryController,
    ChangesController,
    ProgrammeChangesController,
  ],
  providers: [
    SeriesService,
    SeriesRepository,
    SessionsService,
    ReviseSession,
    SessionStates,
    OpenSession,
    SessionsRepository,
    SessionHistoryService,
    SessionHistoryRepository,
    HoldEndedSessions,
    TellOfChange,
    RehearseChange,
    UndoChange,
    SessionChangesRepository,
    ForgetMeetings,
    ProgrammeWriter,
    { provide: SessionWriter, useExisting: ProgrammeWriter },
    ProgrammeNews,
    ProgrammeNewsRepository,
  ],
  exports: [SessionStates, SessionWriter],
})
export class ProgrammeModule {}
