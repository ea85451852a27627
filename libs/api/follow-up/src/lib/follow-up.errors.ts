import { DomainError } from '@reihe/api-platform';

export const wrongRegistrationState = () => new DomainError('registration.wrong-state', 409);
export const materialNotFound = () => new DomainError('material.not-found', 404);
export const materialUnsupported = () => new DomainError('material.unsupported', 415);
export const noFile = () =>
  new DomainError('request.invalid', 400, { fields: [{ path: 'file', code: 'required' }] });
export const feedbackClosed = () => new DomainError('feedback.closed', 409);
export const feedbackGiven = () => new DomainError('feedback.given', 409);
export const feedbackUnknown = () => new DomainError('feedback.link-unknown', 404);
export const attendanceTooEarly = () => new DomainError('attendance.too-early', 409);
export const certificateNotFound = () => new DomainError('certificate.not-found', 404);
export const certificateNotReady = () => new DomainError('certificate.not-ready', 409);
