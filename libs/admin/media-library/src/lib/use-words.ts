import type { MediaUse } from '@reihe/shared-contracts';

/** What shows an image, before its title. */
export function useKindWords(kind: MediaUse['kind']): string {
  switch (kind) {
    case 'recap':
      return $localize`:@@media.image.used-recap:Recap:`;
    case 'series':
      return $localize`:@@media.image.used-series:Series:`;
    case 'speaker':
      return $localize`:@@media.image.used-speaker:Speaker:`;
  }
}

/** Where staff work with what shows an image. */
export function usePath({ kind, id }: MediaUse): string[] {
  switch (kind) {
    case 'recap':
      return ['/recaps', id];
    case 'series':
      return ['/series', id];
    case 'speaker':
      return ['/speakers', id];
  }
}

export const untitled = () => $localize`:@@media.image.untitled:Untitled`;
