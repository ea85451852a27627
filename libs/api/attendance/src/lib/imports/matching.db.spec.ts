import fc from 'fast-check';
import { AttendanceWorld, zoomReport, type Stay } from '../testing/attendance-world';

/** Half past three is the end of a session; so many minutes of it make somebody one who came. */
const NEEDED = 15;

interface GivenStay {
  /** An address, or a name that comes without one. */
  who: (typeof WHO)[number];
  /** Minutes after two. */
  from: number;
  minutes: number;
}
interface Given {
  reports: { session: 0 | 1; stays: GivenStay[] }[];
  /** Staff said before that the name of Ada is Ada. */
  isAdaDecided: boolean;
  /** The report that is undone in the end. */
  undone: number;
}

const WHO = [
  ...['ada@', 'ADA@', 'bo@', 'cy@', 'new@', 'other@'],
  ...['Ada Sample', 'sample, Ada', 'Dee Guest', ...(['iPhone', 'iPhone', 'iPhone'] as const)],
] as const;

const stay: fc.Arbitrary<GivenStay> = fc.record({
  who: fc.constantFrom(...WHO),
  from: fc.constantFrom(0, 0, 5, 40),
  minutes: fc.constantFrom(1, 5, 8, 14, 15, 30),
});
const given: fc.Arbitrary<Given> = fc.record({
  reports: fc.array(
    fc.record({
      session: fc.constantFrom<0 | 1>(0, 1),
      stays: fc.array(stay, { minLength: 1, maxLength: 7 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  isAdaDecided: fc.boolean(),
  undone: fc.nat(3),
});

const clock = (minutes: number) =>
  `${String(14 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Whom each stay of a report is of: `@` for a person, anything else for a guest. */
function identities({ stays }: Given['reports'][number], isAdaDecided: boolean): string[] {
  const devices = new Map<number, number>();
  return stays.map(({ who, from }) => {
    if (who.includes('@')) return who.toLowerCase();
    if (who === 'iPhone') {
      const nth = (devices.get(from) ?? 0) + 1;
      devices.set(from, nth);
      return `device ${nth} from ${from}`;
    }
    if (who === 'Dee Guest') return who;
    return isAdaDecided ? 'ada@' : 'Ada';
  });
}

/** Minute by minute, as nobody would count who has to be quick. */
function slowCounts(reports: Given['reports'], isAdaDecided: boolean) {
  const came = ([0, 1] as const).map((session) => {
    const minutes = new Map<string, Set<number>>();
    for (const report of reports.filter((one) => one.session === session))
      identities(report, isAdaDecided).forEach((who, at) => {
        const { from = 0, minutes: length = 0 } = report.stays[at] ?? {};
        const known = minutes.get(who) ?? new Set();
        for (let minute = from; minute < from + length; minute += 1) known.add(minute);
        minutes.set(who, known);
      });
    return [...minutes].filter(([, there]) => there.size >= NEEDED).map(([who]) => who);
  });
  const isPerson = (who: string) => who.endsWith('@');
  return {
    sessions: came.map((here) => ({
      attended: here.filter(isPerson).length,
      guests: here.filter((who) => !isPerson(who)).length,
    })),
    attendees: new Set(came.flat().filter(isPerson)).size,
  };
}

describe('who is who in reports', () => {
  let world: AttendanceWorld;
  let turn = 0;

  beforeAll(async () => {
    world = await AttendanceWorld.begin();
  });
  afterAll(() => world.close());

  it('is what counting by hand gives, whatever is imported, imported again and undone', async () => {
    await fc.assert(
      fc.asyncProperty(given, async ({ reports, isAdaDecided, undone }) => {
        turn += 1;
        const host = `t${turn}.example`;
        world.seriesId = await world.aSeries();
        const sessions = [await world.aSession(), await world.aSession()];
        const sessionOf = (at: 0 | 1) => sessions[at] ?? '';
        const ada = await world.aPerson('Ada Sample', `ada@${host}`);
        await world.register(sessionOf(0), ada);
        await world.register(sessionOf(1), await world.aPerson('Bo', `bo@${host}`), 'awaiting-approval');
        await world.aPerson('Cy', `cy@${host}`);
        if (isAdaDecided)
          await world.query(
            `INSERT INTO attendance_decisions (series_id, key, participant_id, reason, decided_at)
             VALUES ($1, 'name:' || person_key('Ada Sample') || '|', $2, '', now())`,
            [world.seriesId, ada],
          );
        const textOf = ({ stays }: Given['reports'][number]) =>
          zoomReport(
            stays.map(({ who, from, minutes }): Stay => {
              const times = { from: clock(from), to: clock(from + minutes) };
              return who.includes('@')
                ? { name: `P ${who}`, email: `${who}${host}`, ...times }
                : { name: who, ...times };
            }),
          );
        const expectCounts = async (standing: Given['reports']) => {
          const slow = slowCounts(standing, isAdaDecided);
          for (const at of [0, 1] as const)
            expect(await world.counts(sessionOf(at))).toMatchObject(slow.sessions[at] ?? {});
          const [series] = await world.query(`SELECT attendees FROM attendance_over($1, NULL)`, [
            world.seriesId,
          ]);
          expect(series).toEqual({ attendees: slow.attendees });
        };
        const imports: string[] = [];
        for (const report of reports)
          imports.push((await world.import(sessionOf(report.session), textOf(report))).import.id);
        await expectCounts(reports);

        // The same file of the same session is one import, and goes as one.
        const gone = imports[undone % imports.length] ?? '';
        const { session } = reports[imports.indexOf(gone)] ?? { session: 0 as const };
        await world.undo(sessionOf(session), gone);
        await expectCounts(reports.filter((_, at) => imports[at] !== gone));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
