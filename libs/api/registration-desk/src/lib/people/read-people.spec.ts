import { LANGUAGES } from '@reihe/shared-contracts';
import type { PeopleImportRequest } from '@reihe/shared-registration';
import { countryNamed } from '@reihe/api-sheets';
import { guessPersonColumns } from './guess-person-columns';
import { peopleTemplate } from './people-template';
import { inOneLine, readPeople } from './read-people';

const request = (columns: PeopleImportRequest['columns'], cells: string[]): PeopleImportRequest => ({
  sessionId: 's',
  columns,
  rows: [{ line: 2, cells }],
  country: 'UA',
  language: 'en',
  timeZone: 'UTC',
  isQuiet: false,
});

describe('a row of a sheet of people', () => {
  it('has a name from one column or from two, and is mended in the first of them', () => {
    const [whole] = readPeople(request(['name', 'email'], ['Sample Person', 'a@b.example']));
    const [parts] = readPeople(
      request(['lastName', 'firstName', 'email'], ['Person', 'Sample', 'a@b.example']),
    );
    expect([whole?.name, parts?.name]).toEqual(['Sample Person', 'Sample Person']);
    const [none] = readPeople(request(['firstName', 'email'], ['', 'a@b.example']));
    expect(none?.problems).toMatchObject([{ field: 'name', code: 'required', column: 0 }]);
  });

  it('has one address however its domain is written', () => {
    const [typed, written] = ['Jürgen@STÄDTE.example', 'Jürgen@xn--stdte-hra.example'].map(
      (email) => readPeople(request(['name', 'email'], ['Sample', email]))[0],
    );
    expect([typed?.person.email, typed?.problems]).toEqual(['Jürgen@xn--stdte-hra.example', []]);
    expect(written?.person.email).toBe(typed?.person.email);
  });

  it('takes a formula, markup and every script for words', () => {
    for (const name of ['=HYPERLINK("http://x")', '<b>Bold</b>', 'עברית', '👩‍🚒 Sample', '@SUM(1)']) {
      const [row] = readPeople(request(['name', 'email'], [name, 'a@b.example']));
      expect([row?.person.name, row?.problems]).toEqual([name, []]);
    }
  });

  it('refuses what is no country, language or time zone', () => {
    const [row] = readPeople(
      request(
        ['name', 'email', 'country', 'language', 'timeZone'],
        ['Sample', 'a@b.example', 'Atlantis', 'Klingon', '+02:00'],
      ),
    );
    expect(row?.problems.map(({ field, code }) => [field, code])).toEqual([
      ['country', 'unknown'],
      ['language', 'unknown'],
      ['timeZone', 'unknown'],
    ]);
  });
});

describe('signs that cannot be seen', () => {
  it.each([
    ['\ufeffSample\u200b', 'Sample'],
    ['Sam\u202eple\u2066', 'Sample'],
    ['Sample\r\nBcc: x@y.example', 'Sample Bcc: x@y.example'],
    ['Sam\u0000ple\u0007', 'Sample'],
    ['e\u0301', '\u00e9'],
    ['Sam\u2064ple\u{E0041}', 'Sample'],
    ['नी\u200dता', 'नी\u200dता'],
  ])('go, joiners stay: %j', (typed, meant) => {
    expect(inOneLine(typed)).toBe(meant);
  });
});

describe('the name of a country', () => {
  it.each([
    ['de', 'DE'],
    ['Deutschland', 'DE'],
    ['Côte d’Ivoire', 'CI'],
    ['USA', 'US'],
    ['Vereinigtes Königreich', 'GB'],
    ['Brasil', 'BR'],
    ['the Netherlands', 'NL'],
  ])('%s is %s', (typed, code) => {
    expect(countryNamed(typed)).toBe(code);
  });

  it('is not guessed', () => {
    expect(countryNamed('Germani')).toBeNull();
  });
});

describe('the meaning of columns of people', () => {
  it.each(LANGUAGES)('is known for each heading of the template in %s', (language) => {
    const columns = peopleTemplate(language).trim().replace('\uFEFF', '').split(/[,;]/);
    const guessed = guessPersonColumns(columns.map((column) => column.replaceAll('"', '')));
    expect(guessed).not.toContain(null);
    expect(new Set(guessed).size).toBe(columns.length);
  });

  it('is never given twice; beside a first name, the name is that of the family', () => {
    expect(guessPersonColumns(['Name', 'Vorname', 'Mail', 'E-Mail'])).toEqual([
      'lastName',
      'firstName',
      'email',
      null,
    ]);
    expect(guessPersonColumns(['Nombre', 'Apellidos'])).toEqual(['firstName', 'lastName']);
    expect(guessPersonColumns(['Nom', 'Prénom'])).toEqual(['lastName', 'firstName']);
  });
});
