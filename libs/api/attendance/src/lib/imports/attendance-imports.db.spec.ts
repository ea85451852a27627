import { figuresApiPaths } from '@reihe/shared-figures';
import { AttendanceWorld, zoomReport } from '../testing/attendance-world';

const ada = { name: 'Ada Sample', email: 'ada@city.example' };
const whole = { from: '14:00', to: '15:30' };

describe('importing who came', () => {
  let world: AttendanceWorld;
  let session: string;

  beforeAll(async () => {
    world = await AttendanceWorld.begin();
  });
  beforeEach(async () => {
    world.user = world.staff;
    world.seriesId = await world.aSeries();
    session = await world.aSession();
  });
  afterAll(() => world.close());

  it('counts a person once, however often they came back and on however many devices', async () => {
    const report = zoomReport([
      { ...ada, from: '14:00', to: '14:10' },
      { ...ada, from: '14:05', to: '14:12' },
      { ...ada, email: 'ADA@City.example', from: '15:00', to: '15:05' },
    ]);
    const { counts } = await world.import(session, report);
    expect(counts).toMatchObject({ attended: 1, guests: 0, short: 0 });
    expect(await world.attendees(session)).toMatchObject([
      { name: 'Ada Sample', minutes: 17, lines: 3, hasCome: true },
    ]);
  });

  it('counts minutes of the session alone', async () => {
    await world.import(
      session,
      zoomReport([
        { ...ada, from: '13:00', to: '14:14' },
        { name: 'Ben Sample', email: 'ben@city.example', from: '15:15', to: '17:00' },
      ]),
    );
    const people = await world.attendees(session);
    expect(people.map(({ name, minutes, hasCome }) => [name, minutes, hasCome])).toEqual([
      ['Ada Sample', 14, false],
      ['Ben Sample', 15, true],
    ]);
    expect(await world.counts(session)).toMatchObject({ attended: 1, short: 1 });
  });

  it('takes the same file once, and what another file repeats counts once', async () => {
    const first = zoomReport([{ ...ada, from: '14:00', to: '14:20' }]);
    const { import: taken } = await world.import(session, first);
    const again = await world.import(session, first);
    expect(again).toMatchObject({ wasKnown: true, import: { id: taken.id } });
    const longer = zoomReport([
      { ...ada, from: '14:00', to: '14:20' },
      { name: 'Ben Sample', email: 'ben@city.example', ...whole },
    ]);
    expect(await world.check(session, longer)).toMatchObject({ isKnown: false, overlapping: 1, lines: 2 });
    const { counts } = await world.import(session, longer);
    expect(counts.attended).toBe(2);
    const people = await world.attendees(session);
    expect(people.find(({ name }) => name === 'Ada Sample')).toMatchObject({ minutes: 20, lines: 2 });
  });

  it('is shown before it is written, exactly as it will be', async () => {
    const participant = await world.aPerson('Ada Sample', 'ada.sample@city.example');
    await world.register(session, participant);
    const report = zoomReport([
      { name: 'Ada Sample', email: 'ada.sample@city.example', ...whole },
      { name: 'Sample, Ben', ...whole },
    ]);
    const preview = await world.check(session, report);
    expect(preview).toMatchObject({
      format: 'zoom-meeting',
      before: { attended: 0, guests: 0, missed: 0 },
      after: { attended: 1, guests: 1, missed: 0 },
      guests: [{ name: 'Sample, Ben' }],
      problems: [],
    });
    expect(await world.query(`SELECT FROM attendance_imports WHERE session_id = $1`, [session])).toHaveLength(
      0,
    );
    expect(await world.query(`SELECT FROM attendees WHERE session_id = $1`, [session])).toHaveLength(0);
    expect((await world.import(session, report)).counts).toEqual(preview.after);
  });

  it('takes all lines or none, and says which are wrong', async () => {
    const report = `${zoomReport([{ ...ada, ...whole }])}\r\nBen Sample,ben@city.example,10/06/2026 15:00:00,10/06/2026 14:00:00,1,Yes`;
    const preview = await world.check(session, report);
    expect(preview.problems).toMatchObject([{ line: 3, code: 'left-before-joined' }]);
    const { body } = await world.send(figuresApiPaths.attendanceImports(session), report).expect(409);
    expect(body).toMatchObject({ code: 'import.refused', details: { lines: [3] } });
    expect(await world.counts(session)).toMatchObject({ attended: 0 });
  });

  it('refuses the report of another session, naming it', async () => {
    const report = zoomReport([{ ...ada, from: '20:00', to: '21:00' }]);
    const { body } = await world.send(figuresApiPaths.attendanceCheck(session), report).expect(409);
    expect(body).toMatchObject({
      code: 'report.other-session',
      details: { startsAt: '2026-10-06T18:00:00.000Z' },
    });
  });

  it('refuses what is no report, and sessions that have not begun', async () => {
    const { body } = await world
      .send(figuresApiPaths.attendanceCheck(session), '<!doctype html><title>Sign in</title>')
      .expect(422);
    expect(['report.unreadable', 'report.unknown']).toContain((body as { code: string }).code);
    const draft = await world.aSession('draft');
    await world.send(figuresApiPaths.attendanceCheck(draft), zoomReport([{ ...ada, ...whole }])).expect(409);
    await world.call('post', figuresApiPaths.attendanceCheck(session)).expect(400);
  });

  it('sets hosts, speakers of the session and bots apart', async () => {
    const [speaker] = await world.query<{ id: string }>(
      `INSERT INTO speakers (name) VALUES ('Dr. Cleo Sample') RETURNING id`,
    );
    await world.query(
      `INSERT INTO contributions (session_id, speaker_id, role, position, city) VALUES ($1, $2, 'speaker', 0, '')`,
      [session, speaker?.id],
    );
    const { counts } = await world.import(
      session,
      zoomReport([
        { name: 'Host Sample (Host)', email: 'host@city.example', ...whole },
        { name: 'Sample, Cleo', ...whole },
        { name: 'Otter.ai', ...whole },
        { ...ada, ...whole },
      ]),
    );
    expect(counts).toMatchObject({ attended: 1, guests: 0, hosts: 1, speakers: 1, bots: 1 });
  });

  it('marks the places of those who came, and what hangs on the mark follows it', async () => {
    const participant = await world.aPerson('Ada Sample', 'ada.place@city.example');
    const registration = await world.register(session, participant);
    const evidence = () =>
      world.query(`SELECT evidence FROM attendances WHERE registration_id = $1`, [registration]);
    const { import: taken } = await world.import(
      session,
      zoomReport([{ name: 'Ada S', email: 'ada.place@city.example', ...whole }]),
    );
    expect(await evidence()).toEqual([{ evidence: 'imported' }]);
    await world.query(
      `INSERT INTO certificates (registration_id, code, language, name, title, host, starts_at, ends_at, time_zone, issued_at)
       VALUES ($1, $2, 'en', 'Ada', 'Pipes', 'Host', now(), now(), 'UTC', now())`,
      [registration, registration],
    );
    await world.undo(session, taken.id);
    expect(await evidence()).toEqual([]);
    expect(
      await world.query(
        `SELECT withdrawn_at IS NOT NULL AS gone FROM certificates WHERE registration_id = $1`,
        [registration],
      ),
    ).toEqual([{ gone: true }]);
  });

  it('is undone without a trace of people that nobody else knows, and leaves what other reports say', async () => {
    const people = () => world.query<{ n: number }>(`SELECT count(*)::int AS n FROM participants`);
    const before = await people();
    const first = await world.import(
      session,
      zoomReport([{ name: 'Dana Sample', email: 'dana@city.example', ...whole }]),
    );
    const second = await world.import(
      session,
      zoomReport([
        { name: 'Dana Sample', email: 'dana@city.example', ...whole },
        { name: 'Eli Sample', email: 'eli@city.example', ...whole },
      ]),
    );
    expect(await world.undo(session, second.import.id)).toMatchObject({ attended: 1 });
    expect((await world.attendees(session)).map(({ name }) => name)).toEqual(['Dana Sample']);
    expect(await world.undo(session, first.import.id)).toMatchObject({ attended: 0, guests: 0 });
    expect(await people()).toEqual(before);
    await world.call('delete', figuresApiPaths.attendanceImport(session, first.import.id)).expect(404);
    // It can be imported again.
    expect((await world.import(session, zoomReport([{ ...ada, ...whole }]))).wasKnown).toBe(false);
  });

  it('counts guests without an address as a range: one for each name, one for each stay of a name that tells nobody', async () => {
    const report = zoomReport([
      { name: 'Fay Sample', from: '14:00', to: '14:30' },
      { name: 'Sample, Fay', from: '15:00', to: '15:30' },
      { name: 'iPhone', from: '14:00', to: '14:30' },
      { name: 'iPhone', from: '15:00', to: '15:30' },
      { name: '=HYPERLINK("http://x.example")', ...whole },
    ]);
    await world.import(session, report);
    expect(await world.counts(session)).toMatchObject({ attended: 0, guests: 4 });
    const figures = await world.query(
      `SELECT measure, value, origin, is_at_least FROM session_figures WHERE session_id = $1 AND measure = 'attended'`,
      [session],
    );
    expect(figures).toEqual([{ measure: 'attended', value: 0, origin: 'imported', is_at_least: true }]);
    await world.import(session, zoomReport([{ name: 'iPhone', from: '14:00', to: '14:30' }]));
    expect(await world.counts(session)).toMatchObject({ guests: 4 });
  });

  it('counts devices of one name that came in the same second each for one, and once over all reports', async () => {
    const stays = [
      { name: 'iPhone', from: '14:00', to: '15:00' },
      { name: 'iphone', from: '14:00', to: '15:10' },
      { name: 'iPhone', from: '14:05', to: '15:20' },
    ];
    expect((await world.import(session, zoomReport(stays))).counts).toMatchObject({ guests: 3 });
    const overlapping = [...stays, { name: 'iPhone', from: '14:00', to: '15:30' }];
    expect((await world.import(session, zoomReport(overlapping))).counts).toMatchObject({ guests: 4 });
    const minutes = 'Name;Dauer (Minuten)\nGast;60\nGast;60\nGast;70';
    expect((await world.import(session, minutes)).counts).toMatchObject({ guests: 7 });
    expect(
      (await world.import(session, minutes.replace('Gast;60', 'Dana;40\nGast;60'))).counts,
    ).toMatchObject({
      guests: 8,
    });
  });

  it('tells how far it is, and takes ten thousand lines in one transaction', async () => {
    const stays = Array.from({ length: 10_000 }, (_, at) => ({
      name: `Person ${at}`,
      email: `person-${at}@city.example`,
      ...whole,
    }));
    const lines = await world.importLines(session, zoomReport(stays));
    expect(lines.filter((line) => 'done' in line)).toHaveLength(10);
    expect(await world.counts(session)).toMatchObject({ attended: 10_000 });
  });

  it('is for those who may work with registrations', async () => {
    world.user = await world.as('editor');
    await world
      .send(figuresApiPaths.attendanceCheck(session), zoomReport([{ ...ada, ...whole }]))
      .expect(403);
    await world.call('get', figuresApiPaths.attendanceRecord(session)).expect(403);
  });
});
