import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The promises that a plain constraint cannot hold: seats, published addresses, the audit log.
 * Each refuses with SQLSTATE 23514 and the name of its rule as the constraint.
 */
export class GuardInvariants1763900000007 implements MigrationInterface {
  name = 'GuardInvariants1763900000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SEQUENCE registration_queue AS bigint`);

    // Per statement, not per row: a group of seats taken under one lock is counted once per session. The session row is
    // locked before the count, so that under READ COMMITTED two transactions cannot both see the last seat free.
    await db.query(`
      CREATE FUNCTION registrations_within_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        touched record;
        seats integer;
        taken integer;
      BEGIN
        FOR touched IN SELECT DISTINCT session_id FROM changed WHERE state = 'confirmed' ORDER BY session_id LOOP
          SELECT capacity INTO seats FROM sessions WHERE id = touched.session_id FOR NO KEY UPDATE;
          CONTINUE WHEN seats IS NULL;
          SELECT count(*) INTO taken FROM registrations WHERE session_id = touched.session_id AND state = 'confirmed';
          IF taken > seats THEN
            RAISE EXCEPTION 'session % has % seats, % would be taken', touched.session_id, seats, taken
              USING ERRCODE = '23514', CONSTRAINT = 'registrations_within_capacity', TABLE = 'registrations';
          END IF;
        END LOOP;
        RETURN NULL;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER registrations_within_capacity_on_insert AFTER INSERT ON registrations
      REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registrations_within_capacity()
    `);
    await db.query(`
      CREATE TRIGGER registrations_within_capacity_on_update AFTER UPDATE ON registrations
      REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION registrations_within_capacity()
    `);

    await db.query(`
      CREATE FUNCTION capacity_not_below_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        taken integer;
      BEGIN
        SELECT count(*) INTO taken FROM registrations WHERE session_id = NEW.id AND state = 'confirmed';
        IF taken > NEW.capacity THEN
          RAISE EXCEPTION 'session % has % confirmed registrations', NEW.id, taken
            USING ERRCODE = '23514', CONSTRAINT = 'capacity_not_below_confirmed', TABLE = 'sessions', DETAIL = taken::text;
        END IF;
        RETURN NULL;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER capacity_not_below_confirmed AFTER UPDATE OF capacity ON sessions
      FOR EACH ROW WHEN (NEW.capacity IS NOT NULL AND NEW.capacity IS DISTINCT FROM OLD.capacity)
      EXECUTE FUNCTION capacity_not_below_confirmed()
    `);

    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'refused: %', TG_ARGV[0]
          USING ERRCODE = '23514', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
      END $$
    `);
    await db.query(`
      CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit_entries
      FOR EACH ROW EXECUTE FUNCTION refuse_change('the audit log is never changed')
    `);
    await db.query(`
      CREATE TRIGGER published_address_stays_on_delete BEFORE DELETE ON recap_addresses
      FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
      EXECUTE FUNCTION refuse_change('a published address never dies')
    `);
    await db.query(`
      CREATE TRIGGER published_address_stays_on_update BEFORE UPDATE ON recap_addresses
      FOR EACH ROW WHEN (
        OLD.published_at IS NOT NULL
        AND (OLD.slug, OLD.language, OLD.recap_id, OLD.published_at)
          IS DISTINCT FROM (NEW.slug, NEW.language, NEW.recap_id, NEW.published_at)
      )
      EXECUTE FUNCTION refuse_change('a published address never dies')
    `);
    for (const table of ['sessions', 'series']) {
      await db.query(`
        CREATE TRIGGER ${table}_address_is_fixed BEFORE UPDATE OF slug ON ${table}
        FOR EACH ROW WHEN (OLD.state <> 'draft' AND OLD.slug <> NEW.slug)
        EXECUTE FUNCTION refuse_change('a published address does not change')
      `);
    }
    await db.query(`
      CREATE TRIGGER revision_is_final BEFORE UPDATE OR DELETE ON recap_revision_translations
      FOR EACH ROW EXECUTE FUNCTION refuse_change('a published revision is never changed')
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER revision_is_final ON recap_revision_translations`);
    for (const table of ['series', 'sessions'])
      await db.query(`DROP TRIGGER ${table}_address_is_fixed ON ${table}`);
    await db.query(`DROP TRIGGER published_address_stays_on_update ON recap_addresses`);
    await db.query(`DROP TRIGGER published_address_stays_on_delete ON recap_addresses`);
    await db.query(`DROP TRIGGER audit_is_append_only ON audit_entries`);
    await db.query(`DROP FUNCTION refuse_change()`);
    await db.query(`DROP TRIGGER capacity_not_below_confirmed ON sessions`);
    await db.query(`DROP FUNCTION capacity_not_below_confirmed()`);
    await db.query(`DROP TRIGGER registrations_within_capacity_on_update ON registrations`);
    await db.query(`DROP TRIGGER registrations_within_capacity_on_insert ON registrations`);
    await db.query(`DROP FUNCTION registrations_within_capacity()`);
    await db.query(`DROP SEQUENCE registration_queue`);
  }
}
