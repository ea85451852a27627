import type { Audited } from '@reihe/shared-contracts';

export function subjectWords(subject: Audited): string {
  switch (subject) {
    case 'series':
      return $localize`:@@settings.audit.subject.series:Series`;
    case 'session':
      return $localize`:@@settings.audit.subject.session:Sessions`;
    case 'registration':
      return $localize`:@@settings.audit.subject.registration:Registrations`;
    case 'participant':
      return $localize`:@@settings.audit.subject.participant:Participants`;
    case 'recap':
      return $localize`:@@settings.audit.subject.recap:Recaps`;
    case 'media':
      return $localize`:@@settings.audit.subject.media:Media`;
    case 'account':
      return $localize`:@@settings.audit.subject.account:Accounts`;
    case 'category':
      return $localize`:@@settings.audit.subject.category:Categories`;
    case 'region':
      return $localize`:@@settings.audit.subject.region:Regions`;
    case 'speaker':
      return $localize`:@@settings.audit.subject.speaker:Speakers`;
    case 'count':
      return $localize`:@@settings.audit.subject.count:Reported counts`;
    case 'setting':
      return $localize`:@@settings.audit.subject.setting:Settings`;
  }
}
