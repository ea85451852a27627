import {
  COUNT_ORIGINS,
  MEASURES,
  type Count,
  type FigureRequest,
  type SeriesFigures,
} from '@reihe/shared-contracts';
import { type SelectionFigures } from '@reihe/shared-editorial';

/** A number that can stand in the text, with what readers would see in its place today. */
export interface PlaceableFigure extends FigureRequest {
  count: Count;
  /** Title of the session; null for the whole series. */
  sessionTitle: string | null;
}

/** One over several sessions. */
export interface SelectedFigure extends PlaceableFigure {
  sessionIds: readonly string[];
  /** How many of them count: drafts and cancelled ones do not. */
  sessions: number;
  /** How many of those that count have no record of the figure's origin. */
  leftOut: number;
}

/** Of a selection, the same way. */
export function selectedFigures({ sessionIds, sessions, counts }: SelectionFigures): SelectedFigure[] {
  return bestCounts(counts).map((count) => ({
    ...{ measure: count.measure, sessionId: null, sessionTitle: null, count, sessionIds, sessions },
    leftOut: count.leftOut,
  }));
}

/** Figures of the sessions a recap is about, then those of the whole series. Of each measure the one readers get. */
export function placeableFigures(figures: SeriesFigures, sessionIds: readonly string[]): PlaceableFigure[] {
  const covered = figures.sessions.filter(({ sessionId }) => sessionIds.includes(sessionId));
  return [
    ...covered.flatMap(({ sessionId, title, counts }) =>
      bestCounts(counts).map((count) => ({
        measure: count.measure,
        sessionId,
        sessionTitle: title,
        count,
      })),
    ),
    ...bestCounts([...figures.counts, ...figures.stated.filter(({ sessionId }) => sessionId === null)]).map(
      (count) => ({
        measure: count.measure,
        sessionId: null,
        sessionTitle: null,
        count,
      }),
    ),
  ];
}

/** What was counted stands before what was imported, that before what somebody stated: as on the reader's page. */
function bestCounts<T extends Count>(counts: readonly T[]): T[] {
  return MEASURES.flatMap((measure) => {
    const known = COUNT_ORIGINS.flatMap((origin) =>
      counts.filter((count) => count.measure === measure && count.origin === origin),
    );
    return known.slice(0, 1);
  });
}
