import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long personal data of a series is kept, what its figures were when it went, and that somebody was erased or told everything. */
export class KeepForSoLong1764000000300 implements MigrationInterface {
  name = 'KeepForSoLong1764000000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE "retention_rules" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "version" integer NOT NULL DEFAULT '1',
        "series_id" uuid,
        "months" integer,
        "counts_from" text NOT NULL DEFAULT 'series',
        "set_by" uuid,
        "set_at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_retention_rules_months" CHECK (months BETWEEN 1 AND 240),
        CONSTRAINT "ck_retention_rules_counts_from" CHECK (counts_from IN ('series','session')),
        CONSTRAINT "pk_retention_rules" PRIMARY KEY ("id")
      )
    `);
    await db.query(
      `CREATE UNIQUE INDEX "uq_retention_rules_series_id" ON "retention_rules" ("series_id") WHERE series_id IS NOT NULL`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "uq_retention_rules_default" ON "retention_rules" ((series_id IS NULL)) WHERE series_id IS NULL`,
    );
    await db.query(`
      CREATE TABLE "frozen_figures" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "series_id" uuid NOT NULL,
        "as_of" TIMESTAMP WITH TIME ZONE NOT NULL,
        "figures" jsonb NOT NULL,
        CONSTRAINT "pk_frozen_figures" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_frozen_figures_series_id" ON "frozen_figures" ("series_id", "as_of")`);
    await db.query(`
      CREATE TABLE "retention_runs" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "series_id" uuid NOT NULL,
        "outcome" text NOT NULL,
        "started_by" uuid,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        "session_ids" uuid array NOT NULL,
        "counts" jsonb NOT NULL,
        "changed" text array NOT NULL DEFAULT '{}',
        "frozen_id" uuid,
        CONSTRAINT "ck_retention_runs_outcome" CHECK (outcome IN ('done','failed')),
        CONSTRAINT "ck_retention_runs_frozen" CHECK ((outcome = 'done') = (frozen_id IS NOT NULL)),
        CONSTRAINT "pk_retention_runs" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_retention_runs_at" ON "retention_runs" ("at")`);
    await db.query(`CREATE INDEX "ix_retention_runs_series_id" ON "retention_runs" ("series_id", "at")`);
    for (const [table, column, to] of [
      ['retention_rules', 'series_id', 'series'],
      ['frozen_figures', 'series_id', 'series'],
      ['retention_runs', 'series_id', 'series'],
      ['retention_runs', 'frozen_id', 'frozen_figures'],
    ])
      await db.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "fk_${table}_${column}" FOREIGN KEY ("${column}") REFERENCES "${to}"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
      );
    await db.query(`
      CREATE TABLE "privacy_records" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "kind" text NOT NULL,
        "subject_id" uuid NOT NULL,
        "actor_kind" text NOT NULL,
        "actor_id" uuid,
        "reference" text NOT NULL DEFAULT '',
        "counts" jsonb NOT NULL,
        "at" TIMESTAMP WITH TIME ZONE NOT NULL,
        CONSTRAINT "ck_privacy_records_kind" CHECK (kind IN ('erase','erase-guest','export')),
        CONSTRAINT "ck_privacy_records_actor_kind" CHECK (actor_kind IN ('staff','participant')),
        CONSTRAINT "pk_privacy_records" PRIMARY KEY ("id")
      )
    `);
    await db.query(`CREATE INDEX "ix_privacy_records_at" ON "privacy_records" ("at")`);
    await db.query(`CREATE INDEX "ix_privacy_records_subject_id" ON "privacy_records" ("subject_id")`);
    await db.query(`
      CREATE TRIGGER privacy_records_stay BEFORE UPDATE OR DELETE ON privacy_records
      FOR EACH ROW EXECUTE FUNCTION refuse_change('that somebody was erased or told everything is on record for good')
    `);
    await db.query(KEPT_UNTIL);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW session_retention`);
    for (const table of ['privacy_records', 'retention_runs', 'frozen_figures', 'retention_rules'])
      await db.query(`DROP TABLE "${table}"`);
  }
}

/**
 * Until when what is personal of a session is kept; null: nobody said that it goes. A series is over with the last session that was
 * held or will be, and none goes before its own end has come to it: a draft of next year does not keep what was, and keeps itself.
 */
const KEPT_UNTIL = `
  CREATE VIEW session_retention AS
  SELECT s.id AS session_id, s.series_id, r.months, r.counts_from,
         CASE WHEN r.counts_from = 'session' THEN s.ends_at ELSE greatest(s.ends_at, e.ends_at) END
           + make_interval(months => r.months) AS kept_until
  FROM sessions s
  LEFT JOIN LATERAL (
    SELECT o.months, o.counts_from FROM retention_rules o
    WHERE o.series_id = s.series_id OR o.series_id IS NULL
    ORDER BY o.series_id IS NULL LIMIT 1
  ) r ON true
  CROSS JOIN LATERAL (
    SELECT max(x.ends_at) AS ends_at FROM sessions x
    WHERE x.series_id = s.series_id AND x.state IN ('published', 'held')
  ) e
`;
