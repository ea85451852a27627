import type { Count, CountOrigin, Measure } from '@reihe/shared-contracts';
import { countValue, type Formats } from '@reihe/web-platform';

export function measureWords(measure: Measure): string {
  switch (measure) {
    case 'registered':
      return $localize`:@@figures.measure.registered:Registered`;
    case 'confirmed':
      return $localize`:@@figures.measure.confirmed:Confirmed`;
    case 'waitlisted':
      return $localize`:@@figures.measure.waitlisted:Waiting`;
    case 'attended':
      return $localize`:@@figures.measure.attended:Attended`;
    case 'attendees':
      return $localize`:@@figures.measure.attendees:People who attended`;
    case 'participations':
      return $localize`:@@figures.measure.participations:Participations`;
    case 'participants':
      return $localize`:@@figures.measure.participants:Participants`;
    case 'sessions':
      return $localize`:@@figures.measure.sessions:Sessions`;
    case 'speakers':
      return $localize`:@@figures.measure.speakers:Speakers`;
    case 'cities':
      return $localize`:@@figures.measure.cities:Cities`;
    case 'countries':
      return $localize`:@@figures.measure.countries:Countries`;
    case 'regions':
      return $localize`:@@figures.measure.regions:Regions`;
  }
}

export function originWords(origin: CountOrigin, source: string | null): string {
  switch (origin) {
    case 'counted':
      return $localize`:@@figures.origin.counted:Counted`;
    case 'imported':
      return source
        ? $localize`:@@figures.origin.imported-from:Imported from ${source}:source:`
        : $localize`:@@figures.origin.imported:Imported`;
    case 'reported':
      return source
        ? $localize`:@@figures.origin.reported-by:Reported by ${source}:source:`
        : $localize`:@@figures.origin.reported:Reported`;
  }
}

/** "43 to 45" where guests make a range, "at least 300" where the number is a lower bound. */
export function valueWords(count: Count, formats: Formats): string {
  if (count.upTo) return countValue(count, formats);
  const number = formats.number(count.value);
  return count.isAtLeast && count.value > 0
    ? $localize`:@@figures.at-least:at least ${number}:number:`
    : number;
}
