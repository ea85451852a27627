import { DomainError, invalidFields, type Refusals } from '@reihe/api-platform';
import type { PlannedDate } from '@reihe/shared-policies';

export const batchNotFound = () => new DomainError('batch.not-found', 404);
export const batchKeyUsed = () => new DomainError('batch.key-used', 409);
/** `touched` is how many of its sessions are no longer as they were created. */
export const batchTouched = (touched: number) =>
  new DomainError('batch.touched', 409, { details: { touched } });

/** Some date asks which time is meant; `dates` are their places in the pattern. */
export function timesUnclear(dates: readonly PlannedDate[]): DomainError {
  const isMissing = dates.some(({ time }) => time.kind === 'nonexistent');
  return new DomainError(isMissing ? 'time.nonexistent' : 'time.ambiguous', 422, {
    details: { dates: dates.map(({ index }) => index) },
  });
}

export const draftRefusals: Refusals = {
  uq_sessions_slug: () => new DomainError('session.slug-taken', 409),
  fk_session_batches_series_id: () => invalidFields({ path: 'seriesId', code: 'not-allowed' }),
  fk_sessions_series_id: () => invalidFields({ path: 'seriesId', code: 'not-allowed' }),
  fk_session_regions_region_id: () => invalidFields({ path: 'regionIds', code: 'not-allowed' }),
  fk_session_categories_category_id: () => invalidFields({ path: 'categoryIds', code: 'not-allowed' }),
};
