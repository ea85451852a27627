import { DomainError } from '@reihe/api-platform';
import type { RegistrationPhase } from '@reihe/shared-contracts';

export { linkExpired, linkUnknown, linkUsed, participantNotFound } from '@reihe/api-platform';

export const registrationNotFound = () => new DomainError('registration.not-found', 404);
export const wrongRegistrationState = () => new DomainError('registration.wrong-state', 409);
/** It began, was called off or is not public yet: nobody is seated there. */
export const sessionOver = () => new DomainError('session.wrong-state', 409);

/** Names each session that cannot be registered for now, by its place in the body and why. */
export const notOpen = (closed: { slug: string; index: number; phase: RegistrationPhase }[]) =>
  new DomainError('registration.not-open', 409, {
    fields: closed.map(({ index }) => ({ path: `sessionSlugs.${index}`, code: 'not-allowed' })),
    details: { sessions: closed.map(({ slug, phase }) => ({ slug, phase })) },
  });
