import type { RegisterField } from './register-form';

export function labelWords(field: RegisterField): string {
  switch (field) {
    case 'sessionSlugs':
      return $localize`:@@register.label.sessions:Sessions`;
    case 'name':
      return $localize`:@@register.label.name:Your name`;
    case 'email':
      return $localize`:@@register.label.email:E-mail address`;
    case 'organisation':
      return $localize`:@@register.label.organisation:Organisation`;
    case 'position':
      return $localize`:@@register.label.position:Position`;
    case 'city':
      return $localize`:@@register.label.city:City`;
    case 'country':
      return $localize`:@@register.label.country:Country`;
    case 'timeZone':
      return $localize`:@@register.label.time-zone:Time zone`;
    case 'accessibilityNeeds':
      return $localize`:@@register.label.accessibility:What you need in order to take part`;
    case 'allowsRecording':
      return $localize`:@@register.label.recording:Pictures and recording`;
    case 'invitationCode':
      return $localize`:@@register.label.invitation-code:Invitation code`;
    case 'hasAcceptedPrivacyNotice':
      return $localize`:@@register.label.privacy:Privacy`;
  }
}

export function wrongCode(): string {
  return $localize`:@@register.error.code:This code is not valid for the sessions you chose. Please check how it is written.`;
}

/** A length of time in its largest whole unit: "2 hours", "45 minutes". */
export function minutesWords(minutes: number, language: string): string {
  const [value, unit] =
    minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
