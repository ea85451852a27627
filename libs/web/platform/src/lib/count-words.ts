import type { Count, Measure } from '@reihe/shared-contracts';
import type { Formats } from './formats';

/** "41 to 44" where guests may be more people or some of these; "1,204", or "more than 800" as somebody stated it, or "at least 41" where guests whom nobody identified may be more people. */
export function countValue(count: Count, formats: Formats): string {
  const value = formats.number(count.value);
  if (count.upTo) return $localize`:@@web.count.range:${value}:value: to ${formats.number(count.upTo)}:most:`;
  if (!count.isAtLeast) return value;
  return count.origin === 'imported'
    ? $localize`:@@web.count.at-least-imported:at least ${value}:value:`
    : $localize`:@@web.count.at-least:more than ${value}:value:`;
}

/** Where a number comes from: "counted", "reported by the host, 10 December 2020". */
export function countOrigin(count: Count, formats: Formats): string {
  const day = count.statedOn === null ? null : formats.plainDay(count.statedOn);
  switch (count.origin) {
    case 'counted':
      return $localize`:@@web.count.counted:counted`;
    case 'imported':
      return day === null
        ? $localize`:@@web.count.imported:from the meeting report`
        : $localize`:@@web.count.imported-on:from the meeting report, ${day}:day:`;
    case 'reported': {
      const who = count.source ?? $localize`:@@web.count.host:the host`;
      return day === null
        ? $localize`:@@web.count.reported:reported by ${who}:who:`
        : $localize`:@@web.count.reported-on:reported by ${who}:who:, ${day}:day:`;
    }
  }
}

/** Whether the page's language says this number of a thing in the singular: French does so with none of it, too. */
export function isSingular(value: number): boolean {
  return new Intl.PluralRules($localize.locale ?? 'en').select(value) === 'one';
}

/** What was counted, agreeing with how many. */
export function measureWords(measure: Measure, value: number): string {
  const isOne = isSingular(value);
  switch (measure) {
    case 'registered':
      return $localize`:@@web.measure.registered:registered`;
    case 'confirmed':
      return $localize`:@@web.measure.confirmed:confirmed`;
    case 'waitlisted':
      return $localize`:@@web.measure.waitlisted:on the waiting list`;
    case 'attended':
      return $localize`:@@web.measure.attended:took part`;
    case 'attendees':
      return isOne
        ? $localize`:@@web.measure.attendee:person who took part`
        : $localize`:@@web.measure.attendees:people who took part`;
    case 'participations':
      return isOne
        ? $localize`:@@web.measure.participation:participation`
        : $localize`:@@web.measure.participations:participations`;
    case 'participants':
      return isOne
        ? $localize`:@@web.measure.participant:participant`
        : $localize`:@@web.measure.participants:participants`;
    case 'sessions':
      return isOne ? $localize`:@@web.measure.session:session` : $localize`:@@web.measure.sessions:sessions`;
    case 'speakers':
      return isOne ? $localize`:@@web.measure.speaker:speaker` : $localize`:@@web.measure.speakers:speakers`;
    case 'cities':
      return isOne ? $localize`:@@web.measure.city:city` : $localize`:@@web.measure.cities:cities`;
    case 'countries':
      return isOne
        ? $localize`:@@web.measure.country:country`
        : $localize`:@@web.measure.countries:countries`;
    case 'regions':
      return isOne
        ? $localize`:@@web.measure.region:region of the world`
        : $localize`:@@web.measure.regions:regions of the world`;
  }
}
