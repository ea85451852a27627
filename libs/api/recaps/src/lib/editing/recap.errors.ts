import { DomainError } from '@reihe/api-platform';

export const recapNotFound = () => new DomainError('recap.not-found', 404);
