import { DomainError, invalidFields, type Refusals } from '@reihe/api-platform';

export const termNotFound = () => new DomainError('taxonomy.not-found', 404);
export const parentNotAllowed = () => invalidFields({ path: 'parentId', code: 'not-allowed' });
const slugTaken = () => invalidFields({ path: 'slug', code: 'already-used' });
const termInUse = () => new DomainError('taxonomy.in-use', 409);

export const termRefusals: Refusals = {
  uq_categories_slug: slugTaken,
  uq_regions_slug: slugTaken,
  fk_regions_parent_id: parentNotAllowed,
};

/** Terms stay while anything is filed under them. Published revisions name theirs without a foreign key. */
export const termsInUse: Refusals = {
  fk_regions_parent_id: termInUse,
  fk_session_regions_region_id: termInUse,
  fk_recap_regions_region_id: termInUse,
  fk_series_categories_category_id: termInUse,
  fk_session_categories_category_id: termInUse,
  fk_recap_categories_category_id: termInUse,
};
