import { DomainError, invalidFields, type Refusals } from '@reihe/api-platform';

export const seriesHasSessions = () => new DomainError('series.has-sessions', 409);

export const seriesRefusals: Refusals = {
  uq_series_slug: () =>
    new DomainError('series.slug-taken', 409, { fields: [{ path: 'slug', code: 'already-used' }] }),
  series_address_is_fixed: () =>
    new DomainError('series.slug-fixed', 409, { fields: [{ path: 'slug', code: 'not-allowed' }] }),
  fk_series_cover_media_id: () => invalidFields({ path: 'coverMediaId', code: 'not-allowed' }),
  fk_series_categories_category_id: () => invalidFields({ path: 'categoryIds', code: 'not-allowed' }),
};

/** What still hangs on a series keeps it: sessions first of all. */
export const seriesInUse: Refusals = {
  fk_sessions_series_id: seriesHasSessions,
  fk_recaps_series_id: seriesHasSessions,
  fk_stated_counts_series_id: seriesHasSessions,
};
