import {
  publishedTable,
  suppress,
  type Breakdown,
  type SuppressedTable,
} from '@reihe/shared-figure-policies';
import { SMALL_BELOW } from '@reihe/shared-figures';
import type { CountedPeople, StoredBreakdown, StoredSession } from './counted-people';

export interface PublishableBreakdown {
  breakdown: StoredBreakdown;
  /** Keys of what is not shown. */
  hidden: string[];
}

/**
 * What everybody may read of who took part. The totals stand on the series' own page, so they are known; people by place and by language
 * are parts of the one, places in sessions and who came to them of the others.
 *
 * A city is named where enough people are from it, or where a register knows it: what a single person typed there may be anything.
 */
export function breakdownOf(
  people: CountedPeople,
  hiddenBefore: ReadonlySet<string>,
  isKnownCity: (city: string, country: string) => boolean,
): PublishableBreakdown {
  const suppressed = suppress(tableOf(people), SMALL_BELOW, hiddenBefore);
  const shown = (key: string) => suppressed.cells.get(key) ?? null;
  const named = <Part>(parts: readonly Part[], keyOf: (part: Part) => string) =>
    parts.filter((part) => suppressed.cells.has(keyOf(part)) && !suppressed.unnamed.has(keyOf(part)));
  const cities = named(people.cities, keyOfCity);
  const namedCities = cities.filter(
    (city) => shown(keyOfCity(city)) !== null || isKnownCity(city.city, city.country),
  );
  return {
    breakdown: {
      regions: named(people.regions, keyOfRegion).map(({ key }) => ({
        key,
        participants: shown(keyOfRegion({ key })),
      })),
      countries: named(people.countries, keyOfCountry).map(({ key, region }) => ({
        key,
        region,
        participants: shown(keyOfCountry({ key })),
      })),
      cities: namedCities.map((city) => ({
        city: city.city,
        country: city.country,
        participants: shown(keyOfCity(city)),
      })),
      otherCities: cities.length - namedCities.length,
      languages: named(people.languages, keyOfLanguage).map(({ key }) => ({
        key,
        participants: shown(keyOfLanguage({ key })),
      })),
      sessions: sessionsOf(people, suppressed),
    },
    hidden: [...suppressed.cells].filter(([, value]) => value === null).map(([key]) => key),
  };
}

const keyOfRegion = ({ key }: { key: string }) => `region:${key}`;
const keyOfCountry = ({ key }: { key: string }) => `country:${key}`;
const keyOfCity = ({ key, country }: { key: string; country: string }) => `city:${country}/${key}`;
const keyOfLanguage = ({ key }: { key: string }) => `language:${key}`;
const keyOfPlaces = ({ id }: { id: string }) => `places:${id}`;
const keyOfCame = ({ id }: { id: string }) => `came:${id}`;

function tableOf(people: CountedPeople) {
  const breakdowns: Breakdown[] = [];
  // Of fewer people nothing is told but how many there are.
  if (people.participants >= SMALL_BELOW) {
    const known = {
      key: 'participants',
      value: people.participants,
      isKnown: true,
      kind: 'overlap',
    } as const;
    breakdowns.push(
      { ...known, parts: places(people) },
      { ...known, parts: people.languages.map((language) => cell(keyOfLanguage(language), language)) },
    );
  }
  for (const [measure, keyOf] of [
    ['participations', keyOfPlaces],
    ['attended', keyOfCame],
  ] as const)
    if (people[measure] >= SMALL_BELOW)
      breakdowns.push({
        key: measure,
        value: people[measure],
        isKnown: true,
        kind: 'sum',
        parts: people.sessions.map((session) => ({ key: keyOf(session), value: session[measure] })),
      });
  return publishedTable(...breakdowns);
}

/** Regions with their countries with their cities; what has no region stands beside the regions. */
function places({ regions, countries, cities }: CountedPeople): Breakdown[] {
  const withCities = (country: CountedPeople['countries'][number]): Breakdown => ({
    ...cell(keyOfCountry(country), country),
    kind: 'overlap',
    parts: cities.filter((city) => city.country === country.key).map((city) => cell(keyOfCity(city), city)),
  });
  const ofRegion = (region: string | null) =>
    countries.filter((country) => country.region === region).map(withCities);
  return [
    ...regions.map((region): Breakdown => ({
      ...cell(keyOfRegion(region), region),
      kind: 'overlap',
      parts: ofRegion(region.key),
    })),
    ...ofRegion(null),
  ];
}

function cell(key: string, { participants }: { participants: number }): Breakdown {
  return { key, value: participants };
}

/**
 * Sessions are named in any case. Where they may not be named with the others, none of them has a number, not even zero: it would say
 * which have one.
 */
function sessionsOf(
  { sessions, participations, attended }: CountedPeople,
  { cells, unnamed }: SuppressedTable,
): StoredSession[] {
  const shown = (total: number, keyOf: (session: { id: string }) => string) => {
    const isTold = !sessions.some((session) => unnamed.has(keyOf(session)));
    return (session: { id: string }) =>
      isTold ? (cells.get(keyOf(session)) ?? (total === 0 ? 0 : null)) : null;
  };
  const [places, came] = [shown(participations, keyOfPlaces), shown(attended, keyOfCame)];
  return sessions.map((session) => ({
    id: session.id,
    participations: places(session),
    ...(session.attended + session.guests > 0 && { attended: came(session) }),
    hasGuests: session.guests > 0,
  }));
}
