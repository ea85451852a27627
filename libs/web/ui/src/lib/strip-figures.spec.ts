import { TestBed } from '@angular/core/testing';
import type { Count } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import { stripFigures } from './strip-figures';

const count = (change: Partial<Count>): Count => ({
  measure: 'sessions',
  value: 10,
  origin: 'counted',
  isAtLeast: false,
  source: null,
  statedOn: null,
  ...change,
});

describe('figures of a series', () => {
  const strip = (...counts: Count[]) => stripFigures(counts, TestBed.inject(Formats));

  it('keep what was counted and what was reported apart, each with its origin', () => {
    const reported = count({
      value: 35,
      origin: 'reported',
      isAtLeast: true,
      source: 'Sample network',
      statedOn: '2020-12-10',
    });
    expect(strip(count({}), reported)).toEqual([
      { value: '10', label: 'sessions', origin: 'counted' },
      {
        value: 'more than 35',
        label: 'sessions',
        origin: 'reported by Sample network, 10\u00a0December\u00a02020',
      },
    ]);
  });

  it('say of those who came whether they are people, or times that somebody came', () => {
    const attended = count({ measure: 'attended', value: 81, origin: 'imported' });
    expect(strip(attended).map(({ label }) => label)).toEqual(['took part']);
    const attendees = count({ measure: 'attendees', value: 60, origin: 'imported' });
    expect(strip(attended, attendees).map(({ label }) => label)).toEqual([
      'people who took part',
      'attendances',
    ]);
  });

  it('begin with people, and leave out seats and what there is none of', () => {
    const labels = strip(
      count({}),
      count({ measure: 'confirmed', value: 3 }),
      count({ measure: 'cities', value: 0 }),
      count({ measure: 'participants', value: 1 }),
    ).map(({ label }) => label);
    expect(labels).toEqual(['participant', 'sessions']);
  });
});
