import { Injectable } from '@nestjs/common';
import { fallbackOrder, invalidFields, PlaceFinder, seriesNotFound } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  PARTED_FIGURES,
  type Dashboard,
  type DashboardFilter,
  type DashboardPeople,
} from '@reihe/shared-figures';
import { CountryPlaces } from './country-places';
import { dashboardOf } from './dashboards.mapper';
import type { DashboardQuery, DashboardRowsQuery } from './dashboards.query';
import { DashboardsRepository } from './dashboards.repository';

const PARTED: readonly string[] = PARTED_FIGURES;

/** What is known of the people of a series, or of all of them: counted from one view, and who stands behind each number. */
@Injectable()
export class DashboardsService {
  constructor(
    private readonly dashboards: DashboardsRepository,
    private readonly cities: PlaceFinder,
    private readonly countries: CountryPlaces,
  ) {}

  /** @throws series.not-found */
  async read(query: DashboardQuery, language: Language): Promise<Dashboard> {
    mustBeInOrder(query);
    const stored = await this.dashboards.read(query, fallbackOrder(language));
    if (!stored) throw seriesNotFound();
    return dashboardOf(stored, query, { cities: this.cities, countries: this.countries });
  }

  /** @throws series.not-found */
  async rows(query: DashboardRowsQuery, language: Language): Promise<DashboardPeople> {
    mustBeInOrder(query);
    const { figure, page, pageSize } = query;
    const value = query.value ?? null;
    if (PARTED.includes(figure) && value === null) throw invalidFields({ path: 'value', code: 'required' });
    const found = await this.dashboards.rows(
      query,
      { figure, value },
      { limit: pageSize, offset: (page - 1) * pageSize },
      fallbackOrder(language),
    );
    if (!found) throw seriesNotFound();
    return { ...found, page, pageSize };
  }
}

function mustBeInOrder({ from, to }: DashboardFilter): void {
  if (from && to && from > to) throw invalidFields({ path: 'to', code: 'end-before-start' });
}
