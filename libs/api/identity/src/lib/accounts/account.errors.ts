import { DomainError } from '@reihe/api-platform';

export const accountNotFound = () => new DomainError('account.not-found', 404);

export const emailTaken = () =>
  new DomainError('account.email-taken', 409, { fields: [{ path: 'email', code: 'already-used' }] });

export const lastAdministrator = () => new DomainError('account.last-administrator', 409);
