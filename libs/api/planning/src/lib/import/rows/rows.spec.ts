import type { ImportField, ImportRequest } from '@reihe/shared-planning';
import fc from 'fast-check';
import { closest, editsBetween } from './closest';
import type { ImportContext } from './import-context';
import { readRows } from './read-rows';
import { readClock, readDay, readMinutes, splitMoment } from './sheet-times';

describe('a day in a sheet', () => {
  it.each([
    ['2026-10-06', '2026-10-06'],
    ['6.10.2026', '2026-10-06'],
    ['06. 10. 2026', '2026-10-06'],
    ['13/10/2026', '2026-10-13'],
    ['10/13/2026', '2026-10-13'],
    ['7/7/2026', '2026-07-07'],
    ['6 October 2026', '2026-10-06'],
    ['6. Oktober 2026', '2026-10-06'],
    ['Oct 6th, 2026', '2026-10-06'],
    ['Tuesday, 6 Oct 2026', '2026-10-06'],
    ['1. März 2026', '2026-03-01'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, null)).toEqual({ kind: 'day', day });
  });

  it('is asked about where day and month could be either, unless their order is said', () => {
    expect(readDay('6/10/2026', null)).toEqual({ kind: 'order', days: ['2026-10-06', '2026-06-10'] });
    expect(readDay('6/10/2026', 'day-first')).toEqual({ kind: 'day', day: '2026-10-06' });
    expect(readDay('6/10/2026', 'month-first')).toEqual({ kind: 'day', day: '2026-06-10' });
  });

  it.each(['31.2.2026', '2026-13-01', 'tomorrow', '6.10.26', '', 'October 2026'])('%j is none', (text) => {
    expect(readDay(text, null).kind).toBe('wrong');
  });
});

describe('a time of day in a sheet', () => {
  it.each([
    ['14:00', '14:00'],
    ['9:05', '09:05'],
    ['14.30', '14:30'],
    ['14:00:00', '14:00'],
    ['14 Uhr', '14:00'],
    ['14.30 Uhr', '14:30'],
    ['14h30', '14:30'],
    ['2:30 pm', '14:30'],
    ['12 am', '00:00'],
    ['12 p.m.', '12:00'],
    ['24:00', null],
    ['14', null],
    ['13 pm', null],
    ['noon', null],
  ])('%s is %s', (text, clock) => {
    expect(readClock(text)).toBe(clock);
  });

  it.each([
    ['2026-10-06T14:00', '2026-10-06', '14:00'],
    ['2026-10-06 14:00:00', '2026-10-06', '14:00'],
    ['6.10.2026, 14:00 Uhr', '6.10.2026', '14:00 Uhr'],
    ['6 October 2026 2:30 pm', '6 October 2026', '2:30 pm'],
    ['14:00', null, '14:00'],
    ['6.10.2026', '6.10.2026', null],
  ])('stands beside a day or alone: %s', (text, day, clock) => {
    expect(splitMoment(text)).toEqual({ day, clock });
  });

  it('is read back from every way in which it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(':', '.'), (minute, between) => {
        const [hour, rest] = [Math.floor(minute / 60), String(minute % 60).padStart(2, '0')];
        const clock = `${String(hour).padStart(2, '0')}:${rest}`;
        expect(readClock(`${hour}${between}${rest}`)).toBe(clock);
        const half = `${hour % 12 === 0 ? 12 : hour % 12}:${rest} ${hour < 12 ? 'AM' : 'PM'}`;
        expect(readClock(half)).toBe(clock);
      }),
    );
  });
});

