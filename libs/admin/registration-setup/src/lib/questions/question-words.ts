import type { QuestionKind } from '@reihe/shared-registration';

export function kindWords(kind: QuestionKind): string {
  switch (kind) {
    case 'text':
      return $localize`:@@registration-setup.kind.text:Short text`;
    case 'long-text':
      return $localize`:@@registration-setup.kind.long-text:Long text`;
    case 'choice':
      return $localize`:@@registration-setup.kind.choice:One of several`;
    case 'many':
      return $localize`:@@registration-setup.kind.many:Several of several`;
    case 'number':
      return $localize`:@@registration-setup.kind.number:Whole number`;
    case 'country':
      return $localize`:@@registration-setup.kind.country:Country`;
    case 'consent':
      return $localize`:@@registration-setup.kind.consent:Consent (a tick)`;
  }
}
