import { inject, Injectable } from '@angular/core';
import {
  figuresApiPaths,
  type Dashboard,
  type DashboardFilter,
  type DashboardPart,
  type DashboardPeople,
} from '@reihe/shared-figures';
import { readFrom } from './requests';
import { StaffHttp } from './staff-http';

export interface DashboardPeopleQuery extends DashboardFilter, DashboardPart {
  page?: number | undefined;
  pageSize?: number | undefined;
}

/** What is known of the people of a series, or of all, and who stands behind each number. */
@Injectable({ providedIn: 'root' })
export class DashboardClient {
  private readonly http = inject(StaffHttp);

  of(filter: () => DashboardFilter) {
    return readFrom<Dashboard>(() => ({ path: figuresApiPaths.dashboard, query: filter() }));
  }

  people(query: () => DashboardPeopleQuery | null) {
    return readFrom<DashboardPeople>(() => {
      const asked = query();
      return asked && { path: figuresApiPaths.dashboardRows, query: asked };
    });
  }

  fetchPeople(query: DashboardPeopleQuery): Promise<DashboardPeople> {
    return this.http.get(figuresApiPaths.dashboardRows, query);
  }
}
