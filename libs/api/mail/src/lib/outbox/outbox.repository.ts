import { Injectable } from '@nestjs/common';
import { Database, OutboxRow } from '@reihe/api-persistence';
import { likeText } from '@reihe/api-platform';
import type { OutboxState } from '@reihe/shared-registration';

/** A message as its worker has it, claimed until `leaseSeconds` are over. */
export interface ClaimedMessage {
  id: string;
  messageId: string;
  toAddress: string;
  toName: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  calendarMethod: OutboxRow['calendarMethod'];
  threadId: string | null;
  unsubscribeUrl: string | null;
  /** Which try this is; also the worker's proof that the claim is still its own. */
  attempts: number;
}

export type NewMessage = Omit<OutboxRow, 'participant' | 'session' | 'change' | 'createdAt' | 'notBefore'> &
  Partial<Pick<OutboxRow, 'notBefore'>>;

export interface OutboxFilter {
  state?: OutboxState | undefined;
  q?: string | undefined;
}

/** Many at once: by the query builder each message takes longer to put together than to render. */
const INSERT = `
  INSERT INTO outbox_messages (id, message_id, template, language, to_address, to_name, subject, text, html, calendar,
                               calendar_method, participant_id, session_id, change_id, session_news, thread_id,
                               unsubscribe_url, useful_until, can_wait, state, attempts, not_before, send_after)
  SELECT id, "messageId", template, language, "toAddress", "toName", subject, text, html, calendar, "calendarMethod",
         "participantId", "sessionId", "changeId", "sessionNews", "threadId", "unsubscribeUrl", "usefulUntil", "canWait", state,
         attempts, coalesce("notBefore", now()), "sendAfter"
  FROM jsonb_to_recordset($1) AS m (
    id uuid, "messageId" text, template text, language text, "toAddress" text, "toName" text, subject text, text text,
    html text, calendar text, "calendarMethod" text, "participantId" uuid, "sessionId" uuid, "changeId" uuid,
    "sessionNews" jsonb, "threadId" text, "unsubscribeUrl" text, "usefulUntil" timestamptz, "canWait" boolean, state text, attempts int,
    "notBefore" timestamptz, "sendAfter" timestamptz)`;

/**
 * `$1`: seconds of the claim; `$2`: how many tries there are. What is of no use any more is given up. What is outdated waits a
 * minute: whoever wrote it takes it back meanwhile and writes it anew, or it turns out to be so again.
 */
const CLAIM = `
  WITH due AS (
    SELECT id,
           CASE
             WHEN state = 'sending' AND attempts >= $2 THEN 'the worker stopped while sending'
             WHEN useful_until <= now() THEN 'too late to be of use'
             WHEN mail_is_unsubscribed(id) THEN 'unsubscribed since'
             WHEN mail_is_outdated(id, now()) THEN 'outdated'
           END AS refusal
    FROM outbox_messages
    WHERE state IN ('queued', 'sending') AND not_before <= now()
    ORDER BY can_wait, not_before
    LIMIT 1
    FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE outbox_messages m
    SET state = CASE WHEN refusal IS NULL THEN 'sending' WHEN refusal = 'outdated' THEN 'queued' ELSE 'failed' END,
        attempts = m.attempts + (refusal IS NULL)::int,
        claimed_at = CASE WHEN refusal IS NULL THEN now() ELSE m.claimed_at END,
        last_error = coalesce(refusal, m.last_error),
        not_before = CASE
          WHEN refusal IS NULL THEN now() + make_interval(secs => $1)
          WHEN refusal = 'outdated' THEN now() + interval '1 minute'
          ELSE m.not_before
        END
    FROM due WHERE m.id = due.id
    RETURNING m.*, due.refusal
  )
  SELECT id, message_id AS "messageId", to_address AS "toAddress", to_name AS "toName", subject, text, html,
         calendar, calendar_method AS "calendarMethod", thread_id AS "threadId", unsubscribe_url AS "unsubscribeUrl",
         attempts, refusal
  FROM claimed`;

