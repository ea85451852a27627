import type { Count, Measure } from '@reihe/shared-contracts';
import { differencesOf, totalsOf, totalsOfAll } from './totals';
import type { SeriesOfFigures } from './public-figures.rows';

const recorded = (measure: Measure, value: number, change: Partial<Count> = {}): Count => ({
  ...{ measure, value, origin: 'counted', isAtLeast: false, source: null, statedOn: null },
  ...change,
});
const stated = (measure: Measure, value: number, isAtLeast = false): Count =>
  recorded(measure, value, { origin: 'reported', isAtLeast, source: 'Sample host', statedOn: '2026-10-01' });
const series = (figures: Count[], guests = 0) => ({ figures, guests }) as SeriesOfFigures;

describe('totals of a series', () => {
  it('make a range of those who came, where guests may be more people', () => {
    const came = recorded('attended', 40, { origin: 'imported', isAtLeast: true, statedOn: '2026-10-07' });
    const totals = totalsOf(series([came, recorded('participants', 50), stated('attended', 60)], 3));
    expect(totals.map(({ value, upTo }) => [value, upTo])).toEqual([
      [40, 43],
      [50, null],
      [60, null],
    ]);
  });

  it('leave out numbers of fewer people than may be shown, and of their places', () => {
    const figures = [
      recorded('participants', 4),
      recorded('participations', 8),
      recorded('countries', 3),
      recorded('cities', 4),
      recorded('sessions', 2),
      stated('participants', 3),
    ];
    expect(totalsOf(series(figures)).map(({ measure, source }) => [measure, source])).toEqual([
      ['participations', null],
      ['sessions', null],
      ['participants', 'Sample host'],
    ]);
  });

  it.each<[string, Count, Count[], number | null | undefined]>([
    ['more are stated than recorded', stated('participants', 60), [recorded('participants', 50)], 50],
    [
      'more than so many are stated, and fewer recorded',
      stated('participants', 800, true),
      [recorded('participants', 50)],
      50,
    ],
    [
      'more than so many are stated, and they are',
      stated('participants', 30, true),
      [recorded('participants', 50)],
      undefined,
    ],
    ['the same is stated', stated('participants', 50), [recorded('participants', 50)], undefined],
    ['nothing is recorded', stated('participants', 50), [], null],
    ['too few are recorded to be told', stated('participants', 50), [recorded('participants', 3)], undefined],
  ])('where %s', (_what, said, figures, told) => {
    const [difference] = differencesOf(series([said, ...figures]));
    expect(difference && (difference.recorded?.value ?? null)).toBe(told);
  });
});

describe('totals of all series', () => {
  const none = {
    sessions: 0,
    participants: 0,
    participations: 0,
    countries: 0,
    cities: 0,
    attended: 0,
    attendees: 0,
  };

  it('say what reports had a part in, and leave out what there is none of', () => {
    const totals = totalsOfAll({
      ...none,
      participants: 20,
      attended: 9,
      guests: 2,
      importedOn: '2026-10-07',
    });
    expect(totals).toEqual([
      { ...recorded('participants', 20), upTo: null },
      {
        ...recorded('attended', 9, { origin: 'imported', isAtLeast: true, statedOn: '2026-10-07' }),
        upTo: 11,
      },
    ]);
    expect(totalsOfAll({ ...none, attended: 9, guests: 0, importedOn: null })[0]?.origin).toBe('counted');
  });
});
