import type { Page, SeriesListItem } from '@reihe/shared-contracts';
import type { FilterOption } from './filter-select';

/** Series by their ids, to narrow a list to one; none until they are read. */
export function seriesOptions(answer: Page<SeriesListItem> | undefined): FilterOption[] {
  return (answer?.items ?? []).map(({ id, title }) => ({ value: id, words: title }));
}
