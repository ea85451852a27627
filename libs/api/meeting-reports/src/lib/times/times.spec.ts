import { dateOrderOf } from './date-order';
import { CellTimes, TimeReader } from './instants';
import { isBlank, minutesPerUnit, readMinutes } from './minutes';
import type { WrittenTime } from './written-time';
import { zoneIn } from './zones';

const SESSION = { startsAt: '2026-10-06T12:00:00Z', endsAt: '2026-10-06T13:30:00Z' };

function instantOf(
  cell: string,
  order: 'dmy' | 'mdy' | 'ymd' = 'dmy',
  timeZone = 'Europe/Berlin',
): string | null {
  const moment = new TimeReader(new CellTimes(), order, timeZone).moment(cell);
  return moment === null ? null : new Date(moment).toISOString().replace('.000Z', 'Z');
}

function written(...cells: string[]): WrittenTime[] {
  return new CellTimes().all(cells);
}

describe('a time in a report', () => {
  it.each([
    '2026-10-06 14:05:09',
    '2026-10-06T14:05:09',
    '2026/10/06 14:05:09',
    '06.10.2026 14:05:09',
    '6.10.26, 14:05:09',
    '6. 10. 2026 14:05:09 Uhr',
    '06/10/2026 02:05:09 PM',
    '06/10/2026, 2:05:09\u202fPM',
    '06-10-2026 2:05:09 p. m.',
    '\u200e6/\u200e10/\u200e2026 14:05:09',
    'Oct 6, 2026 2:05:09 PM',
    'Tuesday, October 6, 2026 at 2:05:09 PM',
    '6. Oktober 2026 um 14:05:09',
    'mardi 6 octobre 2026 à 14:05:09',
    'martes, 6 de octubre de 2026, 14:05:09',
    '14:05:09 06.10.2026',
    '2026-10-06T12:05:09Z',
    '2026-10-06T12:05:09.400Z',
    '2026-10-06 14:05:09 (Europe/Berlin)',
    '2026-10-06 13:05:09 GMT+01:00',
    '2026-10-06 17:35:09 +0530',
    '2026-10-06 14:05:09 MESZ',
    'Tue Oct 06 2026 14:05:09 GMT+0200 (Central European Summer Time)',
    '46301.586909722',
  ])('is read: %s', (cell) => {
    expect(instantOf(cell)).toBe('2026-10-06T12:05:09Z');
  });

  it.each([
    ['6/10/2026 12:00 AM', '2026-10-05T22:00:00Z'],
    ['6/10/2026 12:30 PM', '2026-10-06T10:30:00Z'],
    ['6/10/2026 0:30', '2026-10-05T22:30:00Z'],
    ['6/10/2026 14h30', '2026-10-06T12:30:00Z'],
  ])('has seconds or none: %s', (cell, instant) => {
    expect(instantOf(cell)).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '14:05',
    '6/10/2026',
    '31/02/2026 14:05',
    '6/10/2026 25:00',
    '6/10/2026 14:05 PM',
    '6/10/2026 14:60',
    '2026-13-06 14:05',
    '6/10/2026 14:05 CST',
    '6/10/2026 14:05 (Atlantis/Harbour)',
    '6/10/1026 14:05',
    '46301',
    '12345.5',
    `6/10/2026 14:05 ${'x'.repeat(200)}`,
  ])('is none: %s', (cell) => {
    // A serial number is a day, which begins at midnight.
    expect(instantOf(cell)).toBe(cell === '46301' ? '2026-10-05T22:00:00Z' : null);
  });

  it('is several, or none, where clocks change; an offset says which', () => {
    const reader = new TimeReader(new CellTimes(), 'dmy', 'Europe/Berlin');
    const moments = (cell: string) => reader.moments(cell);
    expect(moments('25.10.2026 02:30:07')).toEqual([
      Date.UTC(2026, 9, 25, 0, 30, 7),
      Date.UTC(2026, 9, 25, 1, 30, 7),
    ]);
    expect(moments('29.03.2026 02:30:00')).toEqual([]);
    expect(moments('25.10.2026 02:30:00 GMT+1')).toEqual([Date.UTC(2026, 9, 25, 1, 30)]);
  });
});

describe('a zone', () => {
  it.each([
    ['Europe/Berlin', { name: 'Europe/Berlin' }],
    ['(GMT+02:00, Europe/Berlin)', { name: 'Europe/Berlin' }],
    ['(UTC+01:00) Amsterdam, Berlin', { offset: 60 }],
    ['UTC', { name: 'UTC' }],
    ['-03:30', { offset: -210 }],
    ['UTC\u22125', { offset: -300 }],
    ['+15:00', null],
    ['IST', null],
    ['somewhere', null],
  ])('is known as %s', (text, zone) => {
    expect(zoneIn(text)).toEqual(zone);
  });
});

