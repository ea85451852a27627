import type { FoundPlace } from '@reihe/api-platform';
import type {
  Amount,
  CountedAmount,
  FunderReport,
  KeyFigure,
  ReportedCountry,
  ReportedSession,
  ReportMeasure,
  StatedAmount,
} from '@reihe/api-report-documents';
import { publicPaths } from '@reihe/shared-contracts';
import { DEFAULT_THRESHOLD, type MakeFunderReport } from '@reihe/shared-figures';
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
  { language, basis, from, to }: Pick<MakeFunderReport, 'language' | 'basis' | 'from' | 'to'>,
  surroundings: Surroundings,
): UndatedReport {
  const { numbers, threshold } = gathered;
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
      smallestShown: null,
    },
    sessionsByMonth: gathered.sessionsByMonth,
    peopleByRegion: gathered.regions.map(({ name, tint, ...people }) => ({
      ...{ name, tint, people: amountOf(people) },
    })),
    peopleByCategory: gathered.categories.map(({ name, ...people }) => ({ name, people: amountOf(people) })),
    registrationsByMonth: gathered.registrationsByMonth,
    returningByMonth: gathered.returningByMonth.map(({ month, firstTime, again }) => ({
      ...{ month, firstTime: exactly(firstTime), again: exactly(again) },
    })),
    sessions: gathered.sessions.map((session) => sessionOf(session, surroundings.baseUrl)),
    countries: countriesOf(gathered, surroundings.locate),
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

function countriesOf({ countries, cities }: Gathered, locate: Surroundings['locate']): ReportedCountry[] {
  return countries.map(({ country, ...people }) => ({
    country,
    people: amountOf(people),
    cities: cities
      .filter((one) => one.country === country)
      .map(({ city, country: of, ...ofCity }) => {
        const found = of === null ? null : locate(city, of);
        return {
          name: city,
          place: found && { latitude: found.latitude, longitude: found.longitude },
          people: amountOf(ofCity),
        };
      }),
  }));
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
