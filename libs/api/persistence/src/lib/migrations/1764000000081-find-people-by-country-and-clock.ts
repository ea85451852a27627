import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fair time counts the people of an audience's countries, and those by whose clock a chosen city lives. */
export class FindPeopleByCountryAndClock1764000000081 implements MigrationInterface {
  name = 'FindPeopleByCountryAndClock1764000000081';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX "ix_registrations_confirmed_country" ON "registrations" ("country", "time_zone", "participant_id")
       WHERE state = 'confirmed'`,
    );
    await db.query(
      `CREATE INDEX "ix_registrations_confirmed_time_zone" ON "registrations" ("time_zone", "participant_id")
       WHERE state = 'confirmed'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX "ix_registrations_confirmed_time_zone"`);
    await db.query(`DROP INDEX "ix_registrations_confirmed_country"`);
  }
}
