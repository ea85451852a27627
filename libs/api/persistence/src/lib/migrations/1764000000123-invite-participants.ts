import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may register where registration is by invitation: by a code, by their address, or by its domain. */
export class InviteParticipants1764000000123 implements MigrationInterface {
  name = 'InviteParticipants1764000000123';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "invitation_codes" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "series_id" uuid,
        "session_id" uuid,
        "code" text NOT NULL,
        "code_key" text NOT NULL,
        "note" text NOT NULL DEFAULT '',
        "max_uses" integer,
        "expires_at" TIMESTAMP WITH TIME ZONE,
        "revoked_at" TIMESTAMP WITH TIME ZONE,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_invitation_codes_uses" CHECK (max_uses > 0),
        CONSTRAINT "ck_invitation_codes_owner" CHECK (num_nonnulls(series_id, session_id) = 1),
        CONSTRAINT "pk_invitation_codes" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_invitation_codes_code_key" ON "invitation_codes" ("code_key")`);
    await db.query(`CREATE INDEX "ix_invitation_codes_series_id" ON "invitation_codes" ("series_id")`);
    await db.query(`CREATE INDEX "ix_invitation_codes_session_id" ON "invitation_codes" ("session_id")`);
    await db.query(`
      CREATE TABLE "invited_addresses" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "series_id" uuid,
        "session_id" uuid,
        "pattern" text NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_invited_addresses_pattern" CHECK (pattern = lower(pattern) AND pattern LIKE '%@%'),
        CONSTRAINT "ck_invited_addresses_owner" CHECK (num_nonnulls(series_id, session_id) = 1),
        CONSTRAINT "pk_invited_addresses" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_invited_addresses_session_id" ON "invited_addresses" ("session_id", "pattern")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_invited_addresses_series_id" ON "invited_addresses" ("series_id", "pattern")`,
    );
    for (const table of ['invitation_codes', 'invited_addresses']) {
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_series_id" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    }
    await db.query(`ALTER TABLE "registrations" ADD "invitation_code_id" uuid`);
    await db.query(
      `CREATE INDEX "ix_registrations_invitation_code_id" ON "registrations" ("invitation_code_id") WHERE invitation_code_id IS NOT NULL`,
    );
    await db.query(
      `ALTER TABLE "registrations" ADD CONSTRAINT "fk_registrations_invitation_code_id" FOREIGN KEY ("invitation_code_id") REFERENCES "invitation_codes"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE "registrations" DROP CONSTRAINT "fk_registrations_invitation_code_id"`);
    await db.query(`DROP INDEX "ix_registrations_invitation_code_id"`);
    await db.query(`ALTER TABLE "registrations" DROP COLUMN "invitation_code_id"`);
    await db.query(`DROP TABLE "invited_addresses"`);
    await db.query(`DROP TABLE "invitation_codes"`);
  }
}
