import { DomainError } from '@reihe/api-platform';

export const messageNotFound = () => new DomainError('outbox.not-found', 404);
/** Sent, or being sent right now. */
export const messageNotWaiting = () => new DomainError('outbox.wrong-state', 409);
