export { emailKey } from './lib/email-key';
export { fieldError, isTimeZone, type FieldError } from './lib/field-error';
export { resolveLocalTime, type ClockChoice, type LocalTime } from './lib/local-time';
export { may } from './lib/permissions';
export { recapGaps, type CreditedImage, type RecapContent } from './lib/recap-gaps';
export {
  canArchiveRecap,
  canEditRecap,
  canPublishRecap,
  canSendBackRecap,
  canSubmitRecap,
} from './lib/recap-states';
export { canRegister, registrationPhase, type RegistrationWindow } from './lib/registration-phase';
export {
  canCancelAsOrganiser,
  canCancelOwnRegistration,
  canSeatsChange,
  isLiveRegistration,
  TOLD_REGISTRATION_STATES,
  type SessionMoment,
} from './lib/registration-states';
export {
  checkRichDocument,
  documentText,
  figuresOf,
  isSafeLink,
  type DocumentError,
  type DocumentErrorCode,
} from './lib/rich-document';
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
