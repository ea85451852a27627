import { Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { FORM_FIELDS } from '@reihe/api-platform';
import { PersonDataModule } from '@reihe/api-privacy';
import { OwnCalendar } from './calendar/own-calendar';
import { EmailChanges } from './email/email-changes';
import { EmailChangesController } from './email/email-changes.controller';
import { EmailChangesRepository } from './email/email-changes.repository';
import { OwnDataService } from './data/own-data';
import { OwnDownload } from './data/own-download';
import {
  LinkRequestsFormController,
  MySessionsFormController,
  OwnCalendarController,
} from './forms/my-sessions-form.controller';
import { MY_SESSIONS_FIELDS, MySessionsForms } from './forms/my-sessions-forms';
import { OwnPlaces } from './leaving/own-places';
import { LinkRequests } from './links/link-requests';
import { ExpiredWishes } from './links/expired-wishes';
import { ExpiredWishesRepository } from './links/expired-wishes.repository';
import { LinkRequestsController } from './links/link-requests.controller';
import { MySessionsController } from './my-sessions.controller';
import { MySessionsRepository } from './my-sessions.repository';

/** What participants do behind their own links, besides taking and giving up a place: data, files, calendar, leaving. */
@Module({
  imports: [MailModule, PersonDataModule],
  controllers: [
    EmailChangesController,
    LinkRequestsController,
    LinkRequestsFormController,
    MySessionsController,
    MySessionsFormController,
    OwnCalendarController,
  ],
  providers: [
    { provide: FORM_FIELDS, useValue: MY_SESSIONS_FIELDS },
    EmailChanges,
    EmailChangesRepository,
    ExpiredWishes,
    ExpiredWishesRepository,
    LinkRequests,
    MySessionsForms,
    MySessionsRepository,
    OwnCalendar,
    OwnDataService,
    OwnDownload,
    OwnPlaces,
  ],
})
export class MySessionsModule {}
