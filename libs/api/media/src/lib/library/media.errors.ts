import { DomainError } from '@reihe/api-platform';

export const mediaNotFound = () => new DomainError('media.not-found', 404);

/** @param usedIn how many recaps or series show it */
export const mediaInUse = (usedIn: number) => new DomainError('media.in-use', 409, { details: { usedIn } });

export const noFile = () =>
  new DomainError('request.invalid', 400, { fields: [{ path: 'file', code: 'required' }] });
