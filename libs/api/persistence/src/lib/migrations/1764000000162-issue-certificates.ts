import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of attendance, as they were issued: a later change of a title or a time changes none of them. */
export class IssueCertificates1764000000162 implements MigrationInterface {
  name = 'IssueCertificates1764000000162';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "certificates" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "registration_id" uuid NOT NULL,
        "code" text NOT NULL,
        "language" text NOT NULL,
        "name" text,
        "title" text NOT NULL,
        "host" text NOT NULL,
        "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "time_zone" text NOT NULL,
        "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "withdrawn_at" TIMESTAMP WITH TIME ZONE,
        "withdrawal_reason" text NOT NULL DEFAULT '',
        CONSTRAINT "pk_certificates" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE UNIQUE INDEX "uq_certificates_code" ON "certificates" ("code")`);
    await db.query(
      `CREATE UNIQUE INDEX "uq_certificates_valid" ON "certificates" ("registration_id") WHERE withdrawn_at IS NULL`,
    );
    await db.query(
      `CREATE INDEX "ix_certificates_registration_id" ON "certificates" ("registration_id", "issued_at")`,
    );
    await db.query(
      `ALTER TABLE "certificates" ADD CONSTRAINT "fk_certificates_registration_id" FOREIGN KEY ("registration_id") REFERENCES "registrations"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "certificates"`);
  }
}
