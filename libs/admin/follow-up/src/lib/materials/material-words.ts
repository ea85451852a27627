import type { MaterialKind } from '@reihe/shared-contracts';
import type { MaterialAudience } from '@reihe/shared-registration';

export function kindWords(kind: MaterialKind): string {
  switch (kind) {
    case 'recording':
      return $localize`:@@follow-up.kind.recording:Recording`;
    case 'slides':
      return $localize`:@@follow-up.kind.slides:Slides`;
    case 'document':
      return $localize`:@@follow-up.kind.document:Document`;
    case 'link':
      return $localize`:@@follow-up.kind.link:Link`;
  }
}

export function audienceWords(audience: MaterialAudience): string {
  switch (audience) {
    case 'public':
      return $localize`:@@follow-up.audience.public:Everybody, on the session’s page`;
    case 'registered':
      return $localize`:@@follow-up.audience.registered:Registered people, by their own link`;
  }
}
