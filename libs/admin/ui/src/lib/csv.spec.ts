import { csvOf } from './csv';

describe('a list as CSV', () => {
  it('quotes what would break the columns and begins with a byte order mark', () => {
    expect(
      csvOf([
        ['Köln, "Rheinland"', 'DE'],
        ['two\nlines', ''],
      ]),
    ).toBe('\uFEFF"Köln, ""Rheinland""",DE\r\n"two\nlines",\r\n');
  });

  it.each([
    '=HYPERLINK("http://x")',
    '+1',
    '-1',
    '@cmd',
    ' =1+1',
    '\t=1+1',
    '\r=1+1',
    '＝1+1',
    '＠cmd',
    'a name\r\n=1+1',
  ])('does not let %j run as a formula', (text) => {
    expect(csvOf([[text]])).toMatch(/^\uFEFF"?'/);
  });

  it.each(['a = b', 'x@y.example', 'well-known', '1+1'])('leaves %s as it is', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF${text}\r\n`);
  });
});
