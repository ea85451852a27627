import type { Count, Measure } from '@reihe/shared-contracts';
import { countOrigin, countValue, measureWords, type Formats } from '@reihe/web-platform';
import type { StripFigure } from './figure-strip';

/** People first, then where they are from, then what there was. Seats are no figures of a series. */
const ORDER: readonly Measure[] = [
  'participants',
  'attendees',
  'participations',
  'attended',
  'countries',
  'cities',
  'sessions',
  'speakers',
  'regions',
];

/** Counts as readers meet them. A measure that was both counted and reported stands there twice, each with its origin. */
export function stripFigures(counts: readonly Count[], formats: Formats, limit = Infinity): StripFigure[] {
  // With distinct people beside them, those who came are summed over sessions.
  const areSummed = counts.some(({ measure }) => measure === 'attendees');
  return counts
    .filter(({ measure, value }) => value > 0 && ORDER.includes(measure))
    .sort((a, b) => ORDER.indexOf(a.measure) - ORDER.indexOf(b.measure))
    .slice(0, limit)
    .map((count) => ({
      value: countValue(count, formats),
      label:
        areSummed && count.measure === 'attended'
          ? $localize`:@@web.measure.attendances:attendances`
          : measureWords(count.measure, count.value),
      origin: countOrigin(count, formats),
    }));
}
