import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff accounts, their sign-in sessions, and the audit log. */
export class CreateStaffAndAudit1763900000001 implements MigrationInterface {
  name = 'CreateStaffAndAudit1763900000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "staff_accounts" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "email" text NOT NULL,
        "email_key" text NOT NULL,
        "name" text NOT NULL,
        "password_hash" text NOT NULL,
        "roles" text array NOT NULL,
        "language" text NOT NULL,
        "is_active" boolean NOT NULL DEFAULT true,
        "last_sign_in_at" TIMESTAMP WITH TIME ZONE,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "ck_staff_accounts_roles" CHECK (roles <@ ARRAY['administrator','organiser','editor']::text[] AND cardinality(roles) > 0),
        CONSTRAINT "ck_staff_accounts_email_key" CHECK (email_key = lower(email_key)),
        CONSTRAINT "pk_staff_accounts" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_staff_accounts_email_key" ON "staff_accounts" ("email_key")`);
    await db.query(`
      CREATE TABLE "staff_sessions" (
        "sid" text NOT NULL,
        "sess" json NOT NULL,
        "expire" TIMESTAMP(6) NOT NULL,
        CONSTRAINT "pk_staff_sessions" PRIMARY KEY ("sid")
      )
    `);
    await db.query(`CREATE INDEX "ix_staff_sessions_expire" ON "staff_sessions" ("expire")`);
    await db.query(`
      CREATE TABLE "audit_entries" (
        "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        "actor_kind" text NOT NULL,
        "actor_id" uuid,
        "action" text NOT NULL,
        "subject" text NOT NULL,
        "subject_id" uuid NOT NULL,
        "before" jsonb,
        "after" jsonb,
        "correlation_id" text,
        CONSTRAINT "ck_audit_entries_actor_kind" CHECK (actor_kind IN ('staff','participant','system')),
        CONSTRAINT "pk_audit_entries" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_audit_entries_at" ON "audit_entries" ("at")`);
    await db.query(
      `CREATE INDEX "ix_audit_entries_subject" ON "audit_entries" ("subject", "subject_id", "at")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "audit_entries"`);
    await db.query(`DROP TABLE "staff_sessions"`);
    await db.query(`DROP TABLE "staff_accounts"`);
  }
}
