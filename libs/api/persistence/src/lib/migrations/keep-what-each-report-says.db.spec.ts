import { randomUUID } from 'node:crypto';
import { KeepWhatEachReportSays1764000000303 } from './1764000000303-keep-what-each-report-says';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';

const SERIES = randomUUID();
const SESSION = randomUUID();
const IMPORT = randomUUID();
const STAFF = randomUUID();

describe('keeping what each report says', () => {
  let database: TestDatabase;
  const query = <Row>(sql: string, values: unknown[] = []) => database.dataSource.query<Row[]>(sql, values);
  const migrate = async (way: 'up' | 'down') => {
    const runner = database.dataSource.createQueryRunner();
    await new KeepWhatEachReportSays1764000000303()[way](runner);
    await runner.release();
  };
  const people = () =>
    query<{ name: string; said: string; byHand: boolean; language: string | null }>(
      `SELECT a.name, a.role || ' ' || m.role || ' ' || m.organisation || ' ' || m.city AS said, a.is_role_by_hand AS "byHand", a.language
       FROM attendees a JOIN attendee_mentions m ON m.attendee_id = a.id ORDER BY a.key`,
    );

  beforeAll(async () => {
    database = await openTestDatabase();
    await query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'one', 'published', '2026-01-01', '2026-12-31', 'en', 'UTC')`,
      [SERIES],
    );
    await query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, 's', 'held', 'exchange', '2026-10-06T12:00Z', '2026-10-06T13:00Z', '', '', 'UTC', '{en}')`,
      [SESSION, SERIES],
    );
    await query(
      `INSERT INTO attendance_imports (id, session_id, file_name, sha256, format, reading, lines, imported_at)
       VALUES ($1, $2, 'r.csv', 'x', 'table', '{}', 1, now())`,
      [IMPORT, SESSION],
    );
    await migrate('down');
  });
  afterAll(() => database.close());

  async function named(key: string, role: string, more: Record<string, unknown> = {}): Promise<void> {
    const row = {
      ...{
        id: randomUUID(),
        session_id: SESSION,
        key,
        name: key,
        email: '',
        organisation: 'City',
        city: 'Lviv',
      },
      ...{ role, reason: '', ...more },
    };
    const columns = Object.keys(row).join(', ');
    await query(
      `INSERT INTO attendees (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::attendees, $1::jsonb)`,
      [JSON.stringify(row)],
    );
    await query(
      `INSERT INTO attendance_spans (import_id, line, attendee_id, minutes)
       SELECT $1, count(*), $2, 60 FROM attendance_spans`,
      [IMPORT, row.id],
    );
  }

  it('takes what is on record for the word of every report, and keeps roles of which staff said so', async () => {
    const [person] = await query<{ id: string }>(
      `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ('a@x.example', 'a@x.example', 'A', 'en', 'UTC')
       RETURNING id`,
    );
    await named('1 audience', 'attendee', {
      participant_id: person?.id,
      matched_by: 'email',
      language: 'en',
    });
    await named('2 host', 'host');
    await named('3 speaker by hand', 'speaker', { decided_by: STAFF });
    await named('4 identified by hand', 'attendee', {
      ...{ participant_id: person?.id, matched_by: 'staff', decided_by: STAFF },
    });
    await named('erased:5', 'attendee', { name: '', organisation: '' });
    await query(
      `INSERT INTO attendance_decisions (series_id, key, role, decided_at) VALUES ($1, '4 identified by hand', 'attendee', now())`,
      [SERIES],
    );
    await migrate('up');
    expect(await people()).toEqual([
      { name: '1 audience', said: 'attendee attendee City Lviv', byHand: false, language: null },
      { name: '2 host', said: 'host host City Lviv', byHand: false, language: null },
      { name: '3 speaker by hand', said: 'speaker attendee City Lviv', byHand: true, language: null },
      { name: '4 identified by hand', said: 'attendee attendee City Lviv', byHand: true, language: null },
    ]);
  });

  it('counts whom a list names as having come, and on the way back too', async () => {
    const came = async () => {
      await query(`SELECT recount_attendance(ARRAY[$1::uuid])`, [SESSION]);
      return query(
        `SELECT p.has_come FROM presences p JOIN attendees a ON a.id = p.attendee_id WHERE a.key = 'listed'`,
      );
    };
    await named('listed', 'attendee');
    await query(
      `UPDATE attendance_spans t SET minutes = NULL FROM attendees a WHERE a.id = t.attendee_id AND a.key = 'listed'`,
    );
    expect(await came()).toEqual([{ has_come: true }]);
    await migrate('down');
    expect(await came()).toEqual([{ has_come: true }]);
    await migrate('up');
  });
});
