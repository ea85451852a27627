import type { TranslationState } from '@reihe/shared-editorial';
import type { StateTone } from '@reihe/web-ui';

export function translationStateWords(state: TranslationState): string {
  switch (state) {
    case 'original':
      return $localize`:@@recap-desk.translation.original:Original`;
    case 'missing':
      return $localize`:@@recap-desk.translation.missing:Not begun`;
    case 'in-progress':
      return $localize`:@@recap-desk.translation.in-progress:In progress`;
    case 'translated':
      return $localize`:@@recap-desk.translation.translated:Translated`;
    case 'reviewed':
      return $localize`:@@recap-desk.translation.reviewed:Reviewed`;
    case 'outdated':
      return $localize`:@@recap-desk.translation.outdated:Outdated`;
  }
}

export function translationStateTone(state: TranslationState): StateTone {
  switch (state) {
    case 'reviewed':
      return 'go';
    case 'outdated':
      return 'hurry';
    case 'translated':
    case 'in-progress':
      return 'wait';
    case 'original':
    case 'missing':
      return 'quiet';
  }
}
