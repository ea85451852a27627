import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language, StatedCount } from '@reihe/shared-contracts';
import type {
  CityPeople,
  CountryPeople,
  Dashboard,
  DashboardFigure,
  DashboardFilter,
  DashboardPeople,
  DashboardSeries,
  DashboardSession,
  OnMap,
  TotalMeasure,
} from '@reihe/shared-figures';
import { DASHBOARD } from './dashboard.sql';
import { rowsBehind } from './rows.sql';

type WithStated<T> = Omit<T, 'stated'> & { stated: StatedCount[] };

/** Numbers that totals and the funnel are made of: one for each measure, and those that are of none. */
export type DashboardNumbers = Record<
  Exclude<TotalMeasure, 'participations'> | 'guests' | 'came' | 'accountedSessions' | 'accountedPlaces',
  number
>;

/** As the statement gives it: nothing is compared, and nothing on the map yet. */
export interface StoredDashboard extends Omit<
  Dashboard,
  'basis' | 'isNarrowed' | 'totals' | 'funnel' | 'stated' | 'countries' | 'cities' | 'sessions' | 'allSeries'
> {
  importedOn: string | null;
  numbers: DashboardNumbers;
  stated: StatedCount[];
  countries: Omit<CountryPeople, keyof OnMap>[];
  cities: Omit<CityPeople, keyof OnMap>[];
  sessions: WithStated<DashboardSession>[];
  allSeries: WithStated<DashboardSeries>[];
}

export type FoundPeople = Pick<DashboardPeople, 'items' | 'total' | 'people' | 'guests'>;

@Injectable()
export class DashboardsRepository {
  constructor(private readonly database: Database) {}

  /** null: there is no such series. */
  async read(filter: DashboardFilter, languages: readonly Language[]): Promise<StoredDashboard | null> {
    const [found] = await this.database.query<{ dashboard: StoredDashboard }>(
      DASHBOARD,
      dashboardValues(filter, languages),
    );
    return found?.dashboard ?? null;
  }

  /** null: there is no such series. */
  async rows(
    filter: DashboardFilter,
    { figure, value }: { figure: DashboardFigure; value: string | null },
    { limit, offset }: { limit: number; offset: number },
    languages: readonly Language[],
  ): Promise<FoundPeople | null> {
    const [found] = await this.database.query<FoundPeople>(rowsBehind(figure), [
      ...dashboardValues(filter, languages),
      value,
      limit,
      offset,
    ]);
    return found ?? null;
  }
}

/** $1 to $10 of the statements. */
export function dashboardValues(filter: DashboardFilter, languages: readonly Language[]): unknown[] {
  return [
    languages,
    filter.seriesId ?? null,
    filter.from ?? null,
    filter.to ?? null,
    filter.region ?? null,
    filter.category ?? null,
    filter.country ?? null,
    filter.language ?? null,
    filter.basis === 'attendance',
    filter.session ?? null,
  ];
}
