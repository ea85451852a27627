import { DomainError } from '../problems/domain-error';

export const linkUnknown = () => new DomainError('registration.link-unknown', 404);
export const linkUsed = () => new DomainError('registration.link-used', 410);
export const linkExpired = () => new DomainError('registration.link-expired', 410);
