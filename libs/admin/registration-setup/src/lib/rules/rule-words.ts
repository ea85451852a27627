import type { RegistrationMode } from '@reihe/shared-contracts';

export function modeWords(mode: RegistrationMode): string {
  switch (mode) {
    case 'open':
      return $localize`:@@registration-setup.mode.open:Whoever comes`;
    case 'approval':
      return $localize`:@@registration-setup.mode.approval:An organiser decides`;
    case 'invitation':
      return $localize`:@@registration-setup.mode.invitation:By invitation: a code, or an address on the list`;
  }
}

export function yesNoWords(isYes: boolean): string {
  return isYes ? $localize`:@@registration-setup.yes:Yes` : $localize`:@@registration-setup.no:No`;
}

/** A length of time in its largest whole unit: "2 hours", "45 minutes". */
export function minutesWords(minutes: number, language: string): string {
  const [value, unit] =
    minutes > 0 && minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes > 0 && minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
