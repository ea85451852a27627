import { Global, Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { QuestionsModule } from '@reihe/api-questions';
import { FORM_FIELDS, OwnSeats, SeatDesk, SessionObserver } from '@reihe/api-platform';
import { RegisterFormController } from './forms/register-form.controller';
import { REGISTER_FIELDS, RegisterForms } from './forms/register-forms';
import { JoinAddressController } from './joining/join-address.controller';
import { JoinController } from './joining/join.controller';
import { JoinSession } from './joining/join-session';
import { JoiningRepository } from './joining/joining.repository';
import { RegistrationMail } from './mail/registration-mail';
import { SessionCalendar } from './mail/session-calendar';
import { NewsMail } from './news/news-mail';
import { SpeakersOfSession } from './news/speakers-of-session.repository';
import { EraseParticipant } from './people/erase-participant';
import { GiveUpPlaces } from './people/give-up-places';
import { ParticipantLinks } from './people/participant-links';
import { ParticipantsRepository } from './people/participants.repository';
import { AddPeople } from './desk/add-people';
import { DecideSeats } from './desk/decide-seats';
import { DeskRepository } from './desk/desk.repository';
import { RegistrationSeatDesk } from './desk/registration-seat-desk';
import { Invitations } from './invitations/invitations';
import { InvitationsRepository } from './invitations/invitations.repository';
import { ExpireWishes } from './places/expire-wishes';
import { FormPeopleRepository } from './places/form-people.repository';
import { MailWishes } from './places/mail-wishes';
import { MyRegistrationsService } from './places/my-registrations';
import { RegistrationsRepository } from './places/registrations.repository';
import { ReleaseSeat } from './places/release-seat';
import { RequestPlaces } from './places/request-places';
import { Seats } from './places/seats';
import { SessionNews } from './places/session-news';
import { TakePlaces } from './places/take-places';
import { TakeSeat } from './places/take-seat';
import { WantedSessions } from './places/wanted-sessions';
import { WishesRepository } from './places/wishes.repository';
import { WriteWishes } from './places/write-wishes';
import { RegistrationController } from './registration.controller';
import { RegistrationDeskController } from './registration-desk.controller';

/** Global for its ports: the programme tells an observer what happens to sessions, others decide about seats and give them up. */
@Global()
@Module({
  imports: [MailModule, QuestionsModule],
  controllers: [
    JoinController,
    JoinAddressController,
    RegistrationController,
    RegistrationDeskController,
    RegisterFormController,
  ],
  providers: [
    AddPeople,
    DecideSeats,
    DeskRepository,
    EraseParticipant,
    ExpireWishes,
    FormPeopleRepository,
    Invitations,
    InvitationsRepository,
    JoiningRepository,
    JoinSession,
    { provide: FORM_FIELDS, useValue: REGISTER_FIELDS },
    MailWishes,
    MyRegistrationsService,
    NewsMail,
    ParticipantLinks,
    ParticipantsRepository,
    RegisterForms,
    RegistrationMail,
    RegistrationsRepository,
    ReleaseSeat,
    RequestPlaces,
    Seats,
    SessionCalendar,
    SessionNews,
    SpeakersOfSession,
    TakePlaces,
    TakeSeat,
    WantedSessions,
    WishesRepository,
    WriteWishes,
    { provide: OwnSeats, useClass: GiveUpPlaces },
    { provide: SeatDesk, useClass: RegistrationSeatDesk },
    { provide: SessionObserver, useExisting: SessionNews },
  ],
  exports: [OwnSeats, SeatDesk, SessionObserver],
})
export class RegistrationModule {}