describe('a length in a sheet', () => {
  it.each([
    ['90', 90],
    ['90 min', 90],
    ['1:30', 90],
    ['1.5 h', 90],
    ['1,5 Std.', 90],
    ['2 Stunden', 120],
    ['0', null],
    ['long', null],
    ['0.4 h', 24],
    ['0.33 min', null],
  ])('%s is %s minutes', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});

describe('what could have been meant', () => {
  it('is what contains it, or differs in a few letters', () => {
    const zones = ['Europe/Berlin', 'Europe/Dublin', 'Asia/Kolkata'];
    expect(closest('Berlin', zones)).toEqual(['Europe/Berlin']);
    expect(closest('Europe/Berln', zones)[0]).toBe('Europe/Berlin');
    expect(closest('Mars', zones)).toEqual([]);
  });

  it('is nothing where a whole text stands, whatever is in it', () => {
    const text = `Europe/Berlin ${'and some more words '.repeat(500)}`;
    expect(closest(text, Intl.supportedValuesOf('timeZone'))).toEqual([]);
    expect(closest('x'.repeat(180), ['Europe/Berlin'])).toEqual([]);
  });

  it('is not looked for further once it is too far off', () => {
    expect(editsBetween('Berlin', 'Berlin in the north', 3)).toBe(Infinity);
    expect(editsBetween('Berlin', 'Dublin', 1)).toBe(Infinity);
    expect(editsBetween('Berlin', 'Dublin', 3)).toBe(3);
  });

  it('counts letters as one would', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const edits = editsBetween(a, b);
        expect(edits).toBe(editsBetween(b, a));
        expect(edits === 0).toBe(a === b);
        expect(edits).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(edits).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('the rows of a sheet', () => {
  const context: ImportContext = {
    series: [
      {
        id: 's1',
        title: 'Water and cities',
        names: ['Water and cities', 'Wasser', 'water'],
        timeZone: 'Europe/Berlin',
        language: 'en',
      },
    ],
    regions: [
      { id: 'r1', title: 'Latin America', names: ['Lateinamerika', 'Latin America', 'latin-america'] },
      { id: 'r2', title: 'Asia, Pacific', names: ['Asia, Pacific', 'asia-pacific'] },
    ],
    categories: [{ id: 'c1', title: 'Heat', names: ['Hitze', 'Heat', 'heat'] }],
  };
  const read = (cells: Partial<Record<ImportField, string>>, change: Partial<ImportRequest> = {}) => {
    const columns = Object.keys(cells) as ImportField[];
    const [row] = readRows(
      { columns, seriesId: 's1', rows: [{ line: 2, cells: Object.values(cells) }], ...change },
      context,
    );
    if (!row) throw new Error('There is no row.');
    return row;
  };
  const good = { 'title.en': 'Leaking pipes', date: '6.10.2026', starts: '14:00', ends: '15:30' } as const;

  it('become sessions, with what the series says where they say nothing', () => {
    const row = read(good);
    expect(row.problems).toEqual([]);
    expect(row).toMatchObject({ startsAt: '2026-10-06T12:00:00.000Z', seriesTitle: 'Water and cities' });
    expect(row.body).toMatchObject({
      seriesId: 's1',
      slug: 'leaking-pipes',
      kind: 'exchange',
      startsLocal: '2026-10-06T14:00',
      endsLocal: '2026-10-06T15:30',
      timeZone: 'Europe/Berlin',
      languages: ['en'],
      capacity: null,
    });
  });

  it('name kinds, languages, regions and categories in English or German, or by tag and address', () => {
    const row = read({
      ...good,
      kind: 'Kollegiale Beratung',
      languages: 'Englisch, de; Portuguese',
      interpretation: 'fr',
      regions: 'Lateinamerika; asia-pacific',
      categories: 'HEAT',
      series: 'wasser',
    });
    expect(row.problems).toEqual([]);
    expect(row.body).toMatchObject({
      kind: 'peer-advice',
      languages: ['en', 'de', 'pt'],
      interpretation: ['fr'],
      regionIds: ['r1', 'r2'],
      categoryIds: ['c1'],
    });
    expect(read({ ...good, regions: 'Asia, Pacific' }).body.regionIds).toEqual(['r2']);
  });

  it.each<[string, Partial<Record<ImportField, string>>, object]>([
    [
      'an unknown zone',
      { timeZone: 'Europe/Berln' },
      { field: 'timeZone', code: 'unknown', suggestions: ['Europe/Berlin'] },
    ],
    [
      'an unknown series',
      { series: 'Water and towns' },
      { field: 'series', code: 'unknown', suggestions: ['Water and cities'] },
    ],
    [
      'an unknown region',
      { regions: 'Latin Amerika' },
      { field: 'regions', value: 'Latin Amerika', suggestions: ['Latin America'] },
    ],
    ['an unknown category', { categories: 'Heet' }, { field: 'categories', suggestions: ['Heat'] }],
    ['an unknown kind', { kind: 'Kurss' }, { field: 'kind', suggestions: ['Kurs'] }],
    ['an unknown language', { languages: 'Klingon' }, { field: 'languages', code: 'unknown' }],
    [
      'an end before the start',
      { ends: '13:00' },
      { field: 'ends', code: 'end-before-start', value: '13:00' },
    ],
    [
      'a day that could be two',
      { date: '6/10/2026' },
      { field: 'date', code: 'date-order', suggestions: ['2026-10-06', '2026-06-10'] },
    ],
    ['a day that is none', { date: '31.2.2026' }, { field: 'date', code: 'wrong-format' }],
    ['a missing time', { starts: '' }, { field: 'starts', code: 'required' }],
    [
      'a time that the clocks jump over',
      { date: '29.3.2026', starts: '02:30', ends: '04:00' },
      { field: 'starts', code: 'time-nonexistent', suggestions: ['2026-03-29T01:30', '2026-03-29T03:30'] },
    ],
    [
      'a time that comes twice',
      { date: '25.10.2026', starts: '02:30', ends: '04:00' },
      { code: 'time-ambiguous', suggestions: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] },
    ],
    ['places that are none', { capacity: 'many' }, { field: 'capacity', code: 'wrong-format' }],
    ['no places at all', { capacity: '0' }, { field: 'capacity', code: 'too-small', limit: 1 }],
    ['a link that is none', { meetingUrl: 'zoom' }, { field: 'meetingUrl', code: 'wrong-format' }],
    ['a title that is too short', { 'title.en': 'Hm' }, { field: 'title.en', code: 'too-short', limit: 3 }],
    ['no title', { 'title.en': '' }, { field: 'title.en', code: 'required' }],
    ['an address that is none', { slug: 'Leaking Pipes' }, { field: 'slug', code: 'wrong-format' }],
  ])('tell %s with the column and what could be meant', (_what, change, problem) => {
    const cells = { ...good, ...change };
    const { problems } = read(cells);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(problem);
    expect(problems[0]?.column).toBe(Object.keys(cells).indexOf(problems[0]?.field ?? ''));
  });

  it('take the answer to a time that comes twice', () => {
    const columns = Object.keys(good) as ImportField[];
    const cells = Object.values({ ...good, date: '25.10.2026', starts: '02:30', ends: '04:00' });
    const row = read(good, { columns, rows: [{ line: 2, cells, clockChoice: 'later' }] });
    expect(row).toMatchObject({ problems: [], startsAt: '2026-10-25T01:30:00.000Z' });
  });

  it('end after a length too, over a clock change as well', () => {
    const row = read({ ...good, date: '25.10.2026', starts: '00:30', ends: '', duration: '4 h' });
    expect(row.body).toMatchObject({ startsLocal: '2026-10-25T00:30', endsLocal: '2026-10-25T03:30' });
  });

  it('know the instant at which they end after a length, where its wall clock could be two', () => {
    const row = read({ ...good, date: '25.10.2026', starts: '01:30', ends: '', duration: '60 min' });
    expect(row.problems).toEqual([]);
    expect(row.known).toEqual({
      startsLocal: '2026-10-25T01:30',
      endsLocal: '2026-10-25T02:30',
      timeZone: 'Europe/Berlin',
      startsAt: new Date('2026-10-24T23:30:00Z'),
      endsAt: new Date('2026-10-25T00:30:00Z'),
    });
    expect(read({ ...good, starts: '' }).known).toBeNull();
  });

  it('with the same title get the day into their address; the same twice is told', () => {
    const columns: ImportField[] = ['title.en', 'starts', 'ends'];
    const line = (number: number, day: string) => ({
      line: number,
      cells: ['Peer advice', `${day} 14:00`, '15:00'],
    });
    const rows = readRows(
      {
        columns,
        seriesId: 's1',
        rows: [line(2, '2026-10-06'), line(3, '2026-10-13'), line(4, '2026-10-13')],
      },
      context,
    );
    expect(rows.map(({ body }) => body.slug)).toEqual([
      'peer-advice-2026-10-06',
      'peer-advice-2026-10-13',
      'peer-advice-2026-10-13',
    ]);
    expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], [], ['twice']]);
    expect(rows[2]?.problems[0]).toMatchObject({ column: 0, otherLine: 3 });
  });
});
