import type { Count, Measure } from '@reihe/shared-contracts';
import type { Formats } from '@reihe/web-platform';

/** What a count counts. */
export function measureWords(measure: Measure): string {
  switch (measure) {
    case 'registered':
      return $localize`:@@recaps.measure.registered:Registered`;
    case 'confirmed':
      return $localize`:@@recaps.measure.confirmed:Confirmed`;
    case 'waitlisted':
      return $localize`:@@recaps.measure.waitlisted:On the waiting list`;
    case 'attended':
      return $localize`:@@recaps.measure.attended:Took part`;
    case 'participations':
      return $localize`:@@recaps.measure.participations:Participations`;
    case 'participants':
      return $localize`:@@recaps.measure.participants:Participants`;
    case 'sessions':
      return $localize`:@@recaps.measure.sessions:Sessions`;
    case 'speakers':
      return $localize`:@@recaps.measure.speakers:Speakers`;
    case 'cities':
      return $localize`:@@recaps.measure.cities:Cities`;
    case 'countries':
      return $localize`:@@recaps.measure.countries:Countries`;
    case 'regions':
      return $localize`:@@recaps.measure.regions:Regions`;
  }
}

/** "1,204", or "more than 800" where the value is a lower bound. */
export function countWords({ value, isAtLeast }: Count, formats: Formats): string {
  const number = formats.number(value);
  return isAtLeast ? $localize`:@@recaps.count.at-least:more than ${number}:number:` : number;
}

/** Where a count comes from: no number stands without it. */
export function originWords({ origin, source, statedOn }: Count, formats: Formats): string {
  switch (origin) {
    case 'counted':
      return $localize`:@@recaps.origin.counted:counted`;
    case 'imported':
      return $localize`:@@recaps.origin.imported:from the meeting report`;
    case 'reported': {
      if (!source) return $localize`:@@recaps.origin.reported:reported by the host`;
      if (!statedOn) return $localize`:@@recaps.origin.reported-by:reported by the host (${source}:source:)`;
      const day = formats.plainDay(statedOn);
      return $localize`:@@recaps.origin.reported-on:reported by the host (${source}:source:, ${day}:day:)`;
    }
  }
}
