import { createHash, randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { FunderReport } from '@reihe/api-report-documents';
import { MediaStorage } from '@reihe/api-media';
import { DomainError } from '@reihe/api-platform';
import { figuresApiPaths, type MadeFunderReport } from '@reihe/shared-figures';
import { FixedClock } from '@reihe/shared-testing';
import fc from 'fast-check';
import { ReportWorker } from './making/report-worker';
import { ReportsWorld, type Place } from './testing/reports-world';

const START = '2026-11-29T12:00:00Z';
const sha256 = (contents: Buffer) => createHash('sha256').update(contents).digest('hex');

describe('reports for funders', () => {
  const clock = new FixedClock(START);
  let world: ReportsWorld;
  beforeAll(async () => {
    world = await ReportsWorld.begin(clock);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    clock.set(START);
    world.user = world.staff;
    world.seriesId = await world.aSeries();
  });

  const counted = (data: FunderReport, measure: string) =>
    data.figures.find((figure) => figure.measure === measure)?.counted ?? null;

  it('are asked for, made by a worker and handed out as files that say what they are', async () => {
    const session = await world.aSession('2026-05-05T12:00:00Z');
    await world.register(session, await world.aPerson(), { country: 'UA', city: 'Lviv' });
    for (const [format, type, begins] of [
      ['pdf', 'application/pdf', '%PDF-'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
      ['html', 'text/html; charset=utf-8', '<!doctype html>'],
    ] as const) {
      const asked = await world.askFor({ format, language: 'de' });
      expect(asked).toMatchObject({ state: 'queued', sha256: null, createdBy: world.staff.name });
      await world.call('get', figuresApiPaths.funderReportFile(world.seriesId, asked.id)).expect(409);
      await world.work();
      const report = await world.one(asked);
      expect(report).toMatchObject({ state: 'ready', failure: null, asOf: START });
      expect(report.of).toBeGreaterThan(2);
      expect(report.done).toBe(report.of);
      const file = await world.fileOf(asked);
      expect(file.subarray(0, begins.length).toString()).toBe(begins);
      expect(report).toMatchObject({ byteSize: file.length, sha256: sha256(file) });
      const answer = await world.call('get', figuresApiPaths.funderReportFile(world.seriesId, asked.id));
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'cache-control': 'no-store',
        'content-disposition': expect.stringMatching(
          new RegExp(`^attachment; filename="report-s-[\\w-]+-2026-11-29-de\\.${format}"$`),
        ) as string,
      });
    }
    expect((await world.fileOf(await world.made({ language: 'de' }))).toString()).toContain('Städte lernen');
    const list = await world.answer<MadeFunderReport[]>('get', figuresApiPaths.funderReports(world.seriesId));
    expect(list.map(({ format }) => format).sort()).toEqual(['docx', 'html', 'html', 'pdf']);
  });

  it('are the same file while the figures are the same, and say since when; another once they are not', async () => {
    const session = await world.aSession('2026-05-05T12:00:00Z');
    await world.register(session, await world.aPerson());
    const first = await world.made();
    clock.set('2026-12-02T09:30:00Z');
    const second = await world.made();
    expect(second).toMatchObject({ sha256: first.sha256, asOf: first.asOf, sameSince: first.createdAt });
    expect(first.sameSince).toBeNull();
    // Other formats of the same figures are of the same moment.
    expect(await world.made({ format: 'docx' })).toMatchObject({ asOf: first.asOf, sameSince: null });
    expect(await world.made({ language: 'de' })).toMatchObject({ asOf: '2026-12-02T09:30:00Z' });

    await world.register(session, await world.aPerson());
    const again = await world.answer<MadeFunderReport>(
      'post',
      figuresApiPaths.funderReportAgain(world.seriesId, first.id),
    );
    expect(again).toMatchObject({ state: 'queued', format: 'html', language: 'en' });
    await world.work();
    const third = await world.one(again);
    expect(third).toMatchObject({ asOf: '2026-12-02T09:30:00Z', sameSince: null });
    expect(third.sha256).not.toBe(first.sha256);
    // What was sent stays what it was.
    expect(sha256(await world.fileOf(first))).toBe(first.sha256);
  });

  it('hold what the records hold, with guests as ranges and stated numbers beside', async () => {
    const [water, streets] = [
      await world.aSession('2026-05-05T12:00:00Z'),
      await world.aSession('2026-06-09T12:00:00Z', 'held', 'Streets'),
    ];
    await world.aSession('2026-07-01T12:00:00Z', 'cancelled', 'Cancelled');
    await world.aSession('2026-12-24T12:00:00Z', 'published', 'To come');
    const [ada, bo, cy] = [await world.aPerson(), await world.aPerson(), await world.aPerson()];
    await world.register(water, ada, { country: 'UA', city: 'Lviv', organisation: 'City of Lviv' });
    await world.register(streets, ada, { country: 'UA', city: 'lviv', organisation: 'city of lviv' });
    await world.register(water, bo, { country: 'BR', organisation: 'Sample works' });
    await world.register(streets, cy, { country: null }, 'waitlisted');
    await world.imported(water);
    await world.came(water, ada, { country: 'UA' });
    await world.came(water, null, { country: 'FJ' });
    for (const [measure, value, of] of [
      ['participants', 800, 'series'],
      ['attended', 30, 'session'],
    ] as const)
      await world.query(
        `INSERT INTO stated_counts (${of}_id, measure, value, origin, is_at_least, source, stated_on)
         VALUES ($1, $2, $3, 'reported', true, 'Sample host', '2026-11-01')`,
        [of === 'series' ? world.seriesId : streets, measure, value],
      );
    const data = await world.dataOf<FunderReport>(await world.made());
    const values = Object.fromEntries(data.figures.map(({ measure, counted: is }) => [measure, is]));
    const exactly = (value: number, origin = 'counted') => ({ least: value, most: value, origin });
    expect(values).toEqual({
      sessions: exactly(3),
      registered: exactly(4),
      confirmed: exactly(3),
      participations: exactly(3),
      participants: exactly(2),
      attended: { least: 1, most: 2, origin: 'imported' },
      attendees: { least: 1, most: 2, origin: 'imported' },
      returning: exactly(1),
      'first-timers': exactly(2),
      organisations: exactly(2),
      speakers: exactly(0),
      cities: exactly(1),
      countries: exactly(2),
      regions: exactly(0),
    });
    expect(data.figures.filter(({ stated }) => stated.length > 0)).toEqual([
      expect.objectContaining({
        measure: 'participants',
        stated: [{ value: 800, isAtLeast: true, source: 'Sample host', statedOn: '2026-11-01' }],
      }),
    ]);
    expect(
      data.sessions.map(({ title, state, attended, stated }) => [title, state, attended, stated?.value]),
    ).toEqual([
      ['Water for all', 'held', { least: 1, most: 2, origin: 'imported' }, undefined],
      ['Streets', 'held', null, 30],
      ['Cancelled', 'cancelled', null, undefined],
      ['To come', 'planned', null, undefined],
    ]);
    expect(data.countries.map(({ country, people }) => [country, people])).toEqual([
      ['BR', { least: 1, most: 1 }],
      ['UA', { least: 1, most: 1 }],
    ]);
    expect(data.countries[1]?.cities).toEqual([
      {
        name: expect.stringMatching(/^lviv$/i) as string,
        place: { latitude: expect.closeTo(49.8, 0) as number, longitude: expect.closeTo(23.5, 0) as number },
        people: { least: 1, most: 1 },
      },
    ]);
    expect(data.returningByMonth).toEqual([
      { month: '2026-05', firstTime: { least: 2, most: 2 }, again: { least: 0, most: 0 } },
      { month: '2026-06', firstTime: { least: 0, most: 0 }, again: { least: 1, most: 1 } },
    ]);
    expect(data.registrationsByMonth).toEqual([{ month: '2026-02', registrations: 4 }]);

    const came = await world.dataOf<FunderReport>(await world.made({ basis: 'attendance' }));
    expect(came.countries.map(({ country, people }) => [country, people])).toEqual([
      ['FJ', { least: 0, most: 1 }],
      ['UA', { least: 1, most: 1 }],
    ]);
    expect(counted(came, 'returning')).toEqual({ least: 0, most: 1, origin: 'imported' });
    expect(came.everybody).toEqual({ least: 1, most: 2 });
    expect(came.method).toMatchObject({
      basis: 'attendance',
      unidentifiedGuests: 1,
      attendance: { sharePercent: 50, minutes: 15 },
    });
  });

  it('leave out small groups of people where that was asked for, and what would tell them', async () => {
    const session = await world.aSession('2026-05-05T12:00:00Z');
    const come = async (times: number, place: { country: string | null; city?: string }) => {
      for (let at = 0; at < times; at++) await world.register(session, await world.aPerson(), place);
    };
    await come(20, { country: 'DE', city: 'Stuttgart' });
    await come(2, { country: 'DE', city: 'My lane 7' });
    await come(2, { country: 'UA', city: 'Lviv' });
    await come(7, { country: 'BR' });
    await come(9, { country: 'IN' });
    const people = async (hidesSmall: boolean) => {
      const data = await world.dataOf<FunderReport>(await world.made({ hidesSmall }));
      return {
        all: data.everybody,
        smallest: data.method.smallestShown,
        countries: Object.fromEntries(
          data.countries.map(({ country, people: of }) => [country, of?.least ?? null]),
        ),
        cities: data.countries.flatMap(({ cities }) =>
          cities.map(({ name, people: of }) => [name, of?.least ?? null]),
        ),
      };
    };
    expect(await people(false)).toEqual({
      all: { least: 40, most: 40 },
      smallest: null,
      countries: { DE: 22, UA: 2, BR: 7, IN: 9 },
      cities: [
        ['My lane 7', 2],
        ['Stuttgart', 20],
        ['Lviv', 2],
      ],
    });
    const hidden = await people(true);
    // One of the others goes as well: 40 less all others would be the 2.
    expect(hidden).toMatchObject({ all: { least: 40, most: 40 }, smallest: 5 });
    expect(hidden.countries).toEqual({ DE: 22, UA: null, BR: null, IN: 9 });
    expect(hidden.cities).toEqual([
      ['Stuttgart', null],
      ['Lviv', null],
    ]);
  });

  it('of a part leave out what is stated of the whole, and know who was there before', async () => {
    const [may, june] = [
      await world.aSession('2026-05-05T12:00:00Z'),
      await world.aSession('2026-06-09T12:00:00Z'),
    ];
    const ada = await world.aPerson();
    await world.register(may, ada);
    await world.register(june, ada);
    await world.query(
      `INSERT INTO stated_counts (series_id, measure, value, origin, source, stated_on)
       VALUES ($1, 'participants', 800, 'reported', 'Sample host', '2026-11-01')`,
      [world.seriesId],
    );
    const stated = ({ figures }: FunderReport) => figures.flatMap((figure) => figure.stated);
    expect(stated(await world.dataOf<FunderReport>(await world.made()))).toHaveLength(1);
    const part = await world.dataOf<FunderReport>(await world.made({ from: '2026-06-01', to: '2026-06-09' }));
    expect(stated(part)).toEqual([]);
    expect(part.sessions).toHaveLength(1);
    expect(counted(part, 'first-timers')?.least).toBe(0);
    expect(part.returningByMonth).toEqual([
      { month: '2026-06', firstTime: { least: 0, most: 0 }, again: { least: 1, most: 1 } },
    ]);
    const none = await world.dataOf<FunderReport>(await world.made({ from: '2026-06-10' }));
    expect(none.sessions).toEqual([]);
  });

  it('count as the one definition does, and as somebody would by hand, whatever there is', async () => {
    const small = (max: number) => fc.integer({ min: 0, max });
    const worlds = fc.record({
      months: fc.array(small(2), { minLength: 3, maxLength: 3 }),
      seats: fc.uniqueArray(
        fc.record({
          session: small(2),
          person: small(4),
          country: fc.constantFrom('UA', 'BR', null),
          hasPlace: fc.boolean(),
          hasCome: fc.boolean(),
        }),
        { maxLength: 12, selector: ({ session, person }) => `${session} ${person}` },
      ),
      guests: fc.array(small(2), { maxLength: 3 }),
      basis: fc.constantFrom('places' as const, 'attendance' as const),
    });
    await fc.assert(
      fc.asyncProperty(worlds, async ({ months, seats, guests, basis }) => {
        world.seriesId = await world.aSeries();
        const sessions: string[] = [];
        for (const month of months) sessions.push(await world.aSession(`2026-0${month + 3}-05T12:00:00Z`));
        const people: string[] = [];
        for (let at = 0; at < 5; at += 1) people.push(await world.aPerson());
        const of = (list: string[], at: number) => list[at] ?? '';
        for (const { session, person, country, hasPlace, hasCome } of seats) {
          const place: Place = { country };
          if (hasPlace) await world.register(of(sessions, session), of(people, person), place);
          if (hasCome) await world.came(of(sessions, session), of(people, person), place);
        }
        for (const session of guests) await world.came(of(sessions, session), null, { country: 'FJ' });
        const data = await world.dataOf<FunderReport>(await world.made({ basis }));

        const [views] = await world.query<Record<string, number>>(
          `SELECT c.participations, c.participants, a.attended, a.guests, a.attendees
           FROM counts_over($1, NULL) c, attendance_over($1, NULL) a`,
          [world.seriesId],
        );
        const {
          participations,
          participants,
          attended = 0,
          attendees = 0,
          guests: unknown = 0,
        } = views ?? {};
        expect(counted(data, 'participations')?.least).toBe(participations);
        expect(counted(data, 'participants')?.least).toBe(participants);
        const came = (value: number) =>
          attended + unknown === 0
            ? null
            : (expect.objectContaining({ least: value, most: value + unknown }) as object);
        expect(counted(data, 'attended')).toEqual(came(attended));
        expect(counted(data, 'attendees')).toEqual(came(attendees));

        const chosen = seats.filter(({ hasPlace, hasCome }) => (basis === 'places' ? hasPlace : hasCome));
        const distinct = (some: typeof chosen) => new Set(some.map(({ person }) => person)).size;
        const anybody = basis === 'places' ? 0 : guests.length;
        expect(data.everybody).toEqual({ least: distinct(chosen), most: distinct(chosen) + anybody });
        for (const country of ['UA', 'BR', null]) {
          const there = distinct(chosen.filter((seat) => seat.country === country));
          expect(data.countries.find((one) => one.country === country)?.people?.least ?? 0).toBe(there);
        }
        const again = [0, 1, 2, 3, 4].filter(
          (person) => chosen.filter((seat) => seat.person === person).length > 1,
        ).length;
        expect(counted(data, 'returning')?.least ?? 0).toBe(again);
        const byMonth = data.returningByMonth.reduce((sum, { firstTime }) => sum + firstTime.least, 0);
        expect(byMonth).toBe(distinct(chosen));
      }),
      { numRuns: 12 },
    );
  });

  it('tell that they failed, after another try, and are made once what was wrong is mended', async () => {
    await world.aSession('2026-05-05T12:00:00Z');
    const put = jest
      .spyOn(world.get(MediaStorage), 'put')
      .mockRejectedValue(new DomainError('storage.unavailable', 503));
    const asked = await world.askFor();
    await world.work();
    expect(await world.one(asked)).toMatchObject({ state: 'queued', failure: null });
    for (let at = 1; at <= 2; at += 1) {
      clock.set(new Date(Date.parse(START) + at * 60_000).toISOString());
      await world.work();
    }
    expect(await world.one(asked)).toMatchObject({ state: 'failed', failure: 'storage', sha256: null });
    put.mockRestore();
    const again = await world.answer<MadeFunderReport>(
      'post',
      figuresApiPaths.funderReportAgain(world.seriesId, asked.id),
    );
    await world.work();
    expect(await world.one(again)).toMatchObject({ state: 'ready' });
  });

  it('that a killed worker has left are made by the next one, each by one worker alone', async () => {
    await world.aSession('2026-05-05T12:00:00Z');
    const asked = await world.askFor();
    await world.query(
      `UPDATE funder_reports SET state = 'working', attempts = 1, claimed_until = $2::timestamptz + interval '1 minute' WHERE id = $1`,
      [asked.id, START],
    );
    await world.work();
    expect(await world.one(asked)).toMatchObject({ state: 'working' });
    clock.set('2026-11-29T12:02:00Z');
    const worker = world.get(ReportWorker);
    await Promise.all([worker.workOff(), worker.workOff()]);
    expect(await world.one(asked)).toMatchObject({ state: 'ready' });
    expect(await world.query(`SELECT attempts FROM funder_reports WHERE id = $1`, [asked.id])).toEqual([
      { attempts: 2 },
    ]);
  });

  it('are removed with their file, by whoever may write figures, and the audit log says so', async () => {
    await world.aSession('2026-05-05T12:00:00Z');
    const report = await world.made();
    const path = figuresApiPaths.funderReport(world.seriesId, report.id);
    world.user = await world.as('editor');
    await world.call('delete', path).expect(403);
    expect(await world.one(report)).toMatchObject({ state: 'ready' });
    world.user = world.staff;
    await world.call('delete', path).expect(204);
    await world.call('delete', path).expect(404);
    await world.call('get', figuresApiPaths.funderReportFile(world.seriesId, report.id)).expect(404);
    expect(await world.get(MediaStorage).get(`funder-reports/${report.id}/file`)).toBeNull();
    expect(
      await world.query(
        `SELECT action, after ->> 'format' AS format, before ->> 'sha256' AS sha256 FROM audit_entries
         WHERE subject_id = $1 ORDER BY at, id`,
        [world.seriesId],
      ),
    ).toEqual(
      expect.arrayContaining([
        { action: 'series.make-report', format: 'html', sha256: null },
        { action: 'series.remove-report', format: null, sha256: report.sha256 },
      ]),
    );
  });

  it('are not for somebody who is not signed in, of no series, of another series or of a period that ends before it begins', async () => {
    const order = { language: 'en', format: 'pdf', basis: 'places', hidesSmall: true };
    const path = figuresApiPaths.funderReports(world.seriesId);
    const report = await world.made();
    world.user = undefined;
    await world.call('get', path).expect(401);
    await world.call('post', path, order).expect(401);
    await world.call('get', figuresApiPaths.funderReportFile(world.seriesId, report.id)).expect(401);
    world.user = world.staff;
    expect((await world.problem('post', path, { ...order, language: 'fr' })).fields).toMatchObject([
      { path: 'language' },
    ]);
    expect(
      (await world.problem('post', path, { ...order, from: '2026-06-02', to: '2026-06-01' })).fields,
    ).toEqual([{ path: 'to', code: 'end-before-start' }]);
    expect(await world.problem('get', figuresApiPaths.funderReports(randomUUID()))).toMatchObject({
      code: 'series.not-found',
    });
    const other = await world.aSeries();
    await world.call('get', figuresApiPaths.funderReport(other, report.id)).expect(404);
    await world.call('get', figuresApiPaths.funderReportFile(other, report.id)).expect(404);
  });
});
