import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two entries that are one person become one. The entry that goes keeps its address, so that whoever comes with it is led to the
 * one that stays; why, by whom and what moved is kept.
 */
export class MergeParticipants1764000000141 implements MigrationInterface {
  name = 'MergeParticipants1764000000141';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "participants" ADD "merged_into_id" uuid`);
    await db.query(
      `ALTER TABLE "participants" ADD CONSTRAINT "ck_participants_merged_into" CHECK (merged_into_id <> id)`,
    );
    await db.query(
      `ALTER TABLE "participants" ADD CONSTRAINT "fk_participants_merged_into_id" FOREIGN KEY ("merged_into_id") REFERENCES "participants"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `CREATE INDEX "ix_participants_merged_into_id" ON "participants" ("merged_into_id") WHERE merged_into_id IS NOT NULL`,
    );
    await db.query(`
      CREATE TABLE "participant_merges" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "kept_id" uuid NOT NULL,
        "absorbed_id" uuid NOT NULL,
        "staff_id" uuid NOT NULL,
        "reason" text NOT NULL,
        "moved_ids" uuid array NOT NULL,
        "ended_ids" uuid array NOT NULL,
        "merged_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "pk_participant_merges" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_participant_merges_kept_id" ON "participant_merges" ("kept_id")`);
    await db.query(
      `CREATE UNIQUE INDEX "uq_participant_merges_absorbed_id" ON "participant_merges" ("absorbed_id")`,
    );
    for (const entry of ['kept_id', 'absorbed_id'])
      await db.query(
        `ALTER TABLE "participant_merges" ADD CONSTRAINT "fk_participant_merges_${entry}" FOREIGN KEY ("${entry}") REFERENCES "participants"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    // One mailbox, however it is written: `a.b+news@x.example` reaches `ab@x.example` at the providers that most people use.
    await db.query(`
      CREATE FUNCTION mailbox_key(email_key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN replace(split_part(split_part(email_key, '@', 1), '+', 1), '.', '') || '@' || split_part(email_key, '@', 2)
    `);
    await db.query(
      `CREATE INDEX "ix_participants_mailbox_key" ON "participants" ((mailbox_key(email_key))) WHERE merged_into_id IS NULL`,
    );
    await db.query(`
      CREATE INDEX "ix_participants_person_key" ON "participants" ((person_key(name)))
      WHERE merged_into_id IS NULL AND name <> ''
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_participants_person_key"`);
    await db.query(`DROP INDEX "ix_participants_mailbox_key"`);
    await db.query(`DROP FUNCTION mailbox_key(text)`);
    await db.query(`DROP TABLE "participant_merges"`);
    await db.query(`DROP INDEX "ix_participants_merged_into_id"`);
    await db.query(`
      ALTER TABLE "participants"
        DROP CONSTRAINT "fk_participants_merged_into_id", DROP CONSTRAINT "ck_participants_merged_into", DROP "merged_into_id"
    `);
  }
}