describe('day and month', () => {
  const order = (cells: string[], stays = cells, more: { dateOrder?: 'dmy' | 'mdy' | 'ymd' } = {}) => {
    const { dateOrder, isDateOrderGuessed } = dateOrderOf(written(...cells), written(...stays), {
      session: SESSION,
      ...more,
    });
    return isDateOrderGuessed ? `${dateOrder ?? ''}?` : dateOrder;
  };

  it('are proven by one date that can be read in one way only', () => {
    expect(order(['1/2/2026 10:00', '13/2/2026 10:00'])).toBe('dmy');
    expect(order(['1/2/2026 10:00', '2/13/2026 10:00'])).toBe('mdy');
    expect(order(['1.2.2026 10:00', '2/3/2026 10:00'])).toBe('dmy');
    expect(order(['12.31.2026 10:00'])).toBe('mdy');
  });

  it('are told by the reading that falls near the session, of stays alone', () => {
    expect(order(['10/6/2026 14:00'])).toBe('mdy');
    expect(order(['6/10/2026 14:00'])).toBe('dmy');
    expect(order(['6/10/26 2:00 PM'])).toBe('dmy');
    expect(order(['9/10/2026 14:00', '10/6/2026 14:00'], ['10/6/2026 14:00'])).toBe('mdy');
  });

  it('are told by all dates of a meeting over midnight, of which one is near in both ways', () => {
    const may = { session: { startsAt: '2026-05-05T20:00:00Z', endsAt: '2026-05-05T23:00:00Z' } };
    const times = written('5/5/2026 22:00', '6/5/2026 00:30');
    expect(dateOrderOf(times, times, may)).toEqual({ dateOrder: 'dmy', isDateOrderGuessed: false });
  });

  it('are guessed where nothing tells, by what is closer and then by the clock, and said to be', () => {
    expect(order(['3/9/2026 14:00'])).toBe('dmy?');
    expect(order(['9/3/2026 14:00'])).toBe('mdy?');
    expect(order(['13/2/2026 14:00', '2/13/2026 14:00', '14/2/2026 14:00'])).toBe('dmy?');
    expect(order(['1/2/2026 2:00 PM'], [])).toBe('mdy?');
    expect(order(['1/2/2026 14:00'], [])).toBe('dmy?');
  });

  it('make no difference, or are said by a human', () => {
    expect(order(['5/5/2026 14:00'])).toBe('dmy');
    expect(order(['2026-10-06 14:00'])).toBe('ymd');
    expect(order(['Oct 6, 2026 14:00'])).toBeNull();
    expect(order(['10/6/2026 14:00'], [], { dateOrder: 'dmy' })).toBe('dmy');
    expect(instantOf('26/10/06 14:00', 'ymd')).toBe('2026-10-06T12:00:00Z');
  });
});

describe('a length of time', () => {
  it.each([
    ['56', 56],
    ['56.5', 56.5],
    ['56,25', 56.25],
    ['1:02:03', 62.05],
    ['1:02', 62],
    ['100:00:00', 6000],
    ['1h 2m 3s', 62.05],
    ['2m', 2],
    ['45s', 0.75],
    ['1 Std. 2 Min. 3 Sek.', 62.05],
    ['59 Min. 0 Sek.', 59],
    ['1 hr 20 mins', 80],
    ['1 day 2 hours', 1560],
    ['1 Stunde und 5 Minuten', 65],
    ['1 hora y 5 minutos', 65],
    ['PT1H2M', 62],
    ['0', 0],
  ])('%s is %s minutes', (cell, minutes) => {
    expect(readMinutes(cell)).toBe(minutes);
  });

  it.each(['', '-5', 'long', '5 apples', '1h later', 'h', '9'.repeat(100)])('is none: %s', (cell) => {
    expect(readMinutes(cell)).toBeNull();
  });

  it('has its unit in the heading, and may be missing', () => {
    expect(
      ['Duration (Minutes)', 'Dauer (Std.)', 'Duration (h)', 'Seconds present', 'Dauer der Besprechung'].map(
        minutesPerUnit,
      ),
    ).toEqual([1, 60, 60, 1 / 60, 1]);
    expect(readMinutes('90', minutesPerUnit('Duration (seconds)'))).toBe(1.5);
    expect(['', '-', '--', '–', 'n/a', 'k. A.', '0', 'no'].map(isBlank)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
