import type { PlaceFinder } from '@reihe/api-platform';
import type {
  FigureBreakdown,
  ShownCategory,
  ShownCity,
  ShownCountry,
  ShownLanguage,
  ShownMonth,
  ShownRegion,
  ShownSession,
} from '@reihe/shared-figures';
import type { StoredSession } from '../counting/counted-people';
import type { PublicFiguresRow, SeriesOfFigures, SessionOfFigures } from './public-figures.rows';
import { sumOfSessions, sumOfShown } from './shown-numbers';

type Terms = Pick<PublicFiguresRow, 'regions' | 'categories'>;
type Places = Pick<PlaceFinder, 'locate'>;

/**
 * What is shown of one series, or of several: sums of what each of them shows, which tell nobody more than those do. Who takes part in
 * two series counts in both.
 */
export function shownBreakdown(
  series: readonly SeriesOfFigures[],
  terms: Terms,
  places: Places,
): FigureBreakdown {
  const sessions = series.flatMap((one) => {
    const stored = new Map(one.stored?.breakdown.sessions.map((session) => [session.id, session]));
    return one.sessions.map((session) => ({ session, stored: stored.get(session.id) }));
  });
  return {
    regions: regionsOf(series, terms),
    countries: countriesOf(series, terms),
    cities: citiesOf(series, terms, places),
    otherCities: series.reduce((sum, { stored }) => sum + (stored?.breakdown.otherCities ?? 0), 0),
    languages: languagesOf(series),
    sessions: sessions.map(shownSession),
    months: monthsOf(sessions),
    categories: categoriesOf(sessions, terms),
  };
}

interface CountedSession {
  session: SessionOfFigures;
  stored: StoredSession | undefined;
}

/** In order of their first, with what the series show of each. */
function gathered<Part>(
  series: readonly SeriesOfFigures[],
  partsOf: (breakdown: NonNullable<SeriesOfFigures['stored']>['breakdown']) => readonly Part[],
  keyOf: (part: Part) => string,
): Map<string, [Part, ...Part[]]> {
  const found = new Map<string, [Part, ...Part[]]>();
  for (const part of series.flatMap(({ stored }) => (stored ? partsOf(stored.breakdown) : []))) {
    const before = found.get(keyOf(part));
    if (before) before.push(part);
    else found.set(keyOf(part), [part]);
  }
  return found;
}

const participantsOf = (parts: readonly { participants: number | null }[]) =>
  sumOfShown(parts.map(({ participants }) => participants));

function regionsOf(series: readonly SeriesOfFigures[], { regions }: Terms): ShownRegion[] {
  const found = gathered(
    series,
    (breakdown) => breakdown.regions,
    ({ key }) => key,
  );
  return regions.flatMap(({ slug, name, language, tint }) => {
    const parts = found.get(slug);
    return parts
      ? [{ key: slug, name: { text: name, language }, tint, participants: participantsOf(parts) }]
      : [];
  });
}

function countriesOf(series: readonly SeriesOfFigures[], terms: Terms): ShownCountry[] {
  const found = gathered(
    series,
    (breakdown) => breakdown.countries,
    ({ key }) => key,
  );
  return [...found.values()].map((parts) => ({
    key: parts[0].key,
    tint: tintOf(parts[0].region, terms),
    participants: participantsOf(parts),
  }));
}

function citiesOf(series: readonly SeriesOfFigures[], terms: Terms, places: Places): ShownCity[] {
  const regions = new Map(
    series.flatMap(({ stored }) => stored?.breakdown.countries ?? []).map(({ key, region }) => [key, region]),
  );
  const found = gathered(
    series,
    (breakdown) => breakdown.cities,
    ({ city, country }) => `${country}/${city.toLowerCase()}`,
  );
  return [...found.values()].map((parts) => {
    const [{ city, country }] = parts;
    return {
      city,
      country,
      tint: tintOf(regions.get(country) ?? null, terms),
      ...(places.locate(city, country) ?? { latitude: null, longitude: null }),
      participants: participantsOf(parts),
    };
  });
}

function languagesOf(series: readonly SeriesOfFigures[]): ShownLanguage[] {
  const found = gathered(
    series,
    (breakdown) => breakdown.languages,
    ({ key }) => key,
  );
  return [...found].map(([key, parts]) => ({ key, participants: participantsOf(parts) }));
}

function shownSession({ session, stored }: CountedSession): ShownSession {
  const { slug, title, language, startsAt, timeZone } = session;
  return { key: slug, name: { text: title, language }, startsAt, timeZone, ...sumOfSessions([stored]) };
}

function monthsOf(sessions: readonly CountedSession[]): ShownMonth[] {
  const months = [...new Set(sessions.map(({ session }) => session.month))].sort();
  return months.map((key) => ({
    key,
    ...sumOfSessions(sessions.filter(({ session }) => session.month === key).map(({ stored }) => stored)),
  }));
}

function categoriesOf(sessions: readonly CountedSession[], { categories }: Terms): ShownCategory[] {
  return categories.flatMap(({ slug, name, language }) => {
    const ofIt = sessions.filter(({ session }) => session.categories.includes(slug));
    return ofIt.length > 0
      ? [{ key: slug, name: { text: name, language }, ...sumOfSessions(ofIt.map(({ stored }) => stored)) }]
      : [];
  });
}

function tintOf(region: string | null, { regions }: Terms) {
  return regions.find(({ slug }) => slug === region)?.tint ?? null;
}
