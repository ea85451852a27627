import { DomainError, invalidFields, type Refusals } from '@reihe/api-platform';
import type { SessionVerdict } from '@reihe/shared-policies';

export function refuseUnless(verdict: SessionVerdict): void {
  if (verdict.isAllowed) return;
  if (verdict.reason === 'incomplete')
    throw new DomainError('session.incomplete', 422, { details: { gaps: verdict.gaps } });
  throw new DomainError('session.wrong-state', 409, { details: { reason: verdict.reason } });
}

export const sessionRefusals: Refusals = {
  uq_sessions_slug: () =>
    new DomainError('session.slug-taken', 409, { fields: [{ path: 'slug', code: 'already-used' }] }),
  sessions_address_is_fixed: () =>
    new DomainError('session.slug-fixed', 409, { fields: [{ path: 'slug', code: 'not-allowed' }] }),
  capacity_not_below_confirmed: (confirmed) =>
    new DomainError('session.capacity-below-confirmed', 409, {
      fields: [{ path: 'capacity', code: 'too-small', limit: Number(confirmed) }],
      details: { confirmed: Number(confirmed) },
    }),
  fk_sessions_series_id: () => invalidFields({ path: 'seriesId', code: 'not-allowed' }),
  fk_session_regions_region_id: () => invalidFields({ path: 'regionIds', code: 'not-allowed' }),
  fk_session_categories_category_id: () => invalidFields({ path: 'categoryIds', code: 'not-allowed' }),
  fk_contributions_speaker_id: () => invalidFields({ path: 'contributions', code: 'not-allowed' }),
};
