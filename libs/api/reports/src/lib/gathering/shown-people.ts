import { publishedTable, suppress, type Breakdown, type PublishedTable } from '@reihe/shared-figure-policies';
import { SMALL_BELOW } from '@reihe/shared-figures';
import type { Gathered, GatheredPeople } from './gathered';

export type PartKind = 'region' | 'category' | 'country' | 'city';
type Part = GatheredPeople & { key?: string; country?: string | null; city?: string };

/** Which numbers of people a report may show, and which of their places and subjects it may even name. */
export interface ShownPeople {
  isNamed(kind: PartKind, part: Part): boolean;
  isShown(kind: PartKind, part: Part): boolean;
}

/**
 * Small numbers of people are not shown, nor what they could be worked out with: the rules of the public figures (`suppress`), over all
 * that the report breaks down. A city that few are from is named only where a register knows it. Of a number of people so small that
 * nothing may be told, nothing is named.
 */
export function shownOf(
  gathered: Gathered,
  isKnownCity: (city: string, country: string) => boolean,
): ShownPeople {
  const { cells, unnamed } = suppress(tableOf(gathered), SMALL_BELOW);
  // Guests nobody identified are in no total that could be worked out; a few of them alone are a small number all the same.
  const isFew = ({ people, guests }: Part) => people === 0 && guests > 0 && guests < SMALL_BELOW;
  const isShown = (kind: PartKind, part: Part) =>
    !isFew(part) && (cells.get(keyOf(kind, part)) ?? null) !== null;
  return {
    isShown,
    isNamed: (kind, part) => {
      const key = keyOf(kind, part);
      if (!cells.has(key) || unnamed.has(key)) return false;
      if (kind !== 'city' || isShown(kind, part)) return true;
      return !!part.country && isKnownCity(part.city ?? '', part.country);
    },
  };
}

function keyOf(kind: PartKind, { key = '', country, city }: Part): string {
  switch (kind) {
    case 'region':
    case 'category':
      return `${kind}:${key}`;
    case 'country':
      return `country:${country ?? ''}`;
    case 'city':
      return `city:${country ?? ''}/${(city ?? '').toLowerCase()}`;
  }
}

function tableOf({ numbers, regions, categories, countries, cities }: Gathered): PublishedTable {
  if (numbers.known < SMALL_BELOW) return publishedTable();
  const known = { key: 'known', value: numbers.known, isKnown: true, kind: 'overlap' } as const;
  const cell = (kind: PartKind, part: Part): Breakdown => ({ key: keyOf(kind, part), value: part.people });
  const withCities = (country: Gathered['countries'][number]): Breakdown => ({
    ...cell('country', country),
    kind: 'overlap',
    parts: cities.filter((city) => city.country === country.country).map((city) => cell('city', city)),
  });
  return publishedTable(
    { ...known, parts: countries.map(withCities) },
    {
      ...known,
      parts: regions.map((region) => ({
        ...cell('region', region),
        kind: 'overlap' as const,
        parts: countries
          .filter(({ regions: tops }) => tops.includes(region.key))
          .map((country) => cell('country', country)),
      })),
    },
    { ...known, parts: categories.map((category) => cell('category', category)) },
  );
}
