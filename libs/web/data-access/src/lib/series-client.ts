import { inject, Injectable } from '@angular/core';
import {
  apiPaths,
  type Page,
  type SaveSeries,
  type Series,
  type SeriesListItem,
  type SeriesState,
} from '@reihe/shared-contracts';
import { readAt, readFrom, type ListQuery } from './requests';
import { StaffHttp } from './staff-http';

export interface SeriesQuery extends ListQuery {
  state?: SeriesState | undefined;
}

@Injectable({ providedIn: 'root' })
export class SeriesClient {
  private readonly http = inject(StaffHttp);

  list(query: () => SeriesQuery) {
    return readFrom<Page<SeriesListItem>>(() => ({ path: apiPaths.series, query: query() }));
  }

  one(id: () => string | null) {
    return readAt<Series>(id, apiPaths.oneSeries);
  }

  fetch(id: string): Promise<Series> {
    return this.http.get(apiPaths.oneSeries(id));
  }

  create(series: SaveSeries): Promise<Series> {
    return this.http.post(apiPaths.series, series);
  }

  save(id: string, series: SaveSeries): Promise<Series> {
    return this.http.put(apiPaths.oneSeries(id), series);
  }

  publish(id: string, version: number): Promise<Series> {
    return this.http.post(apiPaths.publishSeries(id), { version });
  }
}
