import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding entries for one person reads every entry once, keys and all: no index of the keys was ever read. */
export class DropKeysThatNothingLooksUp1764000000113 implements MigrationInterface {
  name = 'DropKeysThatNothingLooksUp1764000000113';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_speakers_email_key"`);
    await db.query(`DROP INDEX "ix_speakers_person_key"`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX "ix_speakers_person_key" ON "speakers" ((person_key(name)))`);
    await db.query(`CREATE INDEX "ix_speakers_email_key" ON "speakers" ((lower(email)))`);
  }
}
