import { randomUUID } from 'node:crypto';
import { FeatureApp, startFeature, type FeatureParts } from '@reihe/api-platform';
import type { RegistrationState } from '@reihe/shared-contracts';
import {
  figuresApiPaths,
  type AttendanceCounts,
  type AttendanceImported,
  type AttendancePreview,
  type Attendee,
  type AttendeeGroup,
  type AttendeePage,
} from '@reihe/shared-figures';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import type request from 'supertest';
import { AttendanceModule } from '../attendance.module';

/** One stay, as Zoom's report of a meeting has it; times are `HH:mm` in Berlin on the session's day. */
export interface Stay {
  name: string;
  email?: string;
  from: string;
  to: string;
}

/** A report of Zoom with a line for each stay. */
export function zoomReport(stays: readonly Stay[]): string {
  const lines = stays.map(
    ({ name, email = '', from, to }) =>
      `"${name.replaceAll('"', '""')}",${email},10/06/2026 ${from}:00,10/06/2026 ${to}:00,1,Yes`,
  );
  return ['Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest', ...lines].join(
    '\r\n',
  );
}

/** Attendance over HTTP, the day after the sessions it makes. */
export class AttendanceWorld extends FeatureApp {
  seriesId = '';

  static async begin(): Promise<AttendanceWorld> {
    const world = await startFeature(
      { clock: new FixedClock('2026-10-07T12:00:00Z'), modules: [AttendanceModule] },
      (parts: FeatureParts) => new AttendanceWorld(parts),
    );
    world.seriesId = await world.aSeries();
    return world;
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async aSeries(): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1::uuid, $1::text, 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [id],
    );
    return id;
  }

  /** From 14:00 to 15:30 in Berlin on 6 October 2026: 22.5 minutes are a quarter, 15 make somebody one who came. */
  async aSession(state = 'held'): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, $3, $4, 'exchange', '2026-10-06T12:00Z', '2026-10-06T13:30Z', '2026-10-06T14:00', '2026-10-06T15:30',
               'Europe/Berlin', '{en}')`,
      [id, this.seriesId, `s-${id}`, state],
    );
    await this.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', 'Pipes')`,
      [id],
    );
    return id;
  }

  async aPerson(name: string, email: string, organisation = ''): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `INSERT INTO participants (email, email_key, name, organisation, country, language, time_zone, verified_at)
       VALUES ($1, lower($1), $2, $3, 'UA', 'en', 'UTC', now()) RETURNING id`,
      [email, name, organisation],
    );
    return row?.id ?? '';
  }

  /** Id of the registration. */
  async register(
    sessionId: string,
    participantId: string,
    state: RegistrationState = 'confirmed',
  ): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `INSERT INTO registrations (session_id, participant_id, state, name, organisation, country, language, time_zone, privacy_notice)
       SELECT $1, p.id, $3, p.name, p.organisation, p.country, 'en', 'UTC', '1' FROM participants p WHERE p.id = $2 RETURNING id`,
      [sessionId, participantId, state],
    );
    return row?.id ?? '';
  }

  send(path: string, report: string | Uint8Array, fields: Record<string, string> = {}): request.Test {
    const sent = this.call('post', path).attach('file', Buffer.from(report), 'report.csv');
    for (const [name, value] of Object.entries(fields)) void sent.field(name, value);
    return sent;
  }

  async check(
    sessionId: string,
    report: string,
    fields: Record<string, string> = {},
  ): Promise<AttendancePreview> {
    const answer = await this.send(figuresApiPaths.attendanceCheck(sessionId), report, fields).expect(200);
    return answer.body as AttendancePreview;
  }

  /** The lines of its answer. */
  async importLines(
    sessionId: string,
    report: string,
    fields: Record<string, string> = {},
  ): Promise<object[]> {
    const { text } = await this.send(figuresApiPaths.attendanceImports(sessionId), report, fields)
      .buffer(true)
      .expect((answer) => expect([200, 201]).toContain(answer.status));
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
  }

  async import(
    sessionId: string,
    report: string,
    fields: Record<string, string> = {},
  ): Promise<AttendanceImported> {
    const last = (await this.importLines(sessionId, report, fields)).at(-1);
    if (!last || !('result' in last)) throw new Error(`It was not imported: ${JSON.stringify(last)}`);
    return last.result as AttendanceImported;
  }

  undo(sessionId: string, importId: string): Promise<AttendanceCounts> {
    return this.answer('delete', figuresApiPaths.attendanceImport(sessionId, importId));
  }

  async attendees(sessionId: string, group?: AttendeeGroup): Promise<Attendee[]> {
    const query = group ? `?group=${group}` : '';
    return (await this.answer<AttendeePage>('get', `${figuresApiPaths.attendees(sessionId)}${query}`)).items;
  }

  async counts(sessionId: string): Promise<AttendanceCounts> {
    const { counts } = await this.answer<{ counts: AttendanceCounts }>(
      'get',
      figuresApiPaths.attendanceRecord(sessionId),
    );
    return counts;
  }
}
