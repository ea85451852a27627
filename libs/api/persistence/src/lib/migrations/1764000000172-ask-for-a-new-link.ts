import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses for which somebody asked for a link, until a job has looked whether they are known: the answer is given before anybody
 * knows, so neither its words nor its time can tell. Rows live for seconds.
 */
export class AskForANewLink1764000000172 implements MigrationInterface {
  name = 'AskForANewLink1764000000172';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "link_requests" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "email_key" text NOT NULL,
        "language" text NOT NULL,
        "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
        CONSTRAINT "pk_link_requests" PRIMARY KEY ("id")
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "link_requests"`);
  }
}
