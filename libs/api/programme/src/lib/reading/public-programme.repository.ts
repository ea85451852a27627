import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { type ListRows, offsetOf, oneRow } from '@reihe/api-platform';
import type { Language, ProgrammeFilter } from '@reihe/shared-contracts';
import { HOME_PAGE, PROGRAMME, SERIES_EVENTS, SERIES_PAGE, SESSION_EVENTS, SESSION_PAGE } from './pages.sql';
import type { ProgrammeQuery } from './programme.query';
import type { EventRow, HomeRow, SeriesPageRow, SessionPageRow, TeaserRow } from './public-programme.rows';

/** What readers see: each page is one statement, whatever is on it. */
@Injectable()
export class PublicProgrammeRepository {
  constructor(private readonly database: Database) {}

  async home(languages: Language[], now: Date): Promise<HomeRow> {
    return oneRow(await this.database.prepared<{ page: HomeRow }>(HOME_PAGE, [languages, now])).page;
  }

  async series(
    slug: string,
    filter: ProgrammeFilter,
    languages: Language[],
    now: Date,
  ): Promise<SeriesPageRow | null> {
    const rows = await this.database.prepared<{ page: SeriesPageRow }>(SERIES_PAGE, [
      languages,
      slug,
      ...filterParameters({ ...filter, series: slug }, now),
    ]);
    return rows[0]?.page ?? null;
  }

  async session(slug: string, languages: Language[]): Promise<{ id: string; page: SessionPageRow } | null> {
    const rows = await this.database.prepared<{ id: string; page: SessionPageRow }>(SESSION_PAGE, [
      languages,
      slug,
    ]);
    return rows[0] ?? null;
  }

  async programme(query: ProgrammeQuery, languages: Language[], now: Date): Promise<ListRows<TeaserRow>> {
    const rows = await this.database.prepared<ListRows<TeaserRow>>(PROGRAMME, [
      languages,
      ...filterParameters(query, now),
      query.q ?? '',
      query.pageSize,
      offsetOf(query),
      query.when === 'past',
    ]);
    return oneRow(rows);
  }

  eventsOfSeries(slug: string, languages: Language[]): Promise<EventRow[]> {
    return this.database.query<EventRow>(SERIES_EVENTS, [languages, slug]);
  }

  eventsOfSession(slug: string, languages: Language[]): Promise<EventRow[]> {
    return this.database.query<EventRow>(SESSION_EVENTS, [languages, slug]);
  }
}

function filterParameters(filter: ProgrammeFilter, now: Date): unknown[] {
  return [
    filter.series ?? null,
    filter.region ?? null,
    filter.category ?? null,
    filter.language ?? null,
    filter.kind ?? null,
    filter.when === 'upcoming' ? now : null,
    filter.when === 'past' ? now : null,
  ];
}
