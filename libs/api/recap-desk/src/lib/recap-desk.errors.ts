import { DomainError } from '@reihe/api-platform';

export const recapNotFound = () => new DomainError('recap.not-found', 404);
export const commentNotFound = () => new DomainError('recap.comment-not-found', 404);
