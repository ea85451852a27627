import { Global, Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { QuestionsModule } from '@reihe/api-questions';
import { FORM_FIELDS, OwnSeats, SeatDesk, SessionObserver } from '@reihe/api-platform';
import { PersonDataModule } from '@reihe/api-privacy';
import { SeatsModule } from '@reihe/api-seats';
import { RegisterFormController } from './forms/register-form.controller';
import { REGISTER_FIELDS, RegisterForms } from './forms/register-forms';
import { JoinAddressController } from './joining/join-address.controller';
import { JoinController } from './joining/join.controller';
import { JoinSession } from './joining/join-session';
import { JoiningRepository } from './joining/joining.repository';
import { NewsMail } from './news/news-mail';
import { SpeakersOfSession } from './news/speakers-of-session.repository';
import { GiveUpPlaces } from './people/give-up-places';
import { AddPeople } from './desk/add-people';
import { DecideSeats } from './desk/decide-seats';
import { DeskRepository } from './desk/desk.repository';
import { RegistrationSeatDesk } from './desk/registration-seat-desk';
import { ExpireWishes } from './places/expire-wishes';
import { MyRegistrationsService } from './places/my-registrations';
import { RequestPlaces } from './places/request-places';
import { SessionNews } from './places/session-news';
import { TakePlaces } from './places/take-places';
import { TakeSeat } from './places/take-seat';
import { WriteWishes } from './places/write-wishes';
import { RegistrationController } from './registration.controller';

/** Global for its ports: the programme tells an observer what happens to sessions, others decide about seats and give them up. */
@Global()
@Module({
  imports: [MailModule, PersonDataModule, QuestionsModule, SeatsModule],
  controllers: [JoinController, JoinAddressController, RegistrationController, RegisterFormController],
  providers: [
    AddPeople,
    DecideSeats,
    DeskRepository,
    ExpireWishes,
    JoiningRepository,
    JoinSession,
    { provide: FORM_FIELDS, useValue: REGISTER_FIELDS },
    MyRegistrationsService,
    NewsMail,
    RegisterForms,
    RequestPlaces,
    SessionNews,
    SpeakersOfSession,
    TakePlaces,
    TakeSeat,
    WriteWishes,
    { provide: OwnSeats, useClass: GiveUpPlaces },
    { provide: SeatDesk, useClass: RegistrationSeatDesk },
    { provide: SessionObserver, useExisting: SessionNews },
  ],
  exports: [OwnSeats, SeatDesk, SessionObserver],
})
export class RegistrationModule {}
