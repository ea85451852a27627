import { brief, readText, told } from './testing/read-sample';

const HEADINGS = 'Name;Email;Organisation;Joined;Left;Duration';
const rows = (...lines: string[]) => readText(`${HEADINGS}\n${lines.join('\n')}\n`, { dateOrder: 'dmy' });

describe('a line of a report', () => {
  it('without anybody’s name or address is told, one with either is kept', async () => {
    const report = await rows(
      ' ;;City;06.10.2026 14:00;06.10.2026 15:00;60',
      ';ada@host.example;;06.10.2026 14:00;06.10.2026 15:00;60',
    );
    expect(told(report)).toEqual(['2 | no-name | Name | ']);
    expect(report.entries).toMatchObject([{ name: '', email: 'ada@host.example' }]);
  });

  it('keeps what is usable where an address is none, and says so', async () => {
    const report = await rows('Ada;ada at host;;06.10.2026 14:00;06.10.2026 15:00;60');
    expect(told(report)).toEqual(['2 | not-an-address | Email | ada at host']);
    expect(report.entries).toMatchObject([{ name: 'Ada', email: '' }]);
  });

  it('has no entry for times that are none, missing, or the wrong way round', async () => {
    const report = await rows(
      'Ada;;;soon;06.10.2026 15:00;60',
      'Ben;;;06.10.2026 14:00;later;60',
      'Cleo;;;06.10.2026 15:00;06.10.2026 14:00;60',
      'Dan;;;;06.10.2026 14:00;',
      'Eve;;;06.10.2026 14:00;;',
      'Fay;;;;;',
    );
    expect(report.entries).toEqual([]);
    expect(told(report)).toEqual([
      '2 | bad-time | Joined | soon',
      '3 | bad-time | Left | later',
      '4 | left-before-joined | Left | 06.10.2026 14:00',
      '5 | bad-time | Joined | ',
      '6 | bad-time | Left | ',
      '7 | bad-time | Joined | ',
    ]);
  });

  it('goes by its duration where one of the times is missing, or both are', async () => {
    const report = await rows(
      'Ada;;;06.10.2026 14:00;--;45',
      'Ben;;;-;06.10.2026 14:00;0:30',
      'Cleo;;;n/a;n/a;1 Std.',
    );
    expect(brief(report)).toEqual([
      '2 | Ada |  | 12:00:00 | 12:45:00 | 45 | attendee',
      '3 | Ben |  | 11:30:00 | 12:00:00 | 30 | attendee',
      '4 | Cleo |  | - | - | 60 | attendee',
    ]);
  });

  it('has no entry without minutes where the table tells minutes and no times', async () => {
    const report = await readText('Name;Duration\nAda;80\nBen;\nCleo;-\n');
    expect(brief(report)).toEqual(['2 | Ada |  | - | - | 80 | attendee']);
    expect(told(report)).toEqual(['3 | bad-minutes | Duration | ', '4 | bad-minutes | Duration | -']);
  });

  it('has no entry without times where the table tells only when people left', async () => {
    const report = await readText('Name;Left\nAda;\n');
    expect(report.entries).toEqual([]);
    expect(told(report)).toEqual(['2 | bad-time | Left | ']);
  });

  it('may last a day, and no longer', async () => {
    const report = await rows(
      'Ada;;;06.10.2026 14:00;07.10.2026 14:00;1440',
      'Ben;;;06.10.2026 14:00;07.10.2026 14:01;1441',
      'Cleo;;;;;2000',
    );
    expect(report.entries).toMatchObject([{ name: 'Ada', minutes: 1440 }]);
    expect(told(report)).toEqual([
      '3 | bad-minutes | Duration | 1441',
      '3 | longer-than-a-day | Left | 07.10.2026 14:01',
      '4 | longer-than-a-day | Duration | 2000',
    ]);
  });

  it('keeps its times where the duration is none, and has nothing without them', async () => {
    const report = await rows('Ada;;;06.10.2026 14:00;06.10.2026 15:00;-60', 'Ben;;;;;much');
    expect(report.entries).toMatchObject([
      { name: 'Ada', minutes: null, leftAt: '2026-10-06T13:00:00.000Z' },
    ]);
    expect(told(report)).toEqual(['2 | bad-minutes | Duration | -60', '3 | bad-minutes | Duration | much']);
  });

  it('is in doubt where clocks change, unless only one reading makes a stay of the length that is told', async () => {
    const report = await rows(
      'Ada;;;25.10.2026 02:30;25.10.2026 04:00;',
      'Ben;;;25.10.2026 02:30;25.10.2026 04:00;90',
      'Cleo;;;25.10.2026 01:30;25.10.2026 02:30;120',
      'Dan;;;25.10.2026 02:50;25.10.2026 02:10;',
      'Eve;;;29.03.2026 02:30;29.03.2026 04:00;90',
      'Fay;;;25.10.2026 02:30;;',
      'Gil;;;25.10.2026 01:00;25.10.2026 02:30;7',
    );
    expect(brief(report)).toEqual([
      '3 | Ben |  | 01:30:00 | 03:00:00 | 90 | attendee',
      '4 | Cleo |  | 23:30:00 | 01:30:00 | 120 | attendee',
      '5 | Dan |  | 00:50:00 | 01:10:00 | - | attendee',
    ]);
    expect(told(report)).toEqual([
      '2 | time-doubtful | Joined | 25.10.2026 02:30',
      '6 | time-doubtful | Joined | 29.03.2026 02:30',
      '7 | time-doubtful | Joined | 25.10.2026 02:30',
      '8 | time-doubtful | Left | 25.10.2026 02:30',
    ]);
  });

  it('is told in eighty characters, without what deceives', async () => {
    const report = await rows(
      `${'x'.repeat(10_000)};${'\u202ey '.repeat(900)};${'z'.repeat(9000)};06.10.2026 14:00;06.10.2026 15:00;`,
    );
    expect(report.entries[0]).toMatchObject({
      name: 'x'.repeat(120),
      organisation: 'z'.repeat(200),
      email: '',
    });
    expect(report.problems[0]?.value).toBe('y '.repeat(40).trim());
  });

  it('is read in the order that a human says, and told where it is none in that', async () => {
    const report = await readText('Name;Joined;Left\nAda;10/13/2026 14:00;10/13/2026 15:00\n', {
      dateOrder: 'dmy',
    });
    expect(report).toMatchObject({ dateOrder: 'dmy', isDateOrderGuessed: false, entries: [] });
    expect(told(report)).toEqual([
      '2 | bad-time | Joined | 10/13/2026 14:00',
      '2 | bad-time | Left | 10/13/2026 15:00',
    ]);
  });

  it('says that its order was guessed, where a report is of another session', async () => {
    const report = await readText('Name;Joined;Left\nAda;3/2/2026 14:00;3/2/2026 15:00\n');
    expect(report).toMatchObject({ dateOrder: 'mdy', isDateOrderGuessed: true });
  });
});
