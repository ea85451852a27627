import { Global, Module } from '@nestjs/common';
import { SessionWriter } from '@reihe/api-platform';
import { CalendarController } from './calendar/calendar.controller';
import { ProgrammeCalendar } from './calendar/calendar.service';
import { SessionHistoryController } from './history/session-history.controller';
import { SessionHistoryRepository } from './history/session-history.repository';
import { SessionHistoryService } from './history/session-history.service';
import { PagesController } from './reading/pages.controller';
import { PublicProgrammeRepository } from './reading/public-programme.repository';
import { PublicProgramme } from './reading/public-programme.service';
import { SeriesController } from './series/series.controller';
import { SeriesRepository } from './series/series.repository';
import { SeriesService } from './series/series.service';
import { HoldEndedSessions } from './sessions/hold-ended-sessions';
import { OpenSession } from './sessions/open-session';
import { ProgrammeWriter } from './sessions/programme-writer';
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
  controllers: [
    SeriesController,
    SessionsController,
    SessionHistoryController,
    PagesController,
    CalendarController,
  ],
  providers: [
    SeriesService,
    SeriesRepository,
    SessionsService,
    SessionStates,
    OpenSession,
    SessionsRepository,
    SessionHistoryService,
    SessionHistoryRepository,
    HoldEndedSessions,
    PublicProgramme,
    PublicProgrammeRepository,
    ProgrammeCalendar,
    ProgrammeWriter,
    { provide: SessionWriter, useExisting: ProgrammeWriter },
  ],
  exports: [SessionStates, SessionWriter],
})
export class ProgrammeModule {}

/** Addresses outside of the API's prefix. */
export const programmeRootRoutes = ['/calendar/series/:slug.ics', '/calendar/sessions/:slug.ics'];
