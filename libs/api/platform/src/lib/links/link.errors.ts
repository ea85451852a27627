import { DomainError } from '../problems/domain-error';

export const linkUnknown = () => new DomainError('registration.link-unknown', 404);
export const linkUsed = () => new DomainError('registration.link-used', 410);
/** There is nobody of this id, or not any more. */
export const participantNotFound = () => new DomainError('participant.not-found', 404);
export const linkExpired = () => new DomainError('registration.link-expired', 410);
