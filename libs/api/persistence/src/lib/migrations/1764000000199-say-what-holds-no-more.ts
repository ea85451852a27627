import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was prepared before a lock is written down only where everything it rests on is as it was seen. */
export class SayWhatHoldsNoMore1764000000199 implements MigrationInterface {
  name = 'SayWhatHoldsNoMore1764000000199';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION overtaken_unless(holds boolean) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        IF holds IS NOT TRUE THEN
          RAISE EXCEPTION 'somebody else was first' USING ERRCODE = '40001';
        END IF;
      END $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION overtaken_unless(boolean)`);
  }
}
