import { Injectable } from '@nestjs/common';
import { Database, SeriesRow } from '@reihe/api-persistence';
import type { DeepPartial, EntityTarget, ObjectLiteral } from 'typeorm';

/** Rows by the hundred: one INSERT takes at most this many, PostgreSQL allows 65,535 parameters. */
const CHUNK = 500;

export interface SampleReport {
  sessionId: string;
  attended: number;
  guests: readonly string[];
  fileName: string;
  sha256: string;
  now: Date;
}

/** Every tenth left and came back; of those with a place who are not among the number three looked in for five minutes. */
const SAMPLE_REPORT = `
  WITH brought AS (
    INSERT INTO attendance_imports (session_id, file_name, sha256, format, reading, lines, imported_at)
    VALUES ($1, $4, $5, 'zoom-meeting', '{}', 0, $6) RETURNING id
  ), people AS (
    SELECT r.participant_id, r.name, p.email, p.email_key, r.organisation, r.city, r.country, r.language,
      row_number() OVER (ORDER BY p.email_key) AS n
    FROM registrations r JOIN participants p ON p.id = r.participant_id
    WHERE r.session_id = $1 AND r.state = 'confirmed'
  ), named AS (
    INSERT INTO attendees (session_id, key, name, email, organisation, city, country, language, role, participant_id, matched_by)
    SELECT $1, 'mail:' || email_key, name, email, organisation, city, country, language, 'attendee', participant_id, 'email'
    FROM people WHERE n <= $2 + 3
    UNION ALL
    SELECT $1, 'name:' || person_key(g) || '|', g, '', '', '', NULL, NULL, 'attendee', NULL, NULL FROM unnest($3::text[]) AS u (g)
    RETURNING id, key
  ), stays AS (
    SELECT n.id, k.part, s.starts_at + (p.n % 7) * interval '1 minute' AS came, s.ends_at AS went, p.n
    FROM named n CROSS JOIN sessions s
    LEFT JOIN people p ON n.key = 'mail:' || p.email_key
    JOIN generate_series(0, 1) AS k (part) ON k.part = 0 OR p.n % 10 = 0
    WHERE s.id = $1
  )
  INSERT INTO attendance_spans (import_id, line, attendee_id, joined_at, left_at)
  SELECT b.id, row_number() OVER (ORDER BY t.id, t.part) + 1, t.id,
    CASE WHEN t.part = 0 THEN coalesce(t.came, t.went - interval '1 hour') ELSE t.went - interval '20 minutes' END,
    CASE WHEN t.n > $2 THEN t.came + interval '5 minutes'
         WHEN t.part = 0 AND t.n % 10 = 0 THEN t.came + interval '25 minutes' ELSE t.went END
  FROM stays t CROSS JOIN brought b`;

@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  /** Serialises loaders: a second one waits here and then finds the data loaded. */
  async isEmptyAndMine(): Promise<boolean> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtext('reihe.demo'))`);
    return (await this.database.of(SeriesRow).count()) === 0;
  }

  async insert<Row extends ObjectLiteral>(
    row: EntityTarget<Row>,
    rows: readonly DeepPartial<Row>[],
  ): Promise<void> {
    const table = this.database.of(row);
    for (let start = 0; start < rows.length; start += CHUNK) {
      await table.insert(rows.slice(start, start + CHUNK) as Parameters<typeof table.insert>[0]);
    }
  }

  /** As importing a report would: stays of people with a place and of guests, some of whom came back, and the presences made of them. */
  async reportAttendance({
    sessionId,
    attended,
    guests,
    fileName,
    sha256,
    now,
  }: SampleReport): Promise<void> {
    await this.database.query(SAMPLE_REPORT, [sessionId, attended, guests, fileName, sha256, now]);
    await this.database.query(
      `UPDATE attendance_imports i SET lines = (SELECT count(*) FROM attendance_spans t WHERE t.import_id = i.id) WHERE i.session_id = $1`,
      [sessionId],
    );
    await this.database.query(`SELECT recount_attendance(ARRAY[$1]::uuid[])`, [sessionId]);
  }

  async nextQueueNumbers(count: number): Promise<string[]> {
    const numbers = await this.database.query<{ number: string }>(
      `SELECT nextval('registration_queue') AS number FROM generate_series(1, $1)`,
      [count],
    );
    return numbers.map(({ number }) => number);
  }
}
