import { cityMapping } from 'city-timezones';

export interface CountryZone {
  timeZone: string;
  /** Part of the country's town people, 0 to 1. */
  share: number;
}

/** A zone of fewer people is left out: the register has towns on the wrong side of a border, too. */
const LEAST_SHARE = 0.05;

interface Town {
  name: string;
  people: number;
}

const townsOfZone = new Map<string, Map<string, Town[]>>();

for (const { iso2, timezone, city_ascii: name, pop: people } of cityMapping) {
  // Places without a zone are in the register, too, whatever its types say.
  if (!(timezone as string | null) || people <= 0) continue;
  const zones = townsOfZone.get(iso2) ?? new Map<string, Town[]>();
  zones.set(timezone, [...(zones.get(timezone) ?? []), { name, people }]);
  townsOfZone.set(iso2, zones);
}

/**
 * In which zones a country's people live, by the register of cities that city-timezones brings: each zone counts by the people of
 * its cities. Empty for a country of which it knows no city.
 */
export function zonesOfCountry(country: string): CountryZone[] {
  const zones = [...(townsOfZone.get(country) ?? [])].map(([timeZone, towns]) => ({
    timeZone,
    people: sumOf(towns),
  }));
  const total = sumOf(zones);
  const large = zones.filter(({ people }) => people / total >= LEAST_SHARE);
  const kept = sumOf(large);
  return large
    .map(({ timeZone, people }) => ({ timeZone, share: people / kept }))
    .sort((a, b) => b.share - a.share);
}

/** The most populous city of each zone in one of these countries, the largest first. */
export function citiesOf(countries: readonly string[], timeZones: readonly string[]): string[] {
  return countries
    .flatMap((country) => timeZones.map((zone) => largest(townsOfZone.get(country)?.get(zone) ?? [])))
    .filter((town) => town !== undefined)
    .sort((a, b) => b.people - a.people)
    .map(({ name }) => name);
}

function largest(towns: readonly Town[]): Town | undefined {
  return towns.reduce<Town | undefined>(
    (most, town) => (most && most.people >= town.people ? most : town),
    undefined,
  );
}

function sumOf(parts: readonly { people: number }[]): number {
  return parts.reduce((sum, { people }) => sum + people, 0);
}
