import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller';
import { ProgrammeCalendar } from './calendar/calendar.service';
import { ProgrammeChangesController } from './live/programme-changes.controller';
import { ProgrammeNews } from './live/programme-news';
import { ProgrammeNewsRepository } from './live/programme-news.repository';
import { PagesController } from './reading/pages.controller';
import { PublicProgrammeRepository } from './reading/public-programme.repository';
import { PublicProgramme } from './reading/public-programme.service';
import { SeriesController } from './series/series.controller';
import { SeriesRepository } from './series/series.repository';
import { SeriesService } from './series/series.service';
import { HoldEndedSessions } from './sessions/hold-ended-sessions';
import { OpenSession } from './sessions/open-session';
import { ReviseSession } from './sessions/revise-session';
import { SessionStates } from './sessions/session-states.service';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsRepository } from './sessions/sessions.repository';
import { SessionsService } from './sessions/sessions.service';

/**
 * Needs `JobsModule` beside it. What becomes of sessions is told to the `SessionObserver` that a global module provides;
 * without one nobody is told.
 */
@Module({
  controllers: [
    SeriesController,
    SessionsController,
    PagesController,
    CalendarController,
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
    HoldEndedSessions,
    PublicProgramme,
    PublicProgrammeRepository,
    ProgrammeCalendar,
    ProgrammeNews,
    ProgrammeNewsRepository,
  ],
  exports: [SessionStates],
})
export class ProgrammeModule {}

/** Addresses outside of the API's prefix. */
export const programmeRootRoutes = ['/calendar/series/:slug.ics', '/calendar/sessions/:slug.ics'];
