export { emailKey } from './lib/email-key';
export { fieldError, isTimeZone, type FieldError } from './lib/field-error';
export { may } from './lib/permissions';
export {
  canCancelAsOrganiser,
  canCancelOwnRegistration,
  canSeatsChange,
  isLiveRegistration,
  TOLD_REGISTRATION_STATES,
  type SessionMoment,
} from './lib/registration-states';
export { canHaveCapacity, freeSeats, promotions, seatFor, type SeatCount } from './lib/seats';
