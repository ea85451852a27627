import type { AudienceBasis, AudiencePlace, PlannedAudience } from '@reihe/shared-planning';
import type { AudienceFacts, RegionFacts } from './audience.repository';
import { citiesOf, zonesOfCountry } from './country-zones';
import { clockMark } from './same-clocks';

/** How many people a group is taken for while nobody has any records: only parts of the whole are told then. */
const TAKEN_FOR = 100;
const CITIES_NAMED = 3;

interface PeopleInZone {
  country: string;
  timeZone: string;
  people: number;
}

/** A place with the countries whose people live by its clock; a zone chosen by hand is of none. */
export interface PlaceOfCountries extends AudiencePlace {
  countries: string[];
}

export interface KnownAudience extends PlannedAudience {
  places: PlaceOfCountries[];
}

/**
 * Who is to be reached, and by which clocks they live. People with a confirmed place count where they said they live. A group
 * without any is taken as large as the others are on average; its people are spread evenly over its countries, and in a country
 * over its zones as its city people are. Zones whose clocks agree all year are one place.
 */
export function knownAudience({ regions, zones }: AudienceFacts, now: Date): KnownAudience {
  const sizes = [...regions.map(({ people }) => sumOf(people)), ...zones.map(({ people }) => people)];
  const known = sizes.filter((size) => size > 0);
  const average = known.length === 0 ? TAKEN_FOR : sumOfNumbers(known) / known.length;
  const basis: AudienceBasis =
    known.length === sizes.length && sizes.length > 0 ? 'records' : known.length > 0 ? 'mixed' : 'equal';
  return {
    basis,
    groups: [
      ...regions.map(({ id, name, tint, people }) => ({ id, name, tint, hasRecords: people.length > 0 })),
      ...zones.map(({ timeZone, people }) => ({
        id: timeZone,
        name: '',
        tint: null,
        hasRecords: people > 0,
      })),
    ],
    places: [
      ...regions.flatMap((region) => placesOf(region, average, now)),
      ...zones.map(({ timeZone, people }) => ({
        id: timeZone,
        groupId: timeZone,
        timeZone,
        cities: [],
        people: rounded(people || average),
        countries: [],
      })),
    ],
    countries: regions.flatMap(({ countries }) => countries).sort(),
  };
}

/** As the screen gets it. */
export function plannedAudience({ places, ...audience }: KnownAudience): PlannedAudience {
  return { ...audience, places: places.map(({ countries: _countries, ...place }) => place) };
}

function placesOf(region: RegionFacts, average: number, now: Date): PlaceOfCountries[] {
  const people = region.people.length > 0 ? region.people : spreadOver(region.countries, average);
  const byClock = new Map<string, PeopleInZone[]>();
  for (const some of people) {
    const mark = clockMark(some.timeZone, now);
    byClock.set(mark, [...(byClock.get(mark) ?? []), some]);
  }
  return [...byClock.values()]
    .map((same) => {
      const zones = [...new Set(same.map(({ timeZone }) => timeZone))];
      // The name stays the same while numbers change: places are told apart by it.
      const [timeZone = 'UTC'] = [...zones].sort();
      return {
        id: `${region.id}:${timeZone}`,
        groupId: region.id,
        timeZone,
        cities: citiesOf(region.countries, zones).slice(0, CITIES_NAMED),
        people: rounded(sumOf(same)),
        countries: [...new Set(same.map(({ country }) => country))],
      };
    })
    .sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}

function spreadOver(countries: readonly string[], people: number): PeopleInZone[] {
  const placed = countries
    .map((country) => ({ country, zones: zonesOfCountry(country) }))
    .filter(({ zones }) => zones.length > 0);
  return placed.flatMap(({ country, zones }) =>
    zones.map(({ timeZone, share }) => ({ country, timeZone, people: (people * share) / placed.length })),
  );
}

function sumOf(parts: readonly { people: number }[]): number {
  return sumOfNumbers(parts.map(({ people }) => people));
}

function sumOfNumbers(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function rounded(people: number): number {
  return Math.round(people * 100) / 100;
}
