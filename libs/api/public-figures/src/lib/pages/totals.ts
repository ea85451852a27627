import type { Count, Measure } from '@reihe/shared-contracts';
import { SMALL_BELOW, type FigureDifference, type PublicTotal } from '@reihe/shared-figures';
import type { SeriesOfFigures, TotalsOfAll } from './public-figures.rows';

/** What counts people, or follows from who they are. */
const OF_PEOPLE: readonly Measure[] = [
  'registered',
  'confirmed',
  'waitlisted',
  'attended',
  'attendees',
  'participations',
  'participants',
  'countries',
  'cities',
];
const CAME: readonly Measure[] = ['attended', 'attendees'];

/** The numbers of a series: recorded and stated beside each other. Guests whom nobody identified make a range. */
export function totalsOf({ figures, guests }: SeriesOfFigures): PublicTotal[] {
  return withoutFew(figures).map((count) => ({ ...count, upTo: upTo(count, guests) }));
}

/** Of all series: recorded alone, for what hosts state of one series does not add up with what they state of another. */
export function totalsOfAll({ guests, importedOn, ...numbers }: TotalsOfAll): PublicTotal[] {
  const measures = Object.entries(numbers) as [Measure, number][];
  const counts = measures
    .filter(([, value]) => value > 0)
    .map(([measure, value]): Count => {
      const isImported = CAME.includes(measure) && importedOn !== null;
      return {
        measure,
        value,
        origin: isImported ? 'imported' : 'counted',
        isAtLeast: CAME.includes(measure) && guests > 0,
        source: null,
        statedOn: isImported ? importedOn : null,
      };
    });
  return withoutFew(counts).map((count) => ({ ...count, upTo: upTo(count, guests) }));
}

/** Where somebody states another number than the records hold. Of so few that no number is shown nothing is said. */
export function differencesOf({ figures }: SeriesOfFigures): FigureDifference[] {
  const told = withoutFew(figures);
  return figures.filter(isStated).flatMap((stated): FigureDifference[] => {
    const ofRecords = (count: Count) => count.measure === stated.measure && !isStated(count);
    const recorded = told.find(ofRecords) ?? null;
    if (!recorded) return figures.some(ofRecords) ? [] : [{ measure: stated.measure, stated, recorded }];
    const agrees = stated.isAtLeast ? recorded.value >= stated.value : recorded.value === stated.value;
    return agrees ? [] : [{ measure: stated.measure, stated, recorded }];
  });
}

/** Where there are fewer people on record than may be shown, nothing is told of them. */
function withoutFew(figures: readonly Count[]): Count[] {
  const isFew = (measure: Measure) => {
    const value = figures.find((count) => count.measure === measure && !isStated(count))?.value ?? 0;
    return value < SMALL_BELOW;
  };
  return figures.filter((count) => {
    if (isStated(count) || !OF_PEOPLE.includes(count.measure)) return true;
    return !isFew(
      count.measure === 'countries' || count.measure === 'cities' ? 'participants' : count.measure,
    );
  });
}

function upTo({ measure, source, value }: Count, guests: number): number | null {
  return CAME.includes(measure) && source === null && guests > 0 ? value + guests : null;
}

function isStated({ source }: Count): boolean {
  return source !== null;
}
