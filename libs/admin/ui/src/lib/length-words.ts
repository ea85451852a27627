import type { PeriodLength } from '@reihe/shared-policies';

export function lengthWords(length: PeriodLength): string {
  switch (length) {
    case 'day':
      return $localize`:@@planning.length.day:Day`;
    case 'week':
      return $localize`:@@planning.length.week:Week`;
    case 'month':
      return $localize`:@@planning.length.month:Month`;
    case 'quarter':
      return $localize`:@@planning.length.quarter:Quarter`;
    case 'year':
      return $localize`:@@planning.length.year:Year`;
  }
}
