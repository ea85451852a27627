import { MEDIA_FILTERS, type MediaFilter } from '@reihe/shared-editorial';

export function isMediaFilter(value: string): value is MediaFilter {
  return (MEDIA_FILTERS as readonly string[]).includes(value);
}

function filterWords(filter: MediaFilter): string {
  switch (filter) {
    case 'rights':
      return $localize`:@@media.filter.rights:Rights missing`;
    case 'alt':
      return $localize`:@@media.library.missing-alt:Without alternative text`;
    case 'unused':
      return $localize`:@@media.filter.unused:Used nowhere`;
    case 'look-alikes':
      return $localize`:@@media.filter.alike:Looks like another`;
    case 'preparing':
      return $localize`:@@media.filter.preparing:Being prepared`;
    case 'failed':
      return $localize`:@@media.filter.failed:Could not be prepared`;
  }
}

export const mediaFilterOptions = () => MEDIA_FILTERS.map((value) => ({ value, words: filterWords(value) }));
