import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type CountsOverview,
  type SeriesFigures,
  type StateCount,
  type StatedCount,
} from '@reihe/shared-contracts';
import { type SelectionFigures } from '@reihe/shared-editorial';
import type { SessionNumbers } from '@reihe/shared-registration';
import { readAt } from './requests';
import { StaffHttp } from './staff-http';

/** Counts with their origin: what the records say and what somebody stated. */
@Injectable({ providedIn: 'root' })
export class FiguresClient {
  private readonly http = inject(StaffHttp);

  ofSeries(seriesId: () => string | null) {
    return readAt<SeriesFigures>(seriesId, apiPaths.seriesFigures);
  }

  ofSelection(seriesId: string, sessionIds: readonly string[]): Promise<SelectionFigures> {
    return this.http.post(apiPaths.selectionFigures(seriesId), { sessionIds });
  }

  numbersOfSession(sessionId: () => string | null) {
    return readAt<SessionNumbers>(sessionId, apiPaths.sessionNumbers);
  }

  countsOfSession(sessionId: () => string | null) {
    return readAt<CountsOverview>(sessionId, apiPaths.sessionCounts);
  }

  countsOfSeries(seriesId: () => string | null) {
    return readAt<CountsOverview>(seriesId, apiPaths.seriesCounts);
  }

  stateForSession(sessionId: string, count: StateCount): Promise<StatedCount> {
    return this.http.post(apiPaths.sessionCounts(sessionId), count);
  }

  stateForSeries(seriesId: string, count: StateCount): Promise<StatedCount> {
    return this.http.post(apiPaths.seriesCounts(seriesId), count);
  }

  change(countId: string, count: StateCount): Promise<StatedCount> {
    return this.http.put(apiPaths.statedCount(countId), count);
  }

  remove(countId: string): Promise<void> {
    return this.http.delete(apiPaths.statedCount(countId));
  }
}
