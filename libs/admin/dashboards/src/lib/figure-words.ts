import type { CountOrigin } from '@reihe/shared-contracts';
import type { DashboardStated, DashboardTotal, TotalMeasure } from '@reihe/shared-figures';
import type { Formats } from '@reihe/web-platform';

export function totalWords(measure: TotalMeasure): string {
  switch (measure) {
    case 'sessions':
      return $localize`:@@figures.measure.sessions:Sessions`;
    case 'registered':
      return $localize`:@@figures.measure.registered:Registered`;
    case 'confirmed':
      return $localize`:@@figures.measure.confirmed:Confirmed`;
    case 'waitlisted':
      return $localize`:@@figures.measure.waitlisted:Waiting`;
    case 'attended':
      return $localize`:@@figures.measure.attended:Attended`;
    case 'participations':
      return $localize`:@@figures.measure.participations:Participations`;
    case 'participants':
      return $localize`:@@figures.measure.participants:Participants`;
    case 'attendees':
      return $localize`:@@figures.measure.attendees:People who attended`;
    case 'returning':
      return $localize`:@@dashboards.measure.returning:Returning people`;
    case 'first-timers':
      return $localize`:@@dashboards.measure.first-timers:First-timers`;
    case 'speakers':
      return $localize`:@@figures.measure.speakers:Speakers`;
    case 'cities':
      return $localize`:@@figures.measure.cities:Cities`;
    case 'countries':
      return $localize`:@@figures.measure.countries:Countries`;
    case 'organisations':
      return $localize`:@@dashboards.measure.organisations:Organisations`;
    case 'regions':
      return $localize`:@@figures.measure.regions:Regions`;
  }
}

/** How a total is counted, in one line. */
export function methodWords(measure: TotalMeasure): string {
  switch (measure) {
    case 'sessions':
      return $localize`:@@dashboards.method.sessions:published or held`;
    case 'registered':
      return $localize`:@@dashboards.method.registered:with a place, waiting or awaiting approval, in each session`;
    case 'confirmed':
      return $localize`:@@dashboards.method.confirmed:places, in each session`;
    case 'waitlisted':
      return $localize`:@@dashboards.method.waitlisted:in each session`;
    case 'attended':
      return $localize`:@@dashboards.method.attended:whoever came, in each session; guests may be some of them`;
    case 'participations':
      return $localize`:@@dashboards.method.participations:each person with a place, once per session`;
    case 'participants':
      return $localize`:@@dashboards.method.participants:each person with a place, once over all sessions`;
    case 'attendees':
      return $localize`:@@dashboards.method.attendees:each person who came, once over all sessions`;
    case 'returning':
      return $localize`:@@dashboards.method.returning:known people in two sessions or more`;
    case 'first-timers':
      return $localize`:@@dashboards.method.first-timers:known people who were in no session of any series before`;
    case 'speakers':
      return $localize`:@@dashboards.method.speakers:with a contribution, each once`;
    case 'cities':
      return $localize`:@@dashboards.method.cities:as people gave them, each once per country`;
    case 'countries':
      return $localize`:@@dashboards.method.countries:as people gave them`;
    case 'organisations':
      return $localize`:@@dashboards.method.organisations:as people gave them, capitals and accents aside`;
    case 'regions':
      return $localize`:@@dashboards.method.regions:that the sessions are for`;
  }
}

/** "41", or "41 to 45" where guests may be more people. */
export function rangeWords({ min, max }: Pick<DashboardTotal, 'min' | 'max'>, formats: Formats): string {
  const [least, most] = [formats.number(min), formats.number(max)];
  return min === max ? least : $localize`:@@dashboards.range:${least}:least: to ${most}:most:`;
}

export function totalOriginWords({ origin, importedOn }: DashboardTotal, formats: Formats): string {
  if (origin === 'counted' || importedOn === null) return $localize`:@@figures.origin.counted:Counted`;
  const day = formats.plainDay(importedOn);
  return $localize`:@@dashboards.origin.imported:From meeting reports, ${day}:day:`;
}

/** "at least 800, reported by the host" */
export function statedWords({ value, isAtLeast, origin, source }: DashboardStated, formats: Formats): string {
  const number = formats.number(value);
  const told = isAtLeast && value > 0 ? $localize`:@@figures.at-least:at least ${number}:number:` : number;
  return `${told} · ${statedOriginWords(origin, source)}`;
}

function statedOriginWords(origin: CountOrigin, source: string | null): string {
  if (origin === 'imported')
    return source
      ? $localize`:@@figures.origin.imported-from:Imported from ${source}:source:`
      : $localize`:@@figures.origin.imported:Imported`;
  return source
    ? $localize`:@@figures.origin.reported-by:Reported by ${source}:source:`
    : $localize`:@@figures.origin.reported:Reported`;
}

/** In a sentence, whether what was stated is what the records hold. */
export function differenceWords({ difference }: DashboardStated, isNarrowed: boolean): string {
  switch (difference) {
    case 'agrees':
      return $localize`:@@dashboards.difference.agrees:The records agree.`;
    case 'fewer':
      return $localize`:@@dashboards.difference.fewer:The records hold fewer.`;
    case 'more':
      return $localize`:@@dashboards.difference.more:The records hold more.`;
    case null:
      return isNarrowed
        ? $localize`:@@dashboards.difference.narrowed:Stated of everybody, so not compared with what is filtered.`
        : $localize`:@@dashboards.difference.not-counted:Not counted here, so not compared.`;
  }
}

/** 1: Monday. */
export function weekdayWords(weekday: number, formats: Formats, length: 'long' | 'short' = 'long'): string {
  // The first of January 2024 was a Monday.
  return formats.date(`2024-01-0${weekday}T12:00:00Z`, 'UTC', { weekday: length });
}

export function hourWords(hour: number, formats: Formats): string {
  return formats.time(`2024-01-01T${String(hour).padStart(2, '0')}:00:00Z`, 'UTC');
}

/** `YYYY-MM` */
export function monthWords(month: string, formats: Formats): string {
  return formats.date(`${month}-15T12:00:00Z`, 'UTC', { month: 'short', year: 'numeric' });
}

export const notTold = () => $localize`:@@figures.numbers.no-country:Not told`;
