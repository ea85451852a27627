import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';

export interface Subscription {
  participantId: string;
  seriesId: string | null;
  seriesTitle: string | null;
  isOutOfSeries: boolean;
  isOutOfAll: boolean;
}

@Injectable()
export class NewsSubscriptionsRepository {
  constructor(private readonly database: Database) {}

  /** null: no mail of ours has this link, or the person behind it is erased. */
  async find(tokenHash: string, language: Language): Promise<Subscription | null> {
    const [found] = await this.database.query<Subscription>(
      `SELECT l.participant_id AS "participantId", l.series_id AS "seriesId",
              (SELECT t.title FROM series_translations t WHERE t.series_id = y.id
               ORDER BY language_rank(t.language, ARRAY[$2], y.default_language), t.language LIMIT 1) AS "seriesTitle",
              EXISTS (SELECT FROM news_opt_outs o WHERE o.participant_id = p.id AND o.series_id = l.series_id) AS "isOutOfSeries",
              EXISTS (SELECT FROM news_opt_outs o WHERE o.participant_id = p.id AND o.series_id IS NULL) AS "isOutOfAll"
       FROM unsubscribe_links l
       JOIN participants p ON p.id = l.participant_id AND p.erased_at IS NULL
       LEFT JOIN series y ON y.id = l.series_id
       WHERE l.token_hash = $1`,
      [tokenHash, language],
    );
    return found ?? null;
  }

  /** `seriesId` null: of all. True where that was new. */
  async optOut(participantId: string, seriesId: string | null, now: Date): Promise<boolean> {
    const added = await this.database.query(
      `INSERT INTO news_opt_outs (participant_id, series_id, created_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING id`,
      [participantId, seriesId, now],
    );
    return added.length === 1;
  }

  /** Of this series and of all. True where there was anything to take back. */
  async optIn(participantId: string, seriesId: string | null): Promise<boolean> {
    const removed = await this.database.query(
      `WITH removed AS (
         DELETE FROM news_opt_outs WHERE participant_id = $1 AND (series_id IS NULL OR series_id = $2 OR $2::uuid IS NULL)
         RETURNING id
       ) SELECT id FROM removed`,
      [participantId, seriesId],
    );
    return removed.length > 0;
  }

  /** Mails of that kind that have not gone, also those that failed and could be sent again, and their entries among those of messages. */
  async dropWaiting(participantId: string, seriesId: string | null): Promise<void> {
    await this.database.query(
      `WITH dropped AS (
         DELETE FROM outbox_messages m
         WHERE m.participant_id = $1 AND m.state IN ('queued', 'failed') AND m.unsubscribe_url IS NOT NULL
           AND ($2::uuid IS NULL OR EXISTS (
             SELECT FROM unsubscribe_links l
             WHERE l.participant_id = $1 AND l.series_id = $2
               AND l.token_hash = encode(sha256(convert_to(substring(m.unsubscribe_url FROM '[^/]+$'), 'UTF8')), 'hex')))
         RETURNING m.id
       ), left_out AS (
         UPDATE message_recipients r SET outcome = 'left-out', left_out_reason = 'unsubscribed'
         FROM dropped WHERE r.outbox_id = dropped.id RETURNING 1
       ) SELECT count(*) FROM left_out`,
      [participantId, seriesId],
    );
  }
}
