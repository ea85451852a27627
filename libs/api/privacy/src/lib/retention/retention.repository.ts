import { Injectable } from '@nestjs/common';
import { Database, FrozenFiguresRow, RetentionRunRow } from '@reihe/api-persistence';
import { offsetOf, type PageQuery } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  FROZEN_DIMENSIONS,
  type FrozenFigures,
  type GoingPerson,
  type RetentionRun,
} from '@reihe/shared-figures';
import { COUNTED_ROWS, FIGURES_OF_SERIES } from './frozen-figures.sql';
import {
  DUE_SERIES,
  DUE_SESSIONS,
  LEFT_BEHIND,
  GOING_PEOPLE,
  SERIES_AS_A_WHOLE,
  SESSIONS_OF_PEOPLE,
  STAYING_PEOPLE,
} from './retention.sql';
import type { StoredRunFigures } from './run-figures.mapper';
import { RUN_FIGURES } from './run-figures.sql';

export interface DueSession {
  id: string;
  title: string;
  endedAt: string;
  keptUntil: string;
  holdsSomething: boolean;
}

/** What is due, whom it is about, and what it comes to in figures. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  async dueSeries(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(DUE_SERIES, [now]);
    return rows.map(({ id }) => id);
  }

  /** null: there is no such series. */
  async title(seriesId: string, languages: readonly Language[]): Promise<string | null> {
    const [row] = await this.database.query<{ title: string }>(
      `SELECT coalesce(t.title, y.slug) AS title FROM series y
       LEFT JOIN LATERAL (
         SELECT x.title FROM series_translations x WHERE x.series_id = y.id
         ORDER BY language_rank(x.language, $2::text[], y.default_language) LIMIT 1
       ) t ON true
       WHERE y.id = $1`,
      [seriesId, languages],
    );
    return row?.title ?? null;
  }

  dueSessions(seriesId: string, now: Date, languages: readonly Language[]): Promise<DueSession[]> {
    return this.database.query<DueSession>(DUE_SESSIONS, [seriesId, now, languages]);
  }

  /** Who has nothing in any session that is kept, by name. */
  goingPeople(sessionIds: readonly string[], now: Date): Promise<GoingPerson[]> {
    return this.database.query<GoingPerson>(GOING_PEOPLE, [sessionIds, now]);
  }

  /** Nobody registers one of them from here on. */
  async lockPeople(participantIds: readonly string[]): Promise<void> {
    await this.database.query(`SELECT FROM participants WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`, [
      participantIds,
    ]);
  }

  /** Known, and for nothing any more. @param among null: all */
  async leftBehind(among: readonly string[] | null, now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(LEFT_BEHIND, [now, among]);
    return rows.map(({ id }) => id);
  }

  async stayingPeople(sessionIds: readonly string[], now: Date): Promise<number> {
    const [row] = await this.database.query<{ staying: number }>(STAYING_PEOPLE, [sessionIds, now]);
    return row?.staying ?? 0;
  }

  async sessionsOfPeople(participantIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(SESSIONS_OF_PEOPLE, [participantIds]);
    return rows.map(({ id }) => id);
  }

  /** All of the series and these, in the order in which everybody locks sessions. Their ids. */
  async lockSessions(seriesId: string | null, sessionIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM sessions WHERE series_id = $1 OR id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
      [seriesId, sessionIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether the time of what is of no single session has come, and whether there is anything of that. */
  async asAWhole(seriesId: string, now: Date): Promise<{ isOver: boolean; holdsSomething: boolean }> {
    const [row] = await this.database.query<{ isOver: boolean; holdsSomething: boolean }>(SERIES_AS_A_WHOLE, [
      seriesId,
      now,
    ]);
    return row ?? { isOver: false, holdsSomething: false };
  }

  /** @param answersOf sessions whose answers are counted along */
  async figures(seriesId: string, answersOf: readonly string[]): Promise<FrozenFigures> {
    const [row] = await this.database.query<{ figures: FrozenFigures }>(FIGURES_OF_SERIES, [
      seriesId,
      answersOf,
      FROZEN_DIMENSIONS,
    ]);
    if (!row) throw new Error('Figures are one row.');
    return row.figures;
  }

  /** The same as long as nothing that is counted changes. */
  async digest(sessionIds: readonly string[]): Promise<string> {
    const [row] = await this.database.query<{ digest: string }>(COUNTED_ROWS, [sessionIds]);
    return row?.digest ?? '';
  }

  async lastFrozen(seriesId: string): Promise<FrozenFigures | null> {
    const row = await this.database
      .of(FrozenFiguresRow)
      .findOne({ where: { seriesId }, order: { asOf: 'DESC' } });
    return row?.figures ?? null;
  }

  async freeze(seriesId: string, figures: FrozenFigures, asOf: Date): Promise<string> {
    const { identifiers } = await this.database.of(FrozenFiguresRow).insert({ seriesId, figures, asOf });
    return (identifiers[0] as { id: string }).id;
  }

  async record(run: Omit<RetentionRunRow, 'id' | 'series' | 'frozen'>): Promise<string> {
    const { identifiers } = await this.database.of(RetentionRunRow).insert(run);
    return (identifiers[0] as { id: string }).id;
  }

  /** The latest first. */
  runs(query: PageQuery, languages: readonly Language[]): Promise<(RetentionRun & { total: number })[]> {
    return this.database.query(
      `${RUNS}, count(*) OVER ()::int AS total ${FROM_RUNS} ORDER BY r.at DESC, r.id DESC LIMIT $2 OFFSET $3`,
      [languages, query.pageSize, offsetOf(query)],
    );
  }

  /** null: there is no such run, or nothing went. */
  async runFigures(runId: string, languages: readonly Language[]): Promise<StoredRunFigures | null> {
    const [found] = await this.database.query<StoredRunFigures>(RUN_FIGURES, [languages, runId]);
    return found ?? null;
  }

  async run(id: string, languages: readonly Language[]): Promise<RetentionRun> {
    const [run] = await this.database.query<RetentionRun>(`${RUNS} ${FROM_RUNS} WHERE r.id = $2`, [
      languages,
      id,
    ]);
    if (!run) throw new Error(`There is no run ${id}.`);
    return run;
  }
}

/** `$1` languages */
const RUNS = `
  SELECT r.id, r.series_id AS "seriesId", coalesce(t.title, y.slug) AS "seriesTitle", iso_instant(r.at) AS at, a.name AS "startedBy",
         r.outcome, cardinality(r.session_ids) AS sessions, r.counts, r.changed`;
const FROM_RUNS = `
  FROM retention_runs r JOIN series y ON y.id = r.series_id
  LEFT JOIN staff_accounts a ON a.id = r.started_by
  LEFT JOIN LATERAL (
    SELECT x.title FROM series_translations x WHERE x.series_id = y.id
    ORDER BY language_rank(x.language, $1::text[], y.default_language) LIMIT 1
  ) t ON true`;
