import type { Config, PlaceFinder } from '@reihe/api-platform';
import { SMALL_BELOW, type PublicFigures, type PublicFiguresHead } from '@reihe/shared-figures';
import type { PublicFiguresRow, SeriesOfFigures } from './public-figures.rows';
import { shownBreakdown } from './shown-breakdown';
import { differencesOf, totalsOf, totalsOfAll } from './totals';

/** What figures are answered with besides what is counted. */
export interface Surroundings {
  config: Pick<Config, 'dataLicence' | 'contact'>;
  places: Pick<PlaceFinder, 'locate'>;
}

/** An allow-list: nothing of a row is told that is not named here. */
export function publicFiguresOf(
  { series, totals, regions, categories }: PublicFiguresRow,
  { config, places }: Surroundings,
): PublicFigures {
  const [only, ...others] = series;
  const isOne = only !== undefined && others.length === 0 && totals === null;
  const breakdown = shownBreakdown(series, { regions, categories }, places);
  return {
    series: series.map(headOf),
    totals: totals ? totalsOfAll(totals) : series.flatMap(totalsOf),
    differences: isOne ? differencesOf(only) : [],
    breakdown: { ...breakdown, sessions: isOne ? breakdown.sessions : [] },
    countedAt: countedAt(series),
    smallBelow: SMALL_BELOW,
    attendance: isOne ? only.attendance : null,
    licence: config.dataLicence,
    contact: config.contact,
  };
}

function headOf(series: SeriesOfFigures): PublicFiguresHead {
  const { slug, title, language, host, startsOn, endsOn, isSample, languages } = series;
  return { slug, title, language, host, startsOn, endsOn, isSample, languages, totals: totalsOf(series) };
}

/** The earliest of those that counted anybody. */
function countedAt(series: readonly SeriesOfFigures[]): string | null {
  const moments = series.flatMap(({ stored }) =>
    stored && stored.participations + stored.attended > 0 ? [new Date(stored.countedAt).toISOString()] : [],
  );
  return moments.sort()[0] ?? null;
}
