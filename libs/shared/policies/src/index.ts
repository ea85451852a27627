export { emailKey } from './lib/email-key';
export { fieldError, isTimeZone, type FieldError } from './lib/field-error';
export { may } from './lib/permissions';
