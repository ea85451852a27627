import { Injectable } from '@nestjs/common';
import { Database, RecapAssignmentRow } from '@reihe/api-persistence';
import { likeText, offsetOf, oneRow, type ListRows } from '@reihe/api-platform';
import { type Language } from '@reihe/shared-contracts';
import type { BoardCard, BoardSession, RecapAssignment } from '@reihe/shared-editorial';
import type { BoardCardsQuery, BoardSessionsQuery } from './board.bodies';
import { boardCards, SESSIONS_WITHOUT_RECAP } from './board.sql';

@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** @param owner an id, `nobody`, or null for everybody's */
  async cards(
    query: BoardCardsQuery,
    owner: string | null,
    languages: Language[],
    now: Date,
  ): Promise<ListRows<BoardCard>> {
    const { series = null, state = null, lack = null, q = '' } = query;
    const isSomebody = owner !== null && owner !== 'nobody';
    const sql = boardCards({
      series: series !== null,
      state: state !== null,
      owner: isSomebody ? 'somebody' : owner,
      lack,
      overdue: query.overdue === 'yes',
      words: q !== '',
    });
    return oneRow(
      await this.database.query<ListRows<BoardCard>>(sql, [
        ...[languages, series, state, isSomebody ? owner : null, now],
        ...[`%${likeText(q)}%`, query.pageSize, offsetOf(query)],
      ]),
    );
  }

  async sessions(
    query: BoardSessionsQuery,
    languages: Language[],
    now: Date,
  ): Promise<ListRows<BoardSession>> {
    return oneRow(
      await this.database.query<ListRows<BoardSession>>(SESSIONS_WITHOUT_RECAP, [
        languages,
        query.series ?? null,
        query.overdue === 'yes',
        now,
        query.q ?? '',
        query.pageSize,
        offsetOf(query),
      ]),
    );
  }

  async assignment(recapId: string): Promise<RecapAssignment> {
    const row = await this.database
      .of(RecapAssignmentRow)
      .findOne({ where: { recapId }, relations: { owner: true } });
    if (!row) return { version: 0, owner: null, dueOn: null };
    const { version, owner, dueOn } = row;
    return { version, owner: owner ? { id: owner.id, name: owner.name } : null, dueOn };
  }

  /** False: somebody assigned it since `version` was read. */
  async assign(
    recapId: string,
    version: number,
    change: { ownerId: string | null; dueOn: string | null },
  ): Promise<boolean> {
    const written = await this.database.query(
      `INSERT INTO recap_assignments AS a (recap_id, owner_id, due_on) SELECT $1, $3, $4 WHERE $2 = 0
       ON CONFLICT (recap_id) DO NOTHING RETURNING 1`,
      [recapId, version, change.ownerId, change.dueOn],
    );
    if (written.length > 0 || version === 0) return written.length > 0;
    const { affected } = await this.database
      .of(RecapAssignmentRow)
      .update({ recapId, version }, { ...change, version: version + 1 });
    return affected === 1;
  }

  async hasRecap(id: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM recaps WHERE id = $1`, [id])).length > 0;
  }

  /** Somebody of the staff who can still do something. */
  async hasAccount(id: string): Promise<boolean> {
    return (
      (await this.database.query(`SELECT 1 FROM staff_accounts WHERE id = $1 AND is_active`, [id])).length > 0
    );
  }
}
