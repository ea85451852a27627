import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'draft','in-review','approved','scheduled','published','archived'`;

/** As `RECAP_MOVES` of the policies has it; a spec compares the two. */
const MOVES = [
  'draft>in-review',
  'in-review>draft',
  'in-review>approved',
  'approved>draft',
  'approved>in-review',
  'approved>scheduled',
  'approved>published',
  'scheduled>draft',
  'scheduled>in-review',
  'scheduled>approved',
  'scheduled>published',
  'published>archived',
];

/** Who reviews, who wrote last, who approved; when it is to appear; and that nothing goes another way. */
export class BringRecapsToReadersInSteps1764000000220 implements MigrationInterface {
  name = 'BringRecapsToReadersInSteps1764000000220';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE "recaps"
        ADD "reviewer_id" uuid,
        ADD "last_writer_id" uuid,
        ADD "approved_by_id" uuid,
        ADD "approved_at" TIMESTAMP WITH TIME ZONE,
        ADD "publish_local" text,
        ADD "publish_time_zone" text,
        ADD "publish_tried_at" TIMESTAMP WITH TIME ZONE,
        ADD "publish_gaps" jsonb,
        ADD CONSTRAINT "fk_recaps_reviewer_id" FOREIGN KEY ("reviewer_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION,
        ADD CONSTRAINT "fk_recaps_last_writer_id" FOREIGN KEY ("last_writer_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION,
        ADD CONSTRAINT "fk_recaps_approved_by_id" FOREIGN KEY ("approved_by_id") REFERENCES "staff_accounts"("id") ON DELETE SET NULL ON UPDATE NO ACTION
    `);
    // Nothing could schedule until now; what was set by hand has nobody's approval.
    await db.query(`UPDATE recaps SET state = 'in-review', publish_at = NULL WHERE state = 'scheduled'`);
    await db.query(`ALTER TABLE "recaps" DROP CONSTRAINT "ck_recaps_state"`);
    await db.query(`
      ALTER TABLE "recaps"
        ADD CONSTRAINT "ck_recaps_state" CHECK (state IN (${STATES})),
        ADD CONSTRAINT "ck_recaps_approved" CHECK (state NOT IN ('approved','scheduled') OR approved_at IS NOT NULL),
        ADD CONSTRAINT "ck_recaps_scheduled" CHECK (num_nonnulls(publish_at, publish_local, publish_time_zone) = CASE WHEN state = 'scheduled' THEN 3 ELSE 0 END),
        ADD CONSTRAINT "ck_recaps_not_appeared" CHECK (publish_gaps IS NULL OR (state = 'scheduled' AND publish_tried_at IS NOT NULL))
    `);
    await db.query(`CREATE INDEX "ix_recaps_scheduled" ON "recaps" ("publish_at") WHERE state = 'scheduled'`);
    await db.query(`ALTER TABLE "recap_revisions" ADD "update_note" jsonb NOT NULL DEFAULT '{}'`);
    await db.query(`
      CREATE FUNCTION recap_moves() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state || '>' || NEW.state NOT IN (${MOVES.map((move) => `'${move}'`).join(', ')}) THEN
          RAISE EXCEPTION 'a recap does not become % from %', NEW.state, OLD.state
            USING ERRCODE = '23514', CONSTRAINT = 'recap_moves', TABLE = 'recaps';
        END IF;
        RETURN NEW;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER recap_moves BEFORE UPDATE OF state ON recaps
      FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION recap_moves()
    `);
    // What readers get is what was approved: nothing slips in between.
    await db.query(`
      CREATE FUNCTION approved_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM recaps WHERE id = coalesce(NEW.recap_id, OLD.recap_id) AND state IN ('approved','scheduled')
        ) THEN
          RAISE EXCEPTION 'an approved text is changed only after it was taken back'
            USING ERRCODE = '23514', CONSTRAINT = 'approved_text_stays', TABLE = 'recap_translations';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$
    `);
    await db.query(`
      CREATE TRIGGER approved_text_stays BEFORE INSERT OR UPDATE OR DELETE ON recap_translations
      FOR EACH ROW EXECUTE FUNCTION approved_text_stays()
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER approved_text_stays ON recap_translations`);
    await db.query(`DROP FUNCTION approved_text_stays()`);
    await db.query(`DROP TRIGGER recap_moves ON recaps`);
    await db.query(`DROP FUNCTION recap_moves()`);
    await db.query(`ALTER TABLE "recap_revisions" DROP COLUMN "update_note"`);
    await db.query(`DROP INDEX "ix_recaps_scheduled"`);
    await db.query(`
      ALTER TABLE "recaps"
        DROP CONSTRAINT "ck_recaps_not_appeared",
        DROP CONSTRAINT "ck_recaps_scheduled",
        DROP CONSTRAINT "ck_recaps_approved",
        DROP CONSTRAINT "ck_recaps_state"
    `);
    await db.query(
      `UPDATE recaps SET state = 'in-review', publish_at = NULL WHERE state IN ('approved','scheduled')`,
    );
    await db.query(`
      ALTER TABLE "recaps"
        DROP CONSTRAINT "fk_recaps_approved_by_id",
        DROP CONSTRAINT "fk_recaps_last_writer_id",
        DROP CONSTRAINT "fk_recaps_reviewer_id",
        DROP COLUMN "publish_gaps",
        DROP COLUMN "publish_tried_at",
        DROP COLUMN "publish_time_zone",
        DROP COLUMN "publish_local",
        DROP COLUMN "approved_at",
        DROP COLUMN "approved_by_id",
        DROP COLUMN "last_writer_id",
        DROP COLUMN "reviewer_id",
        ADD CONSTRAINT "ck_recaps_state" CHECK (state IN ('draft','in-review','scheduled','published','archived'))
    `);
  }
}
