import type { Language, Measure } from '@reihe/shared-contracts';
import type {
  FigureBreakdown,
  FigureDataRow,
  FigureDimension,
  PublicFigures,
  ShownNumber,
  ShownSessions,
} from '@reihe/shared-figures';

type Subject = Pick<FigureDataRow, 'key' | 'name'>;
type Told = Pick<FigureDataRow, 'dimension' | 'measure' | 'value' | 'precision'> & Subject;

/**
 * Everything that a page of figures shows, as one long table. Days are enough for when it was counted: a file that says the same stays
 * the same. @param series slug; empty: all @param today ISO date
 */
export function dataRows(
  figures: PublicFigures,
  series: string,
  language: Language,
  today: string,
): FigureDataRow[] {
  const counted = { origin: 'counted', source: '', stated_on: '' } as const;
  const rows = figures.totals.map((total): FigureDataRow => {
    const { measure, value, isAtLeast, origin, source, statedOn } = total;
    return {
      series,
      ...{
        dimension: 'total',
        key: '',
        name: '',
        measure,
        value,
        precision: isAtLeast ? 'at-least' : 'exact',
      },
      ...{ origin, source: source ?? '', stated_on: statedOn ?? '', as_of: today },
    };
  });
  const asOf = figures.countedAt?.slice(0, 10) ?? today;
  const attended = figures.totals.find(({ measure, source }) => measure === 'attended' && source === null);
  for (const told of toldOf(figures.breakdown, language)) {
    const isReport = told.measure === 'attended' && attended?.origin === 'imported';
    rows.push({
      series,
      ...told,
      ...counted,
      ...(isReport && { origin: 'imported', stated_on: attended.statedOn ?? '' }),
      as_of: asOf,
    });
  }
  return rows;
}

function toldOf(breakdown: FigureBreakdown, language: Language): Told[] {
  const countryName = namesIn(language, 'region');
  const languageName = namesIn(language, 'language');
  const { regions, countries, cities, languages, sessions, months, categories } = breakdown;
  const participants = (dimension: FigureDimension, subject: Subject, number: ShownNumber) =>
    numberOf(dimension, subject, 'participants', number);
  return [
    ...regions.map(({ key, name, participants: number }) =>
      participants('region', { key, name: name.text }, number),
    ),
    ...countries.map(({ key, participants: number }) =>
      participants('country', { key, name: countryName(key) }, number),
    ),
    ...cities.map(({ city, country, participants: number }) =>
      participants('city', { key: `${country}/${city}`, name: city }, number),
    ),
    ...languages.map(({ key, participants: number }) =>
      participants('language', { key, name: languageName(key) }, number),
    ),
    ...sessions.flatMap(({ key, name, ...numbers }) =>
      ofSessions('session', { key, name: name.text }, numbers),
    ),
    ...months.flatMap(({ key, ...numbers }) => ofSessions('month', { key, name: key }, numbers)),
    ...categories.flatMap(({ key, name, ...numbers }) =>
      ofSessions('category', { key, name: name.text }, numbers),
    ),
  ];
}

function ofSessions(dimension: FigureDimension, subject: Subject, numbers: ShownSessions): Told[] {
  const { sessions, participations, attended } = numbers;
  return [
    ...(dimension === 'session'
      ? []
      : [numberOf(dimension, subject, 'sessions', { value: sessions, isAtLeast: false })]),
    numberOf(dimension, subject, 'participations', participations),
    ...(attended ? [numberOf(dimension, subject, 'attended', attended)] : []),
  ];
}

function numberOf(
  dimension: FigureDimension,
  { key, name }: Subject,
  measure: Measure,
  { value, isAtLeast }: ShownNumber,
): Told {
  const precision = value === null ? 'hidden' : isAtLeast ? 'at-least' : 'exact';
  return { dimension, key, name, measure, value, precision };
}

function namesIn(language: Language, type: 'region' | 'language'): (code: string) => string {
  const names = new Intl.DisplayNames(language, { type });
  return (code) => names.of(code) ?? code;
}
