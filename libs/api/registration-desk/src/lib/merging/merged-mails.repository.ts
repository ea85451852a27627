import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

/** Registrations that ended because the same person has a better one, each with that one. */
const PAIRS = `
  SELECT e.id AS ended, k.id AS stays
  FROM registrations e
  JOIN registrations k ON k.session_id = e.session_id AND k.participant_id = $1 AND k.id <> e.id
    AND k.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')
  WHERE e.id = ANY ($2::uuid[])`;

/**
 * What two people were written becomes what one was: nothing comes twice, nothing is lost. Call it once their registrations are one
 * person's, under the locks of their sessions: no step that writes to one of them runs meanwhile.
 */
@Injectable()
export class MergedMails {
  constructor(private readonly database: Database) {}

  async follow(absorbedId: string, keptId: string, endedIds: readonly string[]): Promise<void> {
    await this.oneLetterEach(absorbedId, keptId);
    await this.database.query(
      `WITH added AS (
         UPDATE message_recipients c SET registration_ids = c.registration_ids || (
           SELECT array_agg(p.stays) FROM (${PAIRS}) p
           WHERE p.ended = ANY (c.registration_ids) AND p.stays <> ALL (c.registration_ids))
         WHERE c.participant_id = $1 AND EXISTS (
           SELECT FROM (${PAIRS}) p WHERE p.ended = ANY (c.registration_ids) AND p.stays <> ALL (c.registration_ids))
         RETURNING 1
       ) SELECT count(*) FROM added`,
      [keptId, endedIds],
    );
    await this.database.query(
      `INSERT INTO sent_reminders (registration_id, lead_minutes, starts_at, message_id, created_at)
       SELECT p.stays, x.lead_minutes, x.starts_at, x.message_id, x.created_at
       FROM (${PAIRS}) p JOIN sent_reminders x ON x.registration_id = p.ended
       ON CONFLICT DO NOTHING`,
      [keptId, endedIds],
    );
    await this.database.query(
      `INSERT INTO sent_thanks (registration_id, created_at)
       SELECT p.stays, x.created_at FROM (${PAIRS}) p JOIN sent_thanks x ON x.registration_id = p.ended
       ON CONFLICT DO NOTHING`,
      [keptId, endedIds],
    );
  }

  /** Of a message to both, the one that was written counts; a second one that has not gone does not go. */
  private async oneLetterEach(absorbedId: string, keptId: string): Promise<void> {
    await this.database.query(
      `WITH joined AS (
         UPDATE message_recipients k
         SET registration_ids = k.registration_ids || a.registration_ids,
             (outcome, left_out_reason, outbox_id, bounced_at) = (
               SELECT better.outcome, better.left_out_reason, better.outbox_id, better.bounced_at
               FROM (VALUES (k.outcome, k.left_out_reason, k.outbox_id, k.bounced_at, 1),
                            (a.outcome, a.left_out_reason, a.outbox_id, a.bounced_at, 2))
                 AS better (outcome, left_out_reason, outbox_id, bounced_at, rank)
               ORDER BY array_position(ARRAY['written', 'waiting', 'left-out'], better.outcome), better.rank LIMIT 1)
         FROM message_recipients a
         WHERE a.message_id = k.message_id AND a.participant_id = $1 AND k.participant_id = $2
         RETURNING k.message_id, k.outbox_id AS stays, a.outbox_id AS other
       ), dropped AS (
         DELETE FROM message_recipients a USING joined
         WHERE a.message_id = joined.message_id AND a.participant_id = $1 RETURNING 1
       ), unsent AS (
         DELETE FROM outbox_messages m USING joined
         WHERE m.id = joined.other AND joined.other IS DISTINCT FROM joined.stays AND m.state = 'queued' AND m.attempts = 0
         RETURNING 1
       ) SELECT (SELECT count(*) FROM dropped), (SELECT count(*) FROM unsent)`,
      [absorbedId, keptId],
    );
    await this.database.query(
      `WITH moved AS (
         UPDATE message_recipients SET participant_id = $2 WHERE participant_id = $1 RETURNING 1
       ) SELECT count(*) FROM moved`,
      [absorbedId, keptId],
    );
  }
}
