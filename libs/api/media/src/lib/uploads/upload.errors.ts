import { DomainError } from '@reihe/api-platform';

export const uploadNotFound = () => new DomainError('upload.not-found', 404);

/** @param offset from where it goes on */
export const wrongOffset = (offset: number) =>
  new DomainError('upload.wrong-offset', 409, { details: { offset } });

export const tooLarge = () => new DomainError('request.too-large', 413);
