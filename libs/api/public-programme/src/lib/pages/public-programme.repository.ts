import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { invalidFields, type ListRows, offsetOf, oneRow } from '@reihe/api-platform';
import type { Language, ProgrammeFilter, SeriesPageQuestion } from '@reihe/shared-contracts';
import { HOME_PAGE, PROGRAMME, SERIES_CALENDAR, SERIES_PAGE, SESSION_EVENT, SESSION_PAGE } from './pages.sql';
import { filterParameters } from './programme-filter.sql';
import type { ProgrammeQuery } from './programme.query';
import type {
  EventRow,
  HomeRow,
  SeriesCalendarRow,
  SeriesPageRow,
  SessionPageRow,
  TeaserRow,
} from './public-programme.rows';

interface SeriesPageColumns extends Pick<SeriesPageRow, 'series' | 'recaps'> {
  programme: Omit<SeriesPageRow, 'series' | 'recaps'>;
}

/** What readers see: each page is one statement, whatever is on it. */
@Injectable()
export class PublicProgrammeRepository {
  constructor(private readonly database: Database) {}

  async home(languages: Language[], now: Date): Promise<HomeRow> {
    return oneRow(await this.database.prepared<{ page: HomeRow }>(HOME_PAGE, [languages, now])).page;
  }

  async series(
    slug: string,
    asked: SeriesPageQuestion,
    languages: Language[],
    now: Date,
  ): Promise<SeriesPageRow | null> {
    const rows = await inKnownZone(() =>
      this.database.prepared<SeriesPageColumns>(SERIES_PAGE, [
        languages,
        ...filterParameters(slug, asked, now),
        now,
        asked.start ?? null,
        asked.view === 'month',
        asked.month === '' ? null : (asked.month ?? null),
      ]),
    );
    const [page] = rows;
    return page ? { ...page.programme, series: page.series, recaps: page.recaps } : null;
  }

  async session(slug: string, languages: Language[]): Promise<{ id: string; page: SessionPageRow } | null> {
    const rows = await this.database.prepared<{ id: string; page: SessionPageRow }>(SESSION_PAGE, [
      languages,
      slug,
    ]);
    return rows[0] ?? null;
  }

  async programme(query: ProgrammeQuery, languages: Language[], now: Date): Promise<ListRows<TeaserRow>> {
    const rows = await inKnownZone(() =>
      this.database.prepared<ListRows<TeaserRow>>(PROGRAMME, [
        languages,
        ...filterParameters(query.series, query, now),
        query.pageSize,
        offsetOf(query),
        query.when === 'past',
      ]),
    );
    return oneRow(rows);
  }

  async calendarOfSeries(
    slug: string,
    filter: ProgrammeFilter,
    languages: Language[],
    now: Date,
  ): Promise<SeriesCalendarRow | null> {
    const rows = await inKnownZone(() =>
      this.database.query<SeriesCalendarRow>(SERIES_CALENDAR, [
        languages,
        ...filterParameters(slug, filter, now),
      ]),
    );
    return rows[0] ?? null;
  }

  async eventOfSession(
    slug: string,
    languages: Language[],
  ): Promise<(EventRow & { changedAt: Date }) | null> {
    const rows = await this.database.query<EventRow & { changedAt: Date }>(SESSION_EVENT, [languages, slug]);
    return rows[0] ?? null;
  }
}

/** PostgreSQL's "invalid parameter value"; of all that we send, only a zone can be one: its list of zones is not Node's. */
const UNKNOWN_ZONE = '22023';

async function inKnownZone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { driverError } = error as { driverError?: { code?: string } };
    throw driverError?.code === UNKNOWN_ZONE ? invalidFields({ path: 'zone', code: 'not-allowed' }) : error;
  }
}