@Injectable()
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  async insert(messages: NewMessage[]): Promise<void> {
    await this.database.write(INSERT, [JSON.stringify(messages)]);
  }

  afterCommit(task: () => void): void {
    this.database.afterCommit(task);
  }

  /**
   * The next due message, for this worker alone. While claimed, `not_before` is the end of the claim: a killed worker's
   * message becomes due again by itself, with the same Message-ID. What is not to go any more is passed over.
   */
  async claimNext(leaseSeconds: number, maxAttempts: number): Promise<ClaimedMessage | null> {
    for (;;) {
      const [next] = await this.database.query<ClaimedMessage & { refusal: string | null }>(CLAIM, [
        leaseSeconds,
        maxAttempts,
      ]);
      if (!next) return null;
      const { refusal, ...claimed } = next;
      if (refusal === null) return claimed;
    }
  }

  /** Nothing happens where another worker has taken the message over since. */
  async markSent({ id, attempts }: ClaimedMessage): Promise<void> {
    await this.database.query(
      `UPDATE outbox_messages SET state = 'sent', sent_at = now(), last_error = NULL
       WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [id, attempts],
    );
  }

  /** `retrySeconds` null: given up. */
  async markFailed(
    { id, attempts }: ClaimedMessage,
    error: string,
    retrySeconds: number | null,
  ): Promise<void> {
    await this.database.query(
      `UPDATE outbox_messages
       SET state = CASE WHEN $3::int IS NULL THEN 'failed' ELSE 'queued' END,
           last_error = $4,
           not_before = now() + make_interval(secs => coalesce($3::int, 0))
       WHERE id = $1 AND state = 'sending' AND attempts = $2`,
      [id, attempts, retrySeconds, error],
    );
  }

  async find(id: string): Promise<OutboxRow | null> {
    return this.database.of(OutboxRow).findOneBy({ id });
  }

  async list(
    filter: OutboxFilter,
    offset: number,
    limit: number,
  ): Promise<{ rows: OutboxRow[]; total: number }> {
    const query = this.database
      .of(OutboxRow)
      .createQueryBuilder('m')
      .select([
        'm.id',
        'm.toAddress',
        'm.subject',
        'm.language',
        'm.template',
        'm.state',
        'm.createdAt',
        'm.sentAt',
        'm.sendAfter',
        'm.attempts',
      ])
      .orderBy('m.createdAt', 'DESC')
      .addOrderBy('m.id')
      .offset(offset)
      .limit(limit);
    if (filter.state) query.andWhere('m.state = :state', { state: filter.state });
    if (filter.q) {
      query.andWhere('(m.toAddress ILIKE :like OR m.toName ILIKE :like OR m.subject ILIKE :like)', {
        like: `%${likeText(filter.q)}%`,
      });
    }
    const [rows, total] = await query.getManyAndCount();
    return { rows, total };
  }

  async totals(): Promise<{ queued: number; failed: number }> {
    const [totals] = await this.database.query<{ queued: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('queued', 'sending'))::int AS queued,
              count(*) FILTER (WHERE state = 'failed')::int AS failed
       FROM outbox_messages WHERE state <> 'sent'`,
    );
    return totals ?? { queued: 0, failed: 0 };
  }

  /** When the next of the messages held back is due. */
  async nextHeld(): Promise<Date | null> {
    const [next] = await this.database.query<{ at: Date | null }>(
      `SELECT min(not_before) AS at FROM outbox_messages
       WHERE state IN ('queued', 'sending') AND not_before > now() AND send_after > now()`,
    );
    return next?.at ?? null;
  }

  /** True where there was something to send again; what is held back stays so. */
  async queueAgain(id: string): Promise<boolean> {
    const again = await this.database.query(
      `WITH again AS (
         UPDATE outbox_messages SET state = 'queued', attempts = 0, not_before = greatest(now(), send_after)
         WHERE id = $1 AND state IN ('queued', 'failed') RETURNING id
       ) SELECT id FROM again`,
      [id],
    );
    return again.length === 1;
  }
}
