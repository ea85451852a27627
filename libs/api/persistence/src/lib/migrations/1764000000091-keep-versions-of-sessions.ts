import type { MigrationInterface, QueryRunner } from 'typeorm';

const contributions = (owner: string) => `
  coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', c.id, 'speakerId', c.speaker_id, 'role', c.role, 'city', c.city, 'country', c.country,
      'translations', coalesce((
        SELECT jsonb_object_agg(t.language, jsonb_build_object(
          'position', t.job_position, 'organisation', t.organisation, 'topic', t.topic))
        FROM contribution_translations t WHERE t.contribution_id = c.id), '{}'::jsonb)
    ) ORDER BY c.position)
    FROM contributions c WHERE ${owner}), '[]'::jsonb)
`;

/**
 * Every version of a session is kept whole, in the transaction that makes it. By a trigger at its end, so that no way of
 * changing a session (a save, a state, many at once) can leave the history out.
 */
export class KeepVersionsOfSessions1764000000091 implements MigrationInterface {
  name = 'KeepVersionsOfSessions1764000000091';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "session_versions" (
        "session_id" uuid NOT NULL,
        "version" integer NOT NULL,
        "state" text NOT NULL,
        "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "content" jsonb NOT NULL,
        "account_id" uuid,
        "action" text NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_session_versions" PRIMARY KEY ("session_id", "version")
      )
    `);
    await db.query(`CREATE INDEX "ix_session_versions_account_id" ON "session_versions" ("account_id")`);
    await db.query(`
      ALTER TABLE "session_versions" ADD CONSTRAINT "fk_session_versions_session_id"
      FOREIGN KEY ("session_id") REFERENCES "sessions" ("id") ON DELETE CASCADE
    `);
    await db.query(`
      ALTER TABLE "session_versions" ADD CONSTRAINT "fk_session_versions_account_id"
      FOREIGN KEY ("account_id") REFERENCES "staff_accounts" ("id") ON DELETE SET NULL
    `);
    // Everything that a save writes; the spec of the history compares it with what the API answers.
    await db.query(`
      CREATE FUNCTION session_content(wanted uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_object(
          'seriesId', s.series_id, 'slug', s.slug, 'kind', s.kind,
          'startsLocal', s.starts_local, 'endsLocal', s.ends_local, 'timeZone', s.time_zone,
          'languages', s.languages, 'interpretation', s.interpretation, 'capacity', s.capacity,
          'registrationOpensAt', iso_instant(s.registration_opens_at),
          'registrationClosesAt', iso_instant(s.registration_closes_at),
          'meeting', jsonb_build_object(
            'provider', s.meeting_provider, 'url', s.meeting_url, 'meetingId', s.meeting_number,
            'passcode', s.meeting_passcode, 'dialIn', s.meeting_dial_in, 'hostNotes', s.meeting_host_notes,
            'account', s.meeting_account, 'opensBefore', s.meeting_opens_before),
          'regionIds', coalesce((
            SELECT jsonb_agg(r.id ORDER BY r.position, r.slug)
            FROM session_regions sr JOIN regions r ON r.id = sr.region_id WHERE sr.session_id = s.id), '[]'::jsonb),
          'categoryIds', coalesce((
            SELECT jsonb_agg(c.id ORDER BY c.position, c.slug)
            FROM session_categories sc JOIN categories c ON c.id = sc.category_id
            WHERE sc.session_id = s.id), '[]'::jsonb),
          'translations', coalesce((
            SELECT jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'abstract', t.abstract))
            FROM session_translations t WHERE t.session_id = s.id), '{}'::jsonb),
          'agenda', coalesce((
            SELECT jsonb_agg(jsonb_build_object(
              'id', a.id, 'kind', a.kind, 'startsAfter', a.starts_after, 'durationMinutes', a.duration_minutes,
              'translations', coalesce((
                SELECT jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'description', t.description))
                FROM agenda_item_translations t WHERE t.agenda_item_id = a.id), '{}'::jsonb),
              'contributions', ${contributions('c.agenda_item_id = a.id')}
            ) ORDER BY a.position)
            FROM agenda_items a WHERE a.session_id = s.id), '[]'::jsonb),
          'contributions', ${contributions('c.session_id = s.id AND c.agenda_item_id IS NULL')}
        )
        FROM sessions s WHERE s.id = wanted
      $$
    `);
    // Entries of the audit log carry their transaction's time, so the one of this change is the one of this very moment.
    await db.query(`
      CREATE FUNCTION record_session_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO session_versions (session_id, version, state, starts_at, ends_at, content, account_id, action)
        SELECT s.id, s.version, s.state, s.starts_at, s.ends_at, session_content(s.id), a.id,
               coalesce(e.action, 'session.save')
        FROM sessions s
        LEFT JOIN LATERAL (
          SELECT e.action, e.actor_kind, e.actor_id FROM audit_entries e
          WHERE e.subject = 'session' AND e.subject_id = s.id AND e.at = now()
          ORDER BY e.id DESC LIMIT 1
        ) e ON true
        LEFT JOIN staff_accounts a ON e.actor_kind = 'staff' AND a.id = e.actor_id
        WHERE s.id = NEW.id
        ON CONFLICT ON CONSTRAINT pk_session_versions DO NOTHING;
        RETURN NULL;
      END
      $$
    `);
    await db.query(`
      CREATE CONSTRAINT TRIGGER session_versions_are_kept AFTER INSERT OR UPDATE OF version ON sessions
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION record_session_version()
    `);
    // What is there today begins the history; earlier versions were not kept.
    await db.query(`
      INSERT INTO session_versions (session_id, version, state, starts_at, ends_at, content, account_id, action, at)
      SELECT s.id, s.version, s.state, s.starts_at, s.ends_at, session_content(s.id), a.id,
             coalesce(e.action, 'session.save'), coalesce(e.at, s.updated_at)
      FROM sessions s
      LEFT JOIN LATERAL (
        SELECT e.action, e.actor_kind, e.actor_id, e.at FROM audit_entries e
        WHERE e.subject = 'session' AND e.subject_id = s.id
        ORDER BY e.at DESC, e.id DESC LIMIT 1
      ) e ON true
      LEFT JOIN staff_accounts a ON e.actor_kind = 'staff' AND a.id = e.actor_id
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER session_versions_are_kept ON sessions`);
    await db.query(`DROP FUNCTION record_session_version()`);
    await db.query(`DROP FUNCTION session_content(uuid)`);
    await db.query(`DROP TABLE "session_versions"`);
  }
}
