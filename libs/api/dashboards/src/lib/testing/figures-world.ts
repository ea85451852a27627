import { randomUUID } from 'node:crypto';
import type { FeatureApp } from '@reihe/api-platform';
import type { RegistrationState } from '@reihe/shared-contracts';
import type { AttendeeRole } from '@reihe/shared-figures';

export interface SeatSetup {
  state?: RegistrationState;
  name?: string;
  organisation?: string;
  city?: string;
  country?: string | null;
  language?: string;
  timeZone?: string;
  createdAt?: string;
  endedAt?: string;
}

/** Makes what figures are counted from, one thing after another. */
export class FiguresWorld {
  private lines = 0;

  constructor(private readonly app: FeatureApp) {}

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.app.database.dataSource.query<Row[]>(sql, values);
  }

  private async one(sql: string, values: unknown[] = []): Promise<string> {
    const [row] = await this.query<{ id: string }>(`${sql} RETURNING id`, values);
    return row?.id ?? '';
  }

  async aSeries(title = 'Water', timeZone = 'UTC'): Promise<string> {
    const id = await this.one(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'published', '2026-01-01', '2026-12-31', 'en', $2)`,
      [`series-${randomUUID()}`, timeZone],
    );
    await this.query(
      `INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', $2), ($1, 'de', $2 || ' (deutsch)')`,
      [id, title],
    );
    return id;
  }

  async aSession(
    seriesId: string,
    title: string,
    startsAt = '2026-05-05T12:00:00Z',
    state = 'held',
  ): Promise<string> {
    const id = await this.one(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, $3, 'exchange', $4::timestamptz, $4::timestamptz + interval '1 hour', '', '', 'Europe/Berlin', '{en}')`,
      [seriesId, `session-${randomUUID()}`, state, startsAt],
    );
    await this.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2), ($1, 'de', $2 || ' (deutsch)')`,
      [id, title],
    );
    return id;
  }

  somebody(name = 'Person'): Promise<string> {
    return this.one(
      `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, $2, 'en', 'UTC')`,
      [`${randomUUID()}@example.org`, name],
    );
  }

  /** By their own name where none is said. */
  seat(sessionId: string, personId: string, setup: SeatSetup = {}): Promise<string> {
    const { state = 'confirmed', name = null, organisation = '', city = '', country = 'UA' } = setup;
    const { language = 'en', timeZone = 'UTC', createdAt = '2026-04-01T10:00:00Z', endedAt = null } = setup;
    return this.one(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, organisation, city, country, language, time_zone,
                                  privacy_notice, created_at, confirmed_at, ended_at)
       VALUES ($1, $2, $3::text, CASE WHEN $3::text = 'waitlisted' THEN nextval('registration_queue') END,
               coalesce($4, (SELECT name FROM participants WHERE id = $2)), $5, $6, $7, $8, $9, '1',
               $10::timestamptz, CASE WHEN $3::text = 'confirmed' THEN $10::timestamptz END, $11)`,
      [sessionId, personId, state, name, organisation, city, country, language, timeZone, createdAt, endedAt],
    );
  }

  /** As a report has them, for so many of the session's sixty minutes. `personId` null: a guest. */
  async came(
    sessionId: string,
    personId: string | null,
    minutes = 60,
    role: AttendeeRole = 'attendee',
    name = 'Guest',
  ): Promise<void> {
    await this.query(
      `INSERT INTO attendance_imports (id, session_id, file_name, sha256, format, reading, lines, imported_at)
       VALUES ($1::uuid, $1::uuid, 'report.csv', $1::text, 'table', '{}', 1, '2026-05-06T10:00Z') ON CONFLICT DO NOTHING`,
      [sessionId],
    );
    const attendee = await this.one(
      `INSERT INTO attendees (session_id, key, name, role, participant_id, matched_by)
       VALUES ($1, $2, $3, $4, $5, CASE WHEN $5::uuid IS NOT NULL THEN 'email' END)`,
      [sessionId, randomUUID(), name, role, personId],
    );
    await this.query(
      `INSERT INTO attendance_spans (import_id, line, attendee_id, joined_at, left_at)
       SELECT $1, $2, $3, s.starts_at, s.starts_at + $4 * interval '1 minute' FROM sessions s WHERE s.id = $1`,
      [sessionId, (this.lines += 1), attendee, minutes],
    );
    await this.query(`SELECT recount_attendance(ARRAY[$1::uuid])`, [sessionId]);
  }

  async state(
    of: { seriesId: string } | { sessionId: string },
    measure: string,
    value: number,
    isAtLeast = false,
  ): Promise<void> {
    await this.query(
      `INSERT INTO stated_counts (series_id, session_id, measure, value, is_at_least, origin, source, stated_on)
       VALUES ($1, $2, $3, $4, $5, 'reported', 'the host', '2026-06-01')`,
      [
        'seriesId' in of ? of.seriesId : null,
        'sessionId' in of ? of.sessionId : null,
        measure,
        value,
        isAtLeast,
      ],
    );
  }
}
