import {
  FROZEN_DIMENSIONS,
  FROZEN_MEASURES,
  type FrozenCell,
  type FrozenDimension,
  type FrozenFigure,
  type FrozenFigures,
  type FrozenMeasure,
  type RunFigures,
} from '@reihe/shared-figures';

/** As it was written, and what its keys are called today. */
export interface StoredRunFigures extends Omit<RunFigures, 'figures'> {
  figures: FrozenFigures;
  names: Partial<Record<FrozenDimension, Record<string, string>>>;
  /** Sessions of which a report said who came. */
  imported: string[];
}

type Part = Pick<FrozenFigure, 'part' | 'of' | 'country'>;

/** Measures that a report has a part in. */
const OF_WHO_CAME: readonly FrozenMeasure[] = ['attended', 'attendees', 'guests', 'accounted'];

/** One line for each number; of parts those are left out that come to nothing. */
export function runFiguresOf({ figures, names, imported, ...run }: StoredRunFigures): RunFigures {
  const { totals, sessions, by, placesPerPerson, answers } = figures;
  const lines = (part: Part, values: Partial<Record<FrozenMeasure, number>>, isImported: boolean) =>
    FROZEN_MEASURES.flatMap((measure): FrozenFigure[] => {
      const value = values[measure] ?? 0;
      if (value === 0 && !(part.part === 'series' && measure in values)) return [];
      const origin = isImported && OF_WHO_CAME.includes(measure) ? 'imported' : 'counted';
      return [{ ...part, measure, value, origin }];
    });
  const isAnyImported = imported.length > 0;
  const waiting = new Map(sessions.map(({ sessionId, ...counts }) => [sessionId, counts]));
  return {
    ...run,
    figures: [
      ...lines({ part: 'series', of: '', country: null }, totals, isAnyImported),
      ...FROZEN_DIMENSIONS.flatMap((dimension) =>
        by[dimension].flatMap((cell) => {
          const isSession = dimension === 'session';
          return lines(
            { part: dimension, ...nameOf(dimension, cell, names[dimension] ?? {}) },
            { ...countsOf(cell), ...(isSession && waitingOf(waiting.get(cell.key))) },
            isSession ? imported.includes(cell.key) : isAnyImported,
          );
        }),
      ),
      ...placesPerPerson.flatMap(({ places, people }) =>
        lines(
          { part: 'places-per-person', of: String(places), country: null },
          { participants: people },
          false,
        ),
      ),
      ...answers.flatMap((question) =>
        question.answers.flatMap((answer) =>
          lines(
            { part: 'answer', of: `${question.label}: ${answer.label}`, country: null },
            { participants: answer.people },
            false,
          ),
        ),
      ),
    ],
  };
}

const countsOf = ({ places, people, attended, attendees, guests }: FrozenCell) => ({
  ...{ participations: places, participants: people },
  ...{ attended, attendees, guests },
});

const waitingOf = (counts: { registered: number; waitlisted: number } | undefined) =>
  counts && { registered: counts.registered, waitlisted: counts.waitlisted };

function nameOf(
  dimension: FrozenDimension,
  { key, label }: FrozenCell,
  names: Record<string, string>,
): Pick<Part, 'of' | 'country'> {
  if (dimension === 'organisation') return { of: label ?? '', country: null };
  if (dimension !== 'city') return { of: names[key] ?? key, country: null };
  const at = key.lastIndexOf('|');
  const city = key.slice(0, at);
  return { of: names[city] ?? city, country: key.slice(at + 1) || null };
}
