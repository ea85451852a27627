import type { MigrationInterface, QueryRunner } from 'typeorm';

const contributions = (photo: string) => `
  CREATE OR REPLACE FUNCTION public_contributions(languages text[])
  RETURNS TABLE (contribution_id uuid, session_id uuid, agenda_item_id uuid, sort_order integer, contribution jsonb)
  LANGUAGE sql STABLE AS $$
    SELECT c.id, c.session_id, c.agenda_item_id, c.position, jsonb_build_object(
      'role', c.role, 'name', nullif(concat_ws(' ', nullif(k.title, ''), k.name), ''),
      'position', coalesce(t.job_position, ''), 'organisation', coalesce(t.organisation, ''),
      'topic', coalesce(t.topic, ''), 'city', c.city, 'country', c.country,
      ${photo}
      'language', coalesce(t.language, languages[1]))
    FROM contributions c
    LEFT JOIN speakers k ON k.id = c.speaker_id
    LEFT JOIN LATERAL (
      SELECT t.job_position, t.organisation, t.topic, t.language
      FROM contribution_translations t WHERE t.contribution_id = c.id
      ORDER BY language_rank(t.language, languages, NULL) LIMIT 1
    ) t ON true
  $$
`;

/** Speakers are asked, answer, and look after their own profile and photo by a link. */
export class InviteSpeakers1764000000100 implements MigrationInterface {
  name = 'InviteSpeakers1764000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "contributions"
        ADD "invitation_state" text NOT NULL DEFAULT 'none',
        ADD "invited_at" TIMESTAMP WITH TIME ZONE,
        ADD "answered_at" TIMESTAMP WITH TIME ZONE,
        ADD "decline_words" text NOT NULL DEFAULT '',
        ADD CONSTRAINT "ck_contributions_invitation_state"
          CHECK (invitation_state IN ('none','invited','confirmed','declined'))
    `);
    await db.query(`
      ALTER TABLE "speakers"
        ADD "language" text,
        ADD "photo_media_id" uuid,
        ADD "photo_consent" text,
        ADD "photo_consented_at" TIMESTAMP WITH TIME ZONE,
        ADD CONSTRAINT "ck_speakers_photo"
          CHECK (photo_media_id IS NULL OR photo_consent IS NOT NULL AND photo_consented_at IS NOT NULL),
        ADD CONSTRAINT "fk_speakers_photo_media_id" FOREIGN KEY ("photo_media_id")
          REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
    `);
    await db.query(`CREATE INDEX "ix_speakers_photo_media_id" ON "speakers" ("photo_media_id")`);
    await db.query(`
      CREATE TABLE "speaker_links" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "speaker_id" uuid NOT NULL,
        "token_hash" text NOT NULL,
        "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "pk_speaker_links" PRIMARY KEY ("id"),
        CONSTRAINT "fk_speaker_links_speaker_id" FOREIGN KEY ("speaker_id")
          REFERENCES "speakers"("id") ON DELETE CASCADE ON UPDATE NO ACTION
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_speaker_links_token_hash" ON "speaker_links" ("token_hash")`);
    await db.query(`CREATE INDEX "ix_speaker_links_speaker_id" ON "speaker_links" ("speaker_id")`);
    await db.query(`
      ALTER TABLE "audit_entries"
        DROP CONSTRAINT "ck_audit_entries_actor_kind",
        ADD CONSTRAINT "ck_audit_entries_actor_kind" CHECK (actor_kind IN ('staff','participant','speaker','system'))
    `);
    // A photo is only ever kept with consent (ck_speakers_photo), so that whatever is there may be shown.
    await db.query(
      contributions(`'photo', (
        SELECT i.image || jsonb_build_object('alt', k.name, 'caption', '')
        FROM public_images(languages) i WHERE i.media_id = k.photo_media_id),`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(contributions(''));
    // The log is append-only: whoever goes back keeps its entries and the wider rule only where speakers wrote some.
    await db.query(`
      ALTER TABLE "audit_entries"
        DROP CONSTRAINT "ck_audit_entries_actor_kind",
        ADD CONSTRAINT "ck_audit_entries_actor_kind" CHECK (actor_kind IN ('staff','participant','system')) NOT VALID
    `);
    await db.query(`DROP TABLE "speaker_links"`);
    await db.query(`DROP INDEX "ix_speakers_photo_media_id"`);
    await db.query(`
      ALTER TABLE "speakers"
        DROP CONSTRAINT "fk_speakers_photo_media_id",
        DROP CONSTRAINT "ck_speakers_photo",
        DROP "photo_consented_at",
        DROP "photo_consent",
        DROP "photo_media_id",
        DROP "language"
    `);
    await db.query(`
      ALTER TABLE "contributions"
        DROP CONSTRAINT "ck_contributions_invitation_state",
        DROP "decline_words",
        DROP "answered_at",
        DROP "invited_at",
        DROP "invitation_state"
    `);
  }
}
