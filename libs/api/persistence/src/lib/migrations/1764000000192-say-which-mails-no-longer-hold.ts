import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Asked of each mail when its turn comes: what was so when it was written may be otherwise now. */
export class SayWhichMailsNoLongerHold1764000000192 implements MigrationInterface {
  name = 'SayWhichMailsNoLongerHold1764000000192';

  async up(db: QueryRunner): Promise<void> {
    // A reminder tells of places in sessions to come; a letter may say when its sessions are, and is not sent after their news.
    await db.query(`
      CREATE FUNCTION mail_is_outdated(mail uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT FROM sent_reminders x
          JOIN registrations r ON r.id = x.registration_id
          JOIN sessions s ON s.id = r.session_id
          WHERE x.message_id = mail
            AND (r.state <> 'confirmed' OR s.state <> 'published' OR s.starts_at <> x.starts_at OR s.starts_at <= at)
        ) OR EXISTS (
          SELECT FROM message_recipients c
          JOIN outbox_messages m ON m.id = c.outbox_id
          JOIN registrations r ON r.id = ANY (c.registration_ids)
          JOIN session_changes h ON h.session_id = r.session_id AND h.created_at > m.created_at
          WHERE c.outbox_id = mail AND h.undone_at IS NULL AND h.kinds && ARRAY['moved', 'cancelled']
        )
      $$
    `);
    await db.query(`
      CREATE FUNCTION mail_is_unsubscribed(mail uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT FROM outbox_messages m
          JOIN news_opt_outs o ON o.participant_id = m.participant_id
          WHERE m.id = mail AND m.unsubscribe_url IS NOT NULL
            AND (o.series_id IS NULL OR EXISTS (
              SELECT FROM unsubscribe_links l
              WHERE l.participant_id = o.participant_id AND l.series_id = o.series_id
                AND l.token_hash = encode(sha256(convert_to(substring(m.unsubscribe_url FROM '[^/]+$'), 'UTF8')), 'hex')))
        )
      $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION mail_is_unsubscribed(uuid)`);
    await db.query(`DROP FUNCTION mail_is_outdated(uuid, timestamptz)`);
  }
}
