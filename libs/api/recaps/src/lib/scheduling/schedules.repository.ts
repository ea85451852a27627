import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

/** Told to every process when the next minute of publishing may be another one. */
export const SCHEDULES_CHANNEL = 'recap_schedules';

/** What was refused at its minute is tried again this much later, until nothing is missing or it is taken off. */
const TRIED_AGAIN_AFTER = `interval '1 minute'`;

@Injectable()
export class SchedulesRepository {
  constructor(private readonly database: Database) {}

  async due(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM recaps
       WHERE state = 'scheduled' AND publish_at <= $1
         AND (publish_tried_at IS NULL OR publish_tried_at <= $1::timestamptz - ${TRIED_AGAIN_AFTER})
       ORDER BY publish_at, id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Locks one that is still due, until the transaction ends; null: somebody else is at it, or it is due no more.
   * @returns its version
   */
  async take(id: string, now: Date): Promise<number | null> {
    const [row] = await this.database.query<{ version: number }>(
      `SELECT version FROM recaps
       WHERE id = $1 AND state = 'scheduled' AND publish_at <= $2
         AND (publish_tried_at IS NULL OR publish_tried_at <= $2::timestamptz - ${TRIED_AGAIN_AFTER})
       FOR UPDATE SKIP LOCKED`,
      [id, now],
    );
    return row?.version ?? null;
  }

  /** When to look next; null: nothing is scheduled. */
  async next(): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>(
      `SELECT min(greatest(publish_at, publish_tried_at + ${TRIED_AGAIN_AFTER})) AS at
       FROM recaps WHERE state = 'scheduled'`,
    );
    return row?.at ?? null;
  }

  /** Heard by other processes once the transaction is committed. */
  async tell(): Promise<void> {
    await this.database.query(`SELECT pg_notify($1, '')`, [SCHEDULES_CHANNEL]);
  }
}
