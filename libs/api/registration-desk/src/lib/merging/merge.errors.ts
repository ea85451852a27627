import { DomainError } from '@reihe/api-platform';

export const participantNotFound = () => new DomainError('participant.not-found', 404);

/** One of both is merged or erased, they are the same, or only the address that goes was ever proven. */
export const mergeImpossible = () => new DomainError('participant.merge-impossible', 409);
