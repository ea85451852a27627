import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import { openChangesOf } from '../people/reader';

/** What messages owe to the sessions they are about: that they say what is so, and not while it can still be undone. */
@Injectable()
export class SessionsOfMessages {
  constructor(private readonly database: Database) {}

  /**
   * Nobody moves or cancels the sessions of those whose turn is next until the transaction ends. False: somebody just did, and nobody
   * has been told yet.
   */
  async share(messageId: string, people: number): Promise<boolean> {
    const shared = await this.database.query<{ id: string }>(
      `SELECT id FROM sessions
       WHERE id IN (
         SELECT r.session_id FROM registrations r
         WHERE r.id IN (
           SELECT unnest(c.registration_ids)
           FROM (SELECT registration_ids FROM message_recipients WHERE message_id = $1 AND outcome = 'waiting'
                 ORDER BY position LIMIT $2) c))
       ORDER BY id FOR SHARE`,
      [messageId, people],
    );
    // Under the lock, so that a change is seen whole or waits.
    const open = await this.database.query(
      `SELECT FROM unnest($1::uuid[]) AS s (id) WHERE EXISTS (SELECT FROM ${openChangesOf('s.id')}) LIMIT 1`,
      [shared.map(({ id }) => id)],
    );
    return open.length === 0;
  }

  /** Messages with mails that no longer say what is so, locked; those of which a step runs come another time. */
  async lockOutdated(now: Date): Promise<string[]> {
    const locked = await this.database.query<{ id: string }>(
      `SELECT id FROM messages
       WHERE id IN (
         SELECT c.message_id FROM outbox_messages b JOIN message_recipients c ON c.outbox_id = b.id
         WHERE b.state = 'queued' AND b.template = 'organiser-message' AND mail_is_outdated(b.id, $1))
       ORDER BY id FOR UPDATE SKIP LOCKED`,
      [now],
    );
    return locked.map(({ id }) => id);
  }

  /** Their outdated mails are not sent, and the readers wait for them to be written anew. */
  async takeBackOutdated(messageIds: readonly string[], now: Date): Promise<void> {
    await this.database.query(
      `WITH gone AS (
         DELETE FROM outbox_messages b USING message_recipients c
         WHERE c.message_id = ANY ($1::uuid[]) AND c.outbox_id = b.id AND b.state = 'queued' AND mail_is_outdated(b.id, $2)
         RETURNING b.id
       ), waiting AS (
         UPDATE message_recipients c SET outcome = 'waiting', outbox_id = NULL
         FROM gone WHERE c.outbox_id = gone.id RETURNING c.message_id
       ), going_on AS (
         UPDATE messages m SET state = 'sending', finished_at = NULL
         WHERE m.state = 'sent' AND m.id IN (SELECT message_id FROM waiting) RETURNING 1
       ) SELECT count(*) FROM going_on`,
      [messageIds, now],
    );
  }
}
