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

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@cmd'])('does not let %s run as a formula', (text) => {
    expect(csvOf([[text]])).toContain(`'${text[0]}`);
  });
});
