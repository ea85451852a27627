export { Invitations } from './lib/invitations/invitations';
export { MailWishes, type WrittenForm } from './lib/mail/mail-wishes';
export { RegistrationMail, type Recipient } from './lib/mail/registration-mail';
export { SessionCalendar } from './lib/mail/session-calendar';
export { ParticipantLinks, type ConfirmLink } from './lib/people/participant-links';
export { ParticipantsRepository, type Person } from './lib/people/participants.repository';
export { allotSeats, type AllottedForm, type AllottedWish } from './lib/places/allot-seats';
export {
  ConfirmLinksRepository,
  type ConfirmedWish,
  type PressedLink,
} from './lib/places/confirm-links.repository';
export {
  FormPeopleRepository,
  type FormPerson,
  type LockedPerson,
  type MetPerson,
} from './lib/places/form-people.repository';
export { GroupCommit, unlessBusy } from './lib/groups/group-commit';
export { SharedGroup } from './lib/groups/shared-group';
export { socketPath } from './lib/groups/socket-path';
export {
  freshFacts,
  sessionIn,
  type LockedSession,
  type RegistrationFacts,
  type SessionFacts,
  type WantedSession,
} from './lib/places/registration-facts';
export {
  RegistrationsRepository,
  SESSION_FACTS,
  sessionOfJson,
  type SessionAsJson,
} from './lib/places/registrations.repository';
export { ReleaseSeat } from './lib/places/release-seat';
export { Seats } from './lib/places/seats';
export { WantedSessions } from './lib/places/wanted-sessions';
export {
  WishesRepository,
  type KnownPerson,
  type LiveRegistration,
  type NewestLink,
  type NewWish,
  type RepeatedWish,
} from './lib/places/wishes.repository';
export {
  linkUnknown,
  linkUsed,
  participantNotFound,
  registrationNotFound,
  sessionOver,
} from './lib/registration.errors';
export { hasJoinAddress, toMyRegistration } from './lib/registration.mapper';
export { SeatsModule } from './lib/seats.module';
