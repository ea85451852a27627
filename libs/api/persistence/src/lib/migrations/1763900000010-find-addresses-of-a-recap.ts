import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every list of recaps looks up the address of each: without it the list of 2,000 recaps took three times as long. */
export class FindAddressesOfARecap1763900000010 implements MigrationInterface {
  name = 'FindAddressesOfARecap1763900000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "ix_recap_addresses_recap_id" ON "recap_addresses" ("recap_id", "language")`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_recap_addresses_recap_id"`);
  }
}
