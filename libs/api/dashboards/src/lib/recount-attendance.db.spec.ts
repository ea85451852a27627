import { randomUUID } from 'node:crypto';
import { openTestDatabase, type TestDatabase } from '@reihe/api-persistence';
import { ATTENDEE_ROLES, type AttendeeRole } from '@reihe/shared-figures';
import fc from 'fast-check';

/** In seconds from the start of the session, or in minutes that the report says without times. */
type Line = { from: number; to: number } | { minutes: number };
interface Named {
  /** null: a guest. */
  person: number | null;
  role: AttendeeRole;
  lines: Line[];
}
interface Report {
  /** Seconds. */
  length: number;
  threshold: { share: number | null; minutes: number | null } | null;
  named: Named[];
}

const STARTS_AT = Date.parse('2026-05-05T12:00:00Z');
const PEOPLE = 3;

const line: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.integer({ min: -900, max: 4000 }), fc.nat(3000))
      .map(([from, by]) => ({ from, to: from + by })),
  },
  { weight: 1, arbitrary: fc.nat(80).map((minutes) => ({ minutes })) },
);
const reports: fc.Arbitrary<Report> = fc.record({
  length: fc.integer({ min: 60, max: 3700 }),
  threshold: fc.option(
    fc.oneof(
      fc.record({
        share: fc.integer({ min: 1, max: 100 }),
        minutes: fc.option(fc.integer({ min: 1, max: 60 })),
      }),
      fc.record({ share: fc.constant(null), minutes: fc.integer({ min: 1, max: 60 }) }),
    ),
  ),
  named: fc.array(
    fc.record({
      person: fc.option(fc.nat(PEOPLE - 1), { freq: 3 }),
      role: fc.oneof(
        { weight: 5, arbitrary: fc.constant<AttendeeRole>('attendee') },
        fc.constantFrom(...ATTENDEE_ROLES),
      ),
      lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

/** Second after second. */
function slowly({ length, threshold, named }: Report) {
  const whose = new Map<string, Named[]>();
  named.forEach((one, at) => {
    const key = one.person === null ? `guest ${at}` : `person ${one.person}`;
    whose.set(key, [...(whose.get(key) ?? []), one]);
  });
  return Object.fromEntries(
    [...whose].map(([key, entries]) => {
      const lines = entries.flatMap((entry) => entry.lines);
      let seconds = 0;
      for (let second = 0; second < length; second += 1)
        if (lines.some((span) => 'from' in span && span.from <= second && second < span.to)) seconds += 1;
      const told = Math.max(0, ...lines.flatMap((span) => ('minutes' in span ? [span.minutes] : [])));
      const minutes = Math.max(Math.floor(seconds / 60), Math.min(told, Math.floor(length / 60)));
      const { share, minutes: needed } = threshold ?? { share: 50, minutes: 15 };
      const enough = Math.min(share === null ? Infinity : (length / 60) * (share / 100), needed ?? Infinity);
      const role = (['bot', 'host', 'speaker'] as const).find((one) =>
        entries.some((entry) => entry.role === one),
      );
      return [key, { minutes, role: role ?? 'attendee', hasCome: !role && minutes > 0 && minutes >= enough }];
    }),
  );
}

describe('recounting the attendance of a session', () => {
  let database: TestDatabase;
  let seriesId: string;

  const ids = async (sql: string, values: unknown[] = []) => {
    const rows = await database.dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, values);
    return rows.map(({ id }) => id);
  };
  const one = async (sql: string, values: unknown[] = []) => (await ids(sql, values))[0] ?? '';
  const instant = (seconds: number) => new Date(STARTS_AT + seconds * 1000).toISOString();

  const aSession = (length: number) =>
    one(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, 'held', 'exchange', $3, $4, '', '', 'UTC', '{en}')`,
      [seriesId, randomUUID(), instant(0), instant(length)],
    );
  const somebody = () =>
    one(
      `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, 'P', 'en', 'UTC')`,
      [`${randomUUID()}@example.org`],
    );
  const seat = (sessionId: string, person: string, state = 'confirmed') =>
    one(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, language, time_zone, privacy_notice)
       VALUES ($1, $2, $3::text, CASE WHEN $3::text = 'waitlisted' THEN nextval('registration_queue') END, 'P', 'en', 'UTC', '1')`,
      [sessionId, person, state],
    );
  const anImport = (sessionId: string) =>
    one(
      `INSERT INTO attendance_imports (session_id, file_name, sha256, format, reading, lines, imported_at)
       VALUES ($1, 'report.csv', $2, 'table', '{}', 1, now())`,
      [sessionId, randomUUID()],
    );
  const anAttendee = (sessionId: string, person: string | null, role: AttendeeRole = 'attendee') =>
    one(
      `INSERT INTO attendees (session_id, key, name, role, participant_id, matched_by)
       VALUES ($1, $2, 'Guest', $3, $4, CASE WHEN $4::uuid IS NOT NULL THEN 'email' END)`,
      [sessionId, randomUUID(), role, person],
    );
  const add = async (importId: string, attendeeId: string, lines: readonly Line[], from = 0) => {
    for (const [at, span] of lines.entries())
      await database.dataSource.query(
        `INSERT INTO attendance_spans (import_id, line, attendee_id, joined_at, left_at, minutes) VALUES ($1, $2, $3, $4, $5, $6)`,
        'minutes' in span
          ? [importId, from + at, attendeeId, null, null, span.minutes]
          : [importId, from + at, attendeeId, instant(span.from), instant(span.to), null],
      );
  };
  const recount = (...sessionIds: string[]) =>
    database.dataSource.query(`SELECT recount_attendance($1::uuid[])`, [sessionIds]);
  const presences = (sessionId: string) =>
    database.dataSource.query<
      {
        personId: string | null;
        guestId: string | null;
        minutes: number;
        role: AttendeeRole;
        hasCome: boolean;
      }[]
    >(
      `SELECT participant_id AS "personId", attendee_id AS "guestId", minutes, role, has_come AS "hasCome"
       FROM presences WHERE session_id = $1`,
      [sessionId],
    );
  const cameOf = async (sessionId: string) => (await presences(sessionId)).map(({ hasCome }) => hasCome);
  const evidence = async (sessionId: string) =>
    (
      await database.dataSource.query<{ evidence: string }[]>(
        `SELECT e.evidence FROM attendances e JOIN registrations r ON r.id = e.registration_id WHERE r.session_id = $1 ORDER BY 1`,
        [sessionId],
      )
    ).map((row) => row.evidence);

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    seriesId = await one(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'published', '2026-01-01', '2026-12-31', 'en', 'UTC')`,
      [randomUUID()],
    );
  });

  it('gives each person, and each guest, the minutes that counting every second gives, however the lines overlap', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        await database.dataSource.query(`DELETE FROM attendance_thresholds WHERE series_id = $1`, [seriesId]);
        if (report.threshold)
          await database.dataSource.query(
            `INSERT INTO attendance_thresholds (series_id, share_percent, minutes) VALUES ($1, $2, $3)`,
            [seriesId, report.threshold.share, report.threshold.minutes],
          );
        const sessionId = await aSession(report.length);
        const importId = await anImport(sessionId);
        const people = await Promise.all(Array.from({ length: PEOPLE }, somebody));
        const words = new Map(people.map((id, at) => [id, `person ${at}`]));
        for (const [at, { person, role, lines }] of report.named.entries()) {
          const attendeeId = await anAttendee(
            sessionId,
            person === null ? null : (people[person] ?? null),
            role,
          );
          words.set(attendeeId, `guest ${at}`);
          await add(importId, attendeeId, lines, at * 10);
        }
        // Again and again it is the same.
        await recount(sessionId);
        await recount(sessionId, sessionId);
        const found = (await presences(sessionId)).map(({ personId, guestId, ...rest }) => [
          words.get(personId ?? guestId ?? ''),
          rest,
        ]);
        expect(found).toHaveLength(new Set(found.map(([key]) => key)).size);
        expect(Object.fromEntries(found)).toEqual(slowly(report));
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('gives nobody more than they were there: times before and after the session are none', async () => {
    const sessionId = await aSession(3600);
    await add(await anImport(sessionId), await anAttendee(sessionId, await somebody()), [
      { from: -600, to: 120 },
      { from: 3540, to: 7200 },
    ]);
    await recount(sessionId);
    expect(await presences(sessionId)).toMatchObject([{ minutes: 3, hasCome: false }]);
  });

  it('is evidence of whoever has a place and came, and takes it back, but never what somebody marked by hand', async () => {
    const sessionId = await aSession(3600);
    const [here, waiting, marked] = [await somebody(), await somebody(), await somebody()];
    await seat(sessionId, here);
    await seat(sessionId, waiting, 'waitlisted');
    const byHand = await seat(sessionId, marked);
    await database.dataSource.query(
      `INSERT INTO attendances (registration_id, evidence, recorded_at) VALUES ($1, 'manual', now())`,
      [byHand],
    );
    const importId = await anImport(sessionId);
    await add(importId, await anAttendee(sessionId, here), [{ from: 0, to: 3600 }]);
    await add(importId, await anAttendee(sessionId, waiting), [{ from: 0, to: 3600 }], 10);
    await recount(sessionId);
    expect(await evidence(sessionId)).toEqual(['imported', 'manual']);
    await database.dataSource.query(`DELETE FROM attendance_imports WHERE id = $1`, [importId]);
    await recount(sessionId);
    expect([await presences(sessionId), await evidence(sessionId)]).toEqual([[], ['manual']]);
  });

  it('happens by itself when the threshold, the times of the session, or who is who change', async () => {
    const sessionId = await aSession(3600);
    const [person, same] = [await somebody(), await somebody()];
    const importId = await anImport(sessionId);
    await add(importId, await anAttendee(sessionId, person), [{ from: 0, to: 600 }]);
    await add(importId, await anAttendee(sessionId, same), [{ from: 600, to: 1200 }], 10);
    await recount(sessionId);
    expect(await cameOf(sessionId)).toEqual([false, false]);
    await database.dataSource.query(
      `INSERT INTO attendance_thresholds (series_id, minutes) VALUES ($1, 10)`,
      [seriesId],
    );
    expect(await cameOf(sessionId)).toEqual([true, true]);
    await database.dataSource.query(`DELETE FROM attendance_thresholds WHERE series_id = $1`, [seriesId]);
    expect(await cameOf(sessionId)).toEqual([false, false]);
    await database.dataSource.query(`UPDATE sessions SET ends_at = $2 WHERE id = $1`, [
      sessionId,
      instant(1200),
    ]);
    expect(await cameOf(sessionId)).toEqual([true, true]);
    await database.dataSource.query(`UPDATE sessions SET ends_at = $2 WHERE id = $1`, [
      sessionId,
      instant(3600),
    ]);
    await database.dataSource.query(`UPDATE participants SET merged_into_id = $2 WHERE id = $1`, [
      same,
      person,
    ]);
    expect(await presences(sessionId)).toMatchObject([{ personId: person, minutes: 20, hasCome: true }]);
  });
});
