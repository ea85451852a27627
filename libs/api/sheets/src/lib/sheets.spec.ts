import fc from 'fast-check';
import { IMPORT_LIMITS } from '@reihe/shared-planning';
import { aWorkbook } from './testing/a-workbook';
import { decodeText } from './decode-text';
import { readText } from './read-text';
import { isWorkbook, readWorkbook, readWorkbookRows } from './read-workbook';

const UTF16 = (text: string, isBigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

describe('a text from a spreadsheet', () => {
  const text = 'Titel;Plätze\r\nStädte – für alle €;5\r\n';

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', UTF16(`\uFEFF${text}`, false)],
    ['utf-16be', UTF16(`\uFEFF${text}`, true)],
    ['utf-16le', UTF16(text, false)],
    ['utf-16be', UTF16(text, true)],
    ['windows-1252', Buffer.from(text.replace('–', '\u0096').replace('€', '\u0080'), 'latin1')],
  ] as const)('is read in %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it('is read whatever is in it, in every encoding that can hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (drawn) => {
        const typed = `Title\n${drawn}`.replaceAll('\0', '').replace(/^\uFEFF/, '');
        expect(decodeText(Buffer.from(typed)).text).toBe(typed);
        expect(decodeText(UTF16(`\uFEFF${typed}`, true)).text).toBe(typed);
      }),
    );
  });
});

describe('a separated text', () => {
  it.each([',', ';', '\t'] as const)('finds out that %j parts its columns', (separator) => {
    const text = [
      ['Title', 'Date', 'Abstract'],
      ['Water', '2026-10-06', `"with ${separator} and ""quotes""\nover lines"`],
    ]
      .map((row) => row.join(separator))
      .join('\n');
    expect(readText(text, 'utf-8')).toMatchObject({
      separator,
      columns: ['Title', 'Date', 'Abstract'],
      rows: [{ line: 2, cells: ['Water', '2026-10-06', `with ${separator} and "quotes"\nover lines`] }],
    });
  });

  it('heeds the line in which Excel says it, and passes over what is empty', () => {
    expect(readText('sep=;\r\nTitle;;\r\n;;\r\nWater;;\r\n', 'utf-8')).toMatchObject({
      columns: ['Title'],
      rows: [{ line: 4, cells: ['Water'] }],
    });
  });

  it('takes a formula for a text and tells where it is; signs and dashes are none', () => {
    const table = readText(
      'Title,Places\n=HYPERLINK("http://x"),-5\n@SUM(1),+49 30\n- a dash,+cmd(1)',
      'utf-8',
    );
    expect(table.rows[0]?.cells[0]).toBe('=HYPERLINK("http://x")');
    expect(table.formulas).toEqual([
      { line: 2, column: 0 },
      { line: 3, column: 0 },
      { line: 4, column: 1 },
    ]);
  });

  it('is refused when it is empty, too large, or no table', () => {
    const code = (text: string) => {
      try {
        readText(text, 'utf-8');
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : null;
      }
    };
    expect(code('')).toBe('import.empty');
    expect(code('Title,Date\n,\n')).toBe('import.empty');
    expect(code(`Title\n${'Water\n'.repeat(IMPORT_LIMITS.rows)}`)).toBeNull();
    expect(code(`Title\n${'Water\n'.repeat(IMPORT_LIMITS.rows + 1)}`)).toBe('import.too-many-rows');
    expect(code('Title,Date\n"never closed,x\ny,z')).toBe('import.unreadable');
    expect(code('%PDF\0\0')).toBe('import.unreadable');
  });
});

describe('a workbook', () => {
  const rows = [
    ['Title', 'Start', 'Day', 'Time', 'Places'],
    ['Water', { serial: 46301.583333333 }, { serial: 46301 }, { serial: 0.604166667 }, 40],
    [
      { formula: 'CONCATENATE(A2,&quot;!&quot;)', result: 'Water!' },
      null,
      null,
      null,
      { formula: '1+1', result: '2' },
    ],
  ];

  it('is read from its first sheet: dates as one types them, formulas by what they last showed, and told', async () => {
    const bytes = aWorkbook(rows);
    expect(isWorkbook(bytes)).toBe(true);
    expect(await readWorkbook(bytes)).toEqual({
      encoding: 'xlsx',
      separator: null,
      sheet: 'Programme & more',
      columns: ['Title', 'Start', 'Day', 'Time', 'Places'],
      rows: [
        { line: 2, cells: ['Water', '2026-10-06T14:00', '2026-10-06', '14:30', '40'] },
        { line: 3, cells: ['Water!', '', '', '', '2'] },
      ],
      formulas: [
        { line: 3, column: 0 },
        { line: 3, column: 4 },
      ],
    });
  });

  it('is read row by row as it stands, to the second, whatever its rows are', async () => {
    const bytes = aWorkbook([
      ['Report'],
      [],
      ['Name', { serial: 46301.583333333 + 7 / 86_400 }, { serial: 0.5 }],
    ]);
    expect(await readWorkbookRows(bytes)).toEqual([
      { line: 1, cells: ['Report', '', ''] },
      { line: 2, cells: ['', '', ''] },
      { line: 3, cells: ['Name', '2026-10-06T14:00:07', '12:00:00'] },
    ]);
  });

  it('is refused when it is broken, or another kind of archive', async () => {
    const bytes = aWorkbook(rows);
    await expect(readWorkbookRows(Buffer.from('PK\x03\x04 nothing'))).rejects.toThrow('import.unreadable');
    await expect(readWorkbook(bytes.subarray(0, 300))).rejects.toThrow('import.unreadable');
    await expect(readWorkbook(Buffer.from('PK\x03\x04 nothing'))).rejects.toThrow('import.unreadable');
  });
});
