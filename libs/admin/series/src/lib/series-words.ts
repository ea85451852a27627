import type { SeriesState } from '@reihe/shared-contracts';

export function seriesStateWords(state: SeriesState): string {
  switch (state) {
    case 'draft':
      return $localize`:@@programme.series-state.draft:Draft`;
    case 'published':
      return $localize`:@@programme.series-state.published:Published`;
  }
}
