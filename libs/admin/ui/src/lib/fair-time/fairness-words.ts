import type {
  AudienceBasis,
  AudiencePlace,
  DayPart,
  PlannedAudience,
  SlotFairness,
} from '@reihe/shared-planning';
import { type Formats, zonePlace } from '@reihe/web-platform';

const NAMED = 3;

export function dayPartWords(part: DayPart): string {
  switch (part) {
    case 'working-hours':
      return $localize`:@@fair.part.working-hours:Working hours`;
    case 'early-or-late':
      return $localize`:@@fair.part.early-or-late:Early or late`;
    case 'night':
      return $localize`:@@fair.part.night:Night`;
  }
}

/** "Kyiv, Kharkiv": the largest cities of a place, or the one its zone is named after. */
export function placeWords({ cities, timeZone }: AudiencePlace, formats: Formats): string {
  return cities.length === 0 ? zonePlace(timeZone) : formats.list(cities.slice(0, 2));
}

/** "12 of 64 people", or "19% of the audience" where numbers are only taken for. */
export function peopleWords(people: number, all: number, basis: AudienceBasis, formats: Formats): string {
  if (basis === 'records')
    return $localize`:@@fair.people.counted:${formats.number(people)}:people: of ${formats.number(all)}:all: people`;
  const percent = formats.number(all === 0 ? 0 : Math.round((people / all) * 100));
  return $localize`:@@fair.people.share:${percent}:percent:% of the audience`;
}

/** Whom a slot asks up at night, and who comes early or late, in one or two sentences. */
export function fairnessWords(fairness: SlotFairness, audience: PlannedAudience, formats: Formats): string {
  const { peopleAtNight, peopleEarlyOrLate, people } = fairness;
  const who = (part: DayPart) => namesOf(part, fairness, audience, formats);
  const many = (count: number) => peopleWords(count, people, audience.basis, formats);
  if (who('night') === '' && who('early-or-late') === '')
    return $localize`:@@fair.words.all-working:Working hours for everyone.`;
  const atNight =
    who('night') === ''
      ? $localize`:@@fair.words.no-night:Nobody is asked up at night.`
      : $localize`:@@fair.words.night:Up at night: ${many(peopleAtNight)}:people: (${who('night')}:places:).`;
  if (who('early-or-late') === '') return atNight;
  const early = $localize`:@@fair.words.early:Early or late: ${many(peopleEarlyOrLate)}:people: (${who('early-or-late')}:places:).`;
  return `${atNight} ${early}`;
}

/** Where the numbers come from. */
export function basisWords({ basis, groups }: PlannedAudience, formats: Formats): string {
  const unknown = groups.filter(({ hasRecords }) => !hasRecords).map(({ id, name }) => name || zonePlace(id));
  switch (basis) {
    case 'records':
      return $localize`:@@fair.basis.records:Counted: people with a confirmed place in any session so far.`;
    case 'mixed':
      return $localize`:@@fair.basis.mixed:Nobody is registered yet from ${formats.list(unknown)}:groups:: taken as large as the others are on average.`;
    case 'equal':
      return $localize`:@@fair.basis.equal:Nobody of this audience is registered yet: all its parts are taken as equally large.`;
  }
}

function namesOf(
  part: DayPart,
  { local }: SlotFairness,
  { places }: PlannedAudience,
  formats: Formats,
): string {
  const ids = local.filter(({ dayPart }) => dayPart === part).map(({ audienceId }) => audienceId);
  const names = ids.flatMap((id) => {
    const place = places.find((one) => one.id === id);
    return place ? [place.cities[0] ?? zonePlace(place.timeZone)] : [];
  });
  const more = names.length - NAMED;
  const told = more > 1 ? [...names.slice(0, NAMED), moreWords(more, formats)] : names;
  return told.length === 0 ? '' : formats.list(told);
}

function moreWords(more: number, formats: Formats): string {
  return $localize`:@@fair.words.more:${formats.number(more)}:count: more`;
}
