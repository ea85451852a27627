import { DomainError, invalidFields } from '@reihe/api-platform';
import type { CountSubject } from './count-subject';

export const countNotFound = () => new DomainError('count.not-found', 404);

export const subjectNotFound = ({ kind }: CountSubject) =>
  new DomainError(kind === 'session' ? 'session.not-found' : 'series.not-found', 404);

/** Another number is stated for that measure already: one per measure, or nobody knows which one is meant. */
export const measureTaken = () => invalidFields({ path: 'measure', code: 'already-used' });
