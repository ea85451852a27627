import { Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { CalendarController } from './calendar/calendar.controller';
import { ProgrammeCalendar } from './calendar/calendar.service';
import { ChangesController } from './changes/changes.controller';
import { ForgetMeetings } from './changes/forget-meetings';
import { RehearseChange } from './changes/rehearse-change';
import { SessionChangesRepository } from './changes/session-changes.repository';
import { TellOfChange } from './changes/tell-of-change';
import { UndoChange } from './changes/undo-change';
import { PagesController } from './reading/pages.controller';
import { PublicProgrammeRepository } from './reading/public-programme.repository';
import { PublicProgramme } from './reading/public-programme.service';
import { SeriesController } from './series/series.controller';
import { SeriesRepository } from './series/series.repository';
import { SeriesService } from './series/series.service';
import { HoldEndedSessions } from './sessions/hold-ended-sessions';
import { OpenSession } from './sessions/open-session';
import { SessionStates } from './sessions/session-states.service';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsRepository } from './sessions/sessions.repository';
import { SessionsService } from './sessions/sessions.service';

/**
 * Needs `JobsModule` beside it. What becomes of sessions is told to the `SessionObserver` that a global module provides;
 * without one nobody is told.
 */
@Module({
  imports: [MailModule],
  controllers: [SeriesController, SessionsController, ChangesController, PagesController, CalendarController],
  providers: [
    SeriesService,
    SeriesRepository,
    SessionsService,
    SessionStates,
    OpenSession,
    SessionsRepository,
    HoldEndedSessions,
    TellOfChange,
    RehearseChange,
    UndoChange,
    SessionChangesRepository,
    ForgetMeetings,
    PublicProgramme,
    PublicProgrammeRepository,
    ProgrammeCalendar,
  ],
  exports: [SessionStates],
})
export class ProgrammeModule {}

/** Addresses outside of the API's prefix. */
export const programmeRootRoutes = ['/calendar/series/:slug.ics', '/calendar/sessions/:slug.ics'];
