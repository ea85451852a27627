import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry that was merged leads to the person by its address: not where nobody ever proved it. */
export class FreeAddressesNobodyProved1764000000185 implements MigrationInterface {
  name = 'FreeAddressesNobodyProved1764000000185';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE participants SET email_key = NULL WHERE merged_into_id IS NOT NULL AND verified_at IS NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    // Whoever came with the address since is its person.
    await db.query(`
      UPDATE participants p SET email_key = lower(p.email)
      WHERE p.merged_into_id IS NOT NULL AND p.verified_at IS NULL AND p.email IS NOT NULL AND p.email_key IS NULL
        AND NOT EXISTS (SELECT FROM participants o WHERE o.id <> p.id AND lower(o.email) = lower(p.email))
    `);
  }
}
