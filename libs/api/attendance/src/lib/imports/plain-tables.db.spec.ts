import { figuresApiPaths } from '@reihe/shared-figures';
import { AttendanceWorld } from '../testing/attendance-world';

const PLAIN =
  'Name;Kommt;Geht\nAda Sample;06.10.2026 14:00;06.10.2026 15:00\nBen Sample;06.10.2026 14:00;06.10.2026 14:05';

describe('tables that people make', () => {
  let world: AttendanceWorld;
  let session: string;

  beforeAll(async () => {
    world = await AttendanceWorld.begin();
  });
  beforeEach(async () => {
    world.seriesId = await world.aSeries();
    session = await world.aSession();
  });
  afterAll(() => world.close());

  const refused = async (report: string, fields: Record<string, string> = {}) => {
    const { body } = await world.send(figuresApiPaths.attendanceCheck(session), report, fields).expect(409);
    return body as object;
  };

  it('are asked about where nothing in them says when somebody was there, and read as is said then', async () => {
    expect(await refused(PLAIN)).toMatchObject({
      code: 'report.no-times',
      details: {
        columns: ['Name', 'Kommt', 'Geht'],
        guessed: ['name', null, null],
        rows: [
          ['Ada Sample', '06.10.2026 14:00', '06.10.2026 15:00'],
          ['Ben Sample', '06.10.2026 14:00', '06.10.2026 14:05'],
        ],
      },
    });
    const columns = '["name","joinedAt","leftAt"]';
    expect(await world.check(session, PLAIN, { columns })).toMatchObject({
      format: 'table',
      guessed: ['name', 'joinedAt', 'leftAt'],
      rows: [
        ['Ada Sample', '06.10.2026 14:00', '06.10.2026 15:00'],
        ['Ben Sample', expect.any(String), expect.any(String)],
      ],
      after: { attended: 0, guests: 1, short: 1 },
      listed: 0,
    });
  });

  it('count whom they list as having come, as a mark does, where somebody says that they list no times', async () => {
    const list = 'Name;E-Mail\nAda Sample;ada@list.example\nBen Sample;\nGast;\nGast;';
    expect(await refused(list)).toMatchObject({ code: 'report.no-times' });
    const columns = '["name","email"]';
    const preview = await world.check(session, list, { columns });
    expect(preview).toMatchObject({ listed: 4, lines: 4, after: { attended: 1, guests: 3, short: 0 } });
    const { counts } = await world.import(session, list, { columns });
    expect(counts).toMatchObject({ attended: 1, guests: 3 });
    expect(await world.attendees(session, 'identified')).toMatchObject([
      { name: 'Ada Sample', minutes: 0, hasCome: true },
    ]);
  });

  it('count once whom a list and a report with times name', async () => {
    const columns = '["name","email"]';
    await world.import(session, 'Name;E-Mail\nAda Sample;ada@list.example', { columns });
    const report = 'Name;E-Mail;Dauer (Minuten)\nAda Sample;ada@list.example;5';
    expect((await world.import(session, report)).counts).toMatchObject({ attended: 1, short: 0 });
    expect(await world.attendees(session)).toMatchObject([{ minutes: 5, hasCome: true, lines: 2 }]);
  });

  it('are taken at their word where they tick those who came', async () => {
    const { counts } = await world.import(session, 'Name;Anwesend\nAda Sample;x\nBen Sample;');
    expect(counts).toMatchObject({ guests: 1 });
  });

  it('of those who registered are none of those who came, whatever is said of their columns', async () => {
    const list = 'Name;Anmeldezeitpunkt\nAda Sample;01.10.2026 09:00';
    const columns = '["name",""]';
    for (const answer of [await refused(list), await refused(list, { columns })])
      expect(answer).toMatchObject({
        code: 'report.only-registered',
        details: { columns: ['Name', 'Anmeldezeitpunkt'] },
      });
  });

  it('of which every line is wrong are told line by line', async () => {
    const preview = await world.check(session, 'Name;Dauer (Minuten)\nAda Sample;\nBen Sample;long');
    expect(preview).toMatchObject({
      lines: 0,
      problems: [
        { line: 2, code: 'bad-minutes' },
        { line: 3, code: 'bad-minutes' },
      ],
    });
  });
});
