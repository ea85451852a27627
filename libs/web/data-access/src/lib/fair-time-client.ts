import { inject, Injectable } from '@angular/core';
import { apiPaths } from '@reihe/shared-contracts';
import type {
  AudienceChoice,
  FairSlots,
  PlannedAudience,
  SearchSlots,
  SeriesFairness,
} from '@reihe/shared-planning';
import { readAt, readFrom } from './requests';
import { StaffHttp } from './staff-http';

/** Whose night a session is. */
@Injectable({ providedIn: 'root' })
export class FairTimeClient {
  private readonly http = inject(StaffHttp);

  audience(choice: () => AudienceChoice | null) {
    return readFrom<PlannedAudience>(() => {
      const query = choice();
      return query ? { path: apiPaths.plannedAudience, query } : null;
    });
  }

  /** The best slots of the week that begins on `search.from`. */
  slots(search: SearchSlots): Promise<FairSlots> {
    return this.http.post(apiPaths.fairSlots, search);
  }

  ofSeries(seriesId: () => string | null) {
    return readAt<SeriesFairness>(seriesId, apiPaths.seriesFairness);
  }
}
