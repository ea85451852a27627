import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { outdatedVersion, seriesNotFound, sessionNotFound } from '@reihe/api-platform';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import { ownerColumn } from './owner';

/** What rules and questions share: whether whom they are of is there, and a version for each of them. */
@Injectable()
export class OwnersRepository {
  constructor(private readonly database: Database) {}

  /**
   * The id of the series: its own, or the session's.
   * @throws series.not-found, session.not-found
   */
  async seriesOf({ kind, id }: RegistrationOwner): Promise<string> {
    const [found] = await this.database.query<{ seriesId: string }>(
      kind === 'series'
        ? `SELECT id AS "seriesId" FROM series WHERE id = $1`
        : `SELECT series_id AS "seriesId" FROM sessions WHERE id = $1`,
      [id],
    );
    if (!found) throw kind === 'series' ? seriesNotFound() : sessionNotFound();
    return found.seriesId;
  }

  /**
   * Claims the next version of what the owner has one of, and its row's lock; where there is none yet it is made. Its id.
   * @throws version.outdated with the version that is stored
   */
  async claim(
    table: 'registration_rules' | 'question_forms',
    owner: RegistrationOwner,
    expected: number,
    more: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const column = ownerColumn(owner);
    const names = Object.keys(more);
    const values = [owner.id, ...Object.values(more)];
    const isIt = [column, ...names].map((name, index) => `${name} = $${index + 1}`).join(' AND ');
    const [claimed] = await this.database.query<{ id: string }>(
      expected === 0
        ? `INSERT INTO ${table} (${[column, ...names].join(', ')}) VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})
           ON CONFLICT DO NOTHING RETURNING id`
        : `WITH claimed AS (
             UPDATE ${table} SET version = version + 1 WHERE ${isIt} AND version = $${values.length + 1} RETURNING id
           ) SELECT id FROM claimed`,
      expected === 0 ? values : [...values, expected],
    );
    if (claimed) return claimed.id;
    const [current] = await this.database.query<{ version: number }>(
      `SELECT version FROM ${table} WHERE ${isIt}`,
      values,
    );
    throw outdatedVersion(current?.version ?? 0);
  }
}
