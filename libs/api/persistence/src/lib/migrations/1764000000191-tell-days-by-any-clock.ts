import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day of an instant by the first of some zones that the server knows, else in UTC. Node and PostgreSQL have lists of zones
 * of their own age: one reader's zone must not fail a statement about everybody.
 */
export class TellDaysByAnyClock1764000000191 implements MigrationInterface {
  name = 'TellDaysByAnyClock1764000000191';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION day_in(at timestamptz, VARIADIC zones text[]) RETURNS date LANGUAGE plpgsql STABLE AS $$
      DECLARE zone text;
      BEGIN
        FOREACH zone IN ARRAY zones LOOP
          BEGIN
            RETURN (at AT TIME ZONE zone)::date;
          EXCEPTION WHEN invalid_parameter_value THEN NULL;
          END;
        END LOOP;
        RETURN (at AT TIME ZONE 'UTC')::date;
      END $$
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION day_in(timestamptz, text[])`);
  }
}
