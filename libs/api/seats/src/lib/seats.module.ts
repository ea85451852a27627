import { Module } from '@nestjs/common';
import { MailModule } from '@reihe/api-mail';
import { Invitations } from './invitations/invitations';
import { InvitationsRepository } from './invitations/invitations.repository';
import { MailWishes } from './mail/mail-wishes';
import { RegistrationMail } from './mail/registration-mail';
import { SessionCalendar } from './mail/session-calendar';
import { ParticipantLinks } from './people/participant-links';
import { ParticipantsRepository } from './people/participants.repository';
import { ConfirmLinksRepository } from './places/confirm-links.repository';
import { FormPeopleRepository } from './places/form-people.repository';
import { RegistrationsRepository } from './places/registrations.repository';
import { ReleaseSeat } from './places/release-seat';
import { Seats } from './places/seats';
import { WantedSessions } from './places/wanted-sessions';
import { WishesRepository } from './places/wishes.repository';

const PROVIDERS = [
  ConfirmLinksRepository,
  FormPeopleRepository,
  Invitations,
  MailWishes,
  ParticipantLinks,
  ParticipantsRepository,
  RegistrationMail,
  RegistrationsRepository,
  ReleaseSeat,
  Seats,
  SessionCalendar,
  WantedSessions,
  WishesRepository,
];

/** What may happen to a seat, under its session's lock, and what is told about it: for whoever takes, frees or passes on seats. */
@Module({ imports: [MailModule], providers: [...PROVIDERS, InvitationsRepository], exports: PROVIDERS })
export class SeatsModule {}
