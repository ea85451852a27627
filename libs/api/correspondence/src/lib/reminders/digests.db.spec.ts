import { openTestDatabase, type TestDatabase } from '@reihe/api-persistence';
import { isTimeZone } from '@reihe/shared-policies';
import fc from 'fast-check';
import { dayIn, digestsOf } from './digests';
import type { DueReminder } from './reminders.repository';

/** Half hours, whole days skipped, clocks that change at midnight or by half an hour, and none at all. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Santiago',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/Bogota',
  'UTC',
];
/** Around the changes of clocks in spring and autumn, and any time of two years. */
const instants = fc.oneof(
  fc.date({ min: new Date('2026-01-01T00:00Z'), max: new Date('2027-12-31T00:00Z'), noInvalidDate: true }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-29T01:00Z',
        '2026-10-25T01:00Z',
        '2026-03-08T07:00Z',
        '2026-11-01T06:00Z',
        '2026-04-24T22:00Z',
        '2026-09-06T04:00Z',
      ),
      fc.integer({ min: -26 * 60, max: 26 * 60 }),
    )
    .map(([at, minutes]) => new Date(Date.parse(at) + minutes * 60_000)),
);
const reminders = fc.array(
  fc.record({
    registrationId: fc.uuid(),
    person: fc.constantFrom('a', 'b', 'c'),
    leadMinutes: fc.constantFrom(60, 1440),
    startsAt: instants,
  }),
  { maxLength: 25 },
);
/** Everybody has one zone. */
const zonesOfPeople = fc.record({
  a: fc.constantFrom(...ZONES),
  b: fc.constantFrom(...ZONES),
  c: fc.constantFrom(...ZONES),
});

describe('a digest', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('holds one person’s places of one day of theirs and one lead time, and every place is in exactly one', () => {
    fc.assert(
      fc.property(reminders, zonesOfPeople, (drawn, zones) => {
        const due = drawn.map(({ registrationId, person, leadMinutes, startsAt }) => ({
          registrationId,
          participantId: person,
          leadMinutes,
          timeZone: zones[person],
          session: { id: registrationId, startsAt: startsAt.toISOString() },
        })) as unknown as DueReminder[];
        const digests = digestsOf(due);
        expect(
          digests
            .flat()
            .map((one) => one.registrationId)
            .sort(),
        ).toEqual(due.map((one) => one.registrationId).sort());
        const keys = digests.map((digest) => {
          const of = digest.map(
            ({ participantId, leadMinutes, session, timeZone }) =>
              `${participantId} ${leadMinutes} ${dayIn(session.startsAt, timeZone)}`,
          );
          expect(new Set(of).size).toBe(1);
          const starts = digest.map(({ session }) => session.startsAt);
          expect(starts).toEqual([...starts].sort());
          return of[0];
        });
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  it('knows the same days as the database that chose what is in it, also where clocks change', async () => {
    const drawn = fc.sample(fc.tuple(instants, fc.constantFrom(...ZONES)), 3_000);
    const days = await database.dataSource.query<{ day: string }[]>(
      `SELECT to_char((at AT TIME ZONE zone)::date, 'YYYY-MM-DD') AS day
       FROM unnest($1::timestamptz[], $2::text[]) WITH ORDINALITY AS d (at, zone, n) ORDER BY n`,
      [drawn.map(([at]) => at), drawn.map(([, zone]) => zone)],
    );
    expect(drawn.map(([at, zone]) => dayIn(at.toISOString(), zone))).toEqual(days.map(({ day }) => day));
  });

  it('is of a zone that the database knows, whichever of all that are known here somebody has', async () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const short = letters.flatMap((a) => letters.flatMap((b) => ['DT', 'ST'].map((end) => a + b + end)));
    const threeLetters = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
    const zones = [...Intl.supportedValuesOf('timeZone'), ...threeLetters, ...short, 'US/Pacific-New'].filter(
      isTimeZone,
    );
    expect(zones.length).toBeGreaterThan(400);
    const at = '2026-01-15T23:30:00Z';
    const days = await database.dataSource.query<{ day: string }[]>(
      `SELECT to_char(($1::timestamptz AT TIME ZONE zone)::date, 'YYYY-MM-DD') AS day
       FROM unnest($2::text[]) WITH ORDINALITY AS d (zone, n) ORDER BY n`,
      [at, zones],
    );
    expect(zones.map((zone) => `${zone} ${dayIn(at, zone)}`)).toEqual(
      days.map(({ day }, index) => `${zones[index] ?? ''} ${day}`),
    );
  });
});
