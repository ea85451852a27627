export { emailKey } from './lib/email-key';
export { fieldError, isTimeZone, type FieldError } from './lib/field-error';
export { resolveLocalTime, type ClockChoice, type LocalTime } from './lib/local-time';
export { may } from './lib/permissions';
export { canRegister, registrationPhase, type RegistrationWindow } from './lib/registration-phase';
export {
  canCancelAsOrganiser,
  canCancelOwnRegistration,
  canSeatsChange,
  isLiveRegistration,
  TOLD_REGISTRATION_STATES,
  type SessionMoment,
} from './lib/registration-states';
export { canHaveCapacity, freeSeats, promotions, seatFor, type SeatCount } from './lib/seats';
export {
  canCancelSession,
  canHoldSession,
  canPublishSession,
  sessionGaps,
  type SessionFacts,
  type SessionVerdict,
} from './lib/session-states';
export { slugFrom } from './lib/slug';
