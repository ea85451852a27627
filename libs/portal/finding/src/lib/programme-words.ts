import type { ProgrammeTime, TimeOfDay } from '@reihe/shared-contracts';

export function programmeTimeWords(time: ProgrammeTime): string {
  switch (time) {
    case 'upcoming':
      return $localize`:@@programme.filter.upcoming:Coming`;
    case 'past':
      return $localize`:@@programme.filter.past:Past`;
  }
}

export function timeOfDayWords(time: TimeOfDay): string {
  switch (time) {
    case 'morning':
      return $localize`:@@programme.time.morning:Morning`;
    case 'afternoon':
      return $localize`:@@programme.time.afternoon:Afternoon`;
    case 'evening':
      return $localize`:@@programme.time.evening:Evening`;
    case 'night':
      return $localize`:@@programme.time.night:Night`;
  }
}
