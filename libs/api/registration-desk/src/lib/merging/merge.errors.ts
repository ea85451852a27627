import { DomainError } from '@reihe/api-platform';

/** One of both is merged or erased, they are the same, or only the address that goes was ever proven. */
export const mergeImpossible = () => new DomainError('participant.merge-impossible', 409);
