import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proofs that forms came with: each opens the quicker throttle once, on whichever node it arrives. */
export class TakeEachProofOfWorkOnce1764000000171 implements MigrationInterface {
  name = 'TakeEachProofOfWorkOnce1764000000171';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "spent_proofs" (
        "nonce" text NOT NULL,
        "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "pk_spent_proofs" PRIMARY KEY ("nonce")
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE "spent_proofs"`);
  }
}
