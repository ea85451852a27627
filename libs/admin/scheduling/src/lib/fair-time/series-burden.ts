import type { DayPart, PlannedAudience, SeriesFairness } from '@reihe/shared-planning';
import { DAY_PARTS } from '@reihe/shared-planning';

/** One bar of the chart: a place and how often it had which part of the day. */
export interface BurdenRow {
  placeId: string;
  sessions: Record<DayPart, number>;
  all: number;
  /** In percent of the sessions that were for the place, in the order of the parts. */
  bar: { part: DayPart; percent: number }[];
}

/** Those with the most nights first: whose turn it is not. */
export function burdenRows({ burden }: SeriesFairness): BurdenRow[] {
  return burden
    .map(({ placeId, sessions }) => {
      const all = DAY_PARTS.reduce((sum, part) => sum + sessions[part], 0);
      const bar = DAY_PARTS.map((part) => ({
        part,
        percent: all === 0 ? 0 : (sessions[part] / all) * 100,
      }));
      return { placeId, sessions, all, bar };
    })
    .filter(({ all }) => all > 0)
    .sort(
      (a, b) =>
        b.sessions.night - a.sessions.night || b.sessions['early-or-late'] - a.sessions['early-or-late'],
    );
}

/** Ids of the places that a session of a part of the day fell on, by the session's list of parts. */
export function placesWith(
  part: DayPart,
  dayParts: readonly (DayPart | null)[],
  { places }: PlannedAudience,
): string[] {
  return places.filter((_, index) => dayParts[index] === part).map(({ id }) => id);
}
