import fc from 'fast-check';
import { readMeetingReport } from '../read-meeting-report';
import { BERLIN, brief, readText, told } from '../testing/read-sample';
import { encoded, sampleFile, type FileStyle } from '../testing/sample-file';
import { sampleReport } from '../testing/sample-report';

const HEADINGS = 'Name,Email,Joined,Left';
const TIMES = '2026-10-06 14:00,2026-10-06 15:00';

describe('the bytes of a report', () => {
  it.each<NonNullable<FileStyle['encoding']>>([
    'utf-8',
    'utf-8-mark',
    'utf-16le',
    'utf-16le-mark',
    'utf-16be-mark',
    'windows-1252',
    'xlsx',
  ])('are read in %s, whatever parts the columns', async (encoding) => {
    const rows = [
      HEADINGS.split(','),
      ['Müller – Jürgen, Dr.; "J"', 'ada@host.example', ...TIMES.split(',')],
    ];
    for (const separator of [',', ';', '\t'] as const) {
      const report = await readMeetingReport(sampleFile(rows, { encoding, separator }), BERLIN);
      expect(brief(report)).toEqual([
        '2 | Müller – Jürgen, Dr.; "J" | ada@host.example | 12:00:00 | 13:00:00 | - | attendee',
      ]);
    }
  });

  it('are parted as Excel says in the first line, and end lines in any way', async () => {
    const text = `sep=;\r\n${HEADINGS.replaceAll(',', ';')}\r\nAda, B;;${TIMES.replace(',', ';')}\r\n`;
    for (const newline of ['\r\n', '\n', '\r'])
      expect(brief(await readText(text.replaceAll('\r\n', newline)))[0]).toMatch(/^3 \| Ada, B \|/);
  });

  it('tell the line of the file, though cells go over several', async () => {
    const report = await readText(`Name,Joined,Note\n\n"Ada\nSample",x,"a\nb\nc"\nBen,y,z\n`);
    expect(told(report)).toEqual(['3 | bad-time | Joined | x', '7 | bad-time | Joined | y']);
  });

  it('that end within a character are still the encoding that they were', async () => {
    const whole = Buffer.from(`${HEADINGS}\nMüller,,${TIMES}\nJürgen Mü`);
    const report = await readMeetingReport(whole.subarray(0, whole.length - 1), BERLIN);
    expect(report.entries.map(({ name }) => name)).toEqual(['Müller']);
    expect(told(report)).toEqual(['3 | cut-off | Name | Jürgen M']);
    // One accent at the end of a file of another encoding is no character that is missing something.
    const latin = await readMeetingReport(encoded(`Name;Email\nAda;\nJosé`, 'windows-1252'), BERLIN);
    expect(told(latin)).toEqual(['3 | cut-off | Name | José']);
    const wide = Buffer.from(encoded(`Name\tEmail\nAda\tx\nBen\tb@c.example`, 'utf-16le-mark'));
    expect(told(await readMeetingReport(wide.subarray(0, wide.length - 1), BERLIN))).toEqual([
      '2 | not-an-address | Email | x',
      '3 | cut-off | Email | b@c.exampl',
    ]);
  });
});

describe('a report that is cut off', () => {
  it('tells the line it ends in, and keeps what is before', async () => {
    for (const end of ['Ben,ben@city.example,2026-10-0', 'Ben', 'Ben,"', 'Ben,"ben@ci', '"Be']) {
      const report = await readText(`${HEADINGS}\nAda,,${TIMES}\n${end}`);
      expect(report.entries.map(({ name }) => name)).toEqual(['Ada']);
      expect(report.problems.map(({ line, code }) => [line, code])).toEqual([[3, 'cut-off']]);
    }
  });

  it('is one neither where a line is short in its middle, nor where an export ends without a break', async () => {
    const report = await readText(`Name,Email,Note\nAda\nBen,ben@city.example,x`);
    expect(report.problems).toEqual([]);
    expect(report.entries).toHaveLength(2);
  });

  it('loses one line to a quote that nothing closes, and none of those after it', async () => {
    const report = await readText(
      `${HEADINGS}\nAda,,${TIMES}\n"Ben,,${TIMES}\nCleo,,${TIMES}\nDan,,${TIMES}\n`,
    );
    expect(report.entries.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Ada'],
      [4, 'Cleo'],
      [5, 'Dan'],
    ]);
    expect(told(report)).toEqual(['3 | cut-off | Left | 2026-10-06 15:00']);
  });

  it('is read wherever it is cut: with whole entries only, or refused', async () => {
    const bytes = sampleReport('zoom-webinar');
    const whole = await readMeetingReport(bytes, BERLIN);
    const known = new Set(whole.entries.map((entry) => JSON.stringify(entry)));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 3), async (length) => {
        const report = await readMeetingReport(bytes.subarray(0, length), BERLIN).catch(
          (error: unknown) => error,
        );
        if (report instanceof Error) return /^report\.(empty|unknown)$/.test(report.message);
        // Of the last line a country or a yes may be shortened without a trace; times, names and minutes are not.
        return (
          typeof report === 'object' &&
          (report as typeof whole).entries.every((entry) => known.has(JSON.stringify(entry)))
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('lines below the last participant', () => {
  it('that sum up are no people, whatever they are called', async () => {
    for (const summary of [
      'Total,,,,120',
      'Gesamt: 2,,,,',
      'Summe Teilnehmer,,,,2',
      'Average duration,,,,60 min',
      ',,,Total,120',
    ]) {
      const report = await readText(
        `Name,Email,Joined,Left,Duration\nAda,,${TIMES},60\nTotal Sample,,${TIMES},60\n${summary}\n`,
      );
      expect([report.entries.length, report.problems]).toEqual([2, []]);
    }
  });

  it('and headings that are repeated within are none either', async () => {
    const part = `Name,Email,Joined,Left\nAda,,${TIMES}\n`;
    expect((await readText(part + part)).entries.map(({ line }) => line)).toEqual([2, 4]);
  });
});
