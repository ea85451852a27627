import type { FoundPlace } from '@reihe/api-platform';
import type {
  Amount,
  CountedAmount,
  FunderReport,
  KeyFigure,
  ReportedCountry,
  ReportedSession,
  ReportMeasure,
  ShownAmount,
  StatedAmount,
} from '@reihe/api-report-documents';
import { publicPaths } from '@reihe/shared-contracts';
import { DEFAULT_THRESHOLD, SMALL_BELOW, type MakeFunderReport } from '@reihe/shared-figures';
import { shownOf, type ShownPeople } from './shown-people';
import type { Gathered, GatheredPeople, GatheredSession, GatheredStated } from './gathered';

/** What is known besides the records. */
export interface Surroundings {
  /** Of the installation, absolute. */
  baseUrl: string;
  /** null: nobody knows where that is. */
  locate: (city: string, country: string) => FoundPlace | null;
}

/** A report whose figures are of no moment yet. */
export type UndatedReport = Omit<FunderReport, 'asOf'>;

/** What was gathered, as a report says it; the same gathered is the same report. */
export function reportOf(
  gathered: Gathered,
  { language, basis, from, to, hidesSmall }: Omit<MakeFunderReport, 'format'>,
  surroundings: Surroundings,
): UndatedReport {
  const { numbers, threshold } = gathered;
  const isKnownCity = (city: string, country: string) => surroundings.locate(city, country) !== null;
  const shown = hidesSmall ? shownOf(gathered, isKnownCity) : EVERYTHING;
  return {
    language,
    timeZone: gathered.timeZone,
    title: gathered.title,
    host: gathered.host || null,
    commissioner: gathered.commissioner || null,
    period: { from, to },
    figures: figuresOf(gathered, basis),
    everybody: { least: numbers.known, most: numbers.known + (basis === 'attendance' ? numbers.guests : 0) },
    method: {
      basis,
      attendance: threshold ?? DEFAULT_THRESHOLD,
      mergedPeople: numbers.merged,
      unidentifiedGuests: numbers.guests,
      smallestShown: hidesSmall ? SMALL_BELOW : null,
    },
    sessionsByMonth: gathered.sessionsByMonth,
    peopleByRegion: gathered.regions
      .filter((one) => shown.isNamed('region', one))
      .map((one) => ({ name: one.name, tint: one.tint, people: amountShown(shown, 'region', one) })),
    peopleByCategory: gathered.categories
      .filter((one) => shown.isNamed('category', one))
      .map((one) => ({ name: one.name, people: amountShown(shown, 'category', one) })),
    registrationsByMonth: gathered.registrationsByMonth,
    returningByMonth: gathered.returningByMonth.map(({ month, firstTime, again }) => ({
      ...{ month, firstTime: exactly(firstTime), again: exactly(again) },
    })),
    sessions: gathered.sessions.map((session) => sessionOf(session, surroundings.baseUrl)),
    countries: countriesOf(gathered, shown, surroundings.locate),
  };
}

function figuresOf({ numbers, stated, isWhole }: Gathered, basis: MakeFunderReport['basis']): KeyFigure[] {
  const { guests } = numbers;
  const imported = numbers.isImported ? 'imported' : 'counted';
  /** Of people who came: a guest may be one more. */
  const came = (people: number): CountedAmount | null =>
    numbers.attended + guests === 0 ? null : { ...amountOf({ people, guests }), origin: imported };
  const places = (value: number): CountedAmount => ({ ...exactly(value), origin: 'counted' });
  const ofBasis = basis === 'attendance' ? came : places;
  /** What guests have in common with others is known as well as it will be. */
  const knownOfBasis = (value: number): CountedAmount | null =>
    basis === 'attendance' && came(0) === null
      ? null
      : { ...exactly(value), origin: basis === 'attendance' ? imported : 'counted' };
  const counted: [ReportMeasure, CountedAmount | null][] = [
    ['sessions', places(numbers.sessions)],
    ['registered', places(numbers.registered)],
    ['confirmed', places(numbers.confirmed)],
    ['participations', places(numbers.participations)],
    ['participants', places(numbers.participants)],
    ['attended', came(numbers.attended)],
    ['attendees', came(numbers.attendees)],
    ['returning', ofBasis(numbers.returning)],
    ['first-timers', ofBasis(numbers.firstTimers)],
    ['organisations', knownOfBasis(numbers.organisations)],
    ['speakers', places(numbers.speakers)],
    ['cities', knownOfBasis(numbers.cities)],
    ['countries', knownOfBasis(numbers.countries)],
    ['regions', places(numbers.regions)],
  ];
  // What is stated of a series is of all of it: beside the figures of a part it would contradict them for nothing.
  const beside = isWhole ? stated : [];
  return counted.map(([measure, amount]) => ({
    measure,
    counted: amount,
    stated: beside.filter((one) => one.measure === measure).map(statedOf),
  }));
}

function sessionOf(
  { attended, guests, isImported, stated, recaps, ...session }: GatheredSession,
  baseUrl: string,
): ReportedSession {
  const [first] = stated;
  return {
    ...session,
    attended:
      attended + guests === 0
        ? null
        : { ...amountOf({ people: attended, guests }), origin: isImported ? 'imported' : 'counted' },
    stated: first ? statedOf(first) : null,
    recaps: recaps.map(({ language, slug }) => baseUrl + publicPaths.recap(language, slug)),
  };
}

function countriesOf(
  { countries, cities }: Gathered,
  shown: ShownPeople,
  locate: Surroundings['locate'],
): ReportedCountry[] {
  return countries
    .filter((one) => shown.isNamed('country', one))
    .map((one) => ({
      country: one.country,
      people: amountShown(shown, 'country', one),
      cities: cities
        .filter((city) => city.country === one.country && shown.isNamed('city', city))
        .map((city) => {
          const found = city.country === null ? null : locate(city.city, city.country);
          return {
            name: city.city,
            place: found && { latitude: found.latitude, longitude: found.longitude },
            people: amountShown(shown, 'city', city),
          };
        }),
    }));
}

const EVERYTHING: ShownPeople = { isNamed: () => true, isShown: () => true };

function amountShown(shown: ShownPeople, ...[kind, part]: Parameters<ShownPeople['isShown']>): ShownAmount {
  return shown.isShown(kind, part) ? amountOf(part) : null;
}

function statedOf({ value, isAtLeast, source, statedOn }: GatheredStated): StatedAmount {
  return { value, isAtLeast, source, statedOn };
}

function amountOf({ people, guests }: GatheredPeople): Amount {
  return { least: people, most: people + guests };
}

function exactly(value: number): Amount {
  return { least: value, most: value };
}
