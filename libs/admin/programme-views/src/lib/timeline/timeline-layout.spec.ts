import { aListedSession } from '@reihe/shared-testing';
import { linesOf, placeOf, ticksOf } from './timeline-layout';

const JUNE = { from: '2026-06-01', to: '2026-07-01' };
const at = (id: string, startsAt: string, seriesId = 'r1') => aListedSession({ id, startsAt, seriesId });

describe('the timeline', () => {
  it('has a line for each series, in the order of their first sessions', () => {
    const lines = linesOf(
      [
        at('b', '2026-06-20T10:00:00Z', 'late'),
        at('a', '2026-06-02T10:00:00Z', 'early'),
        at('c', '2026-06-25T10:00:00Z', 'early'),
      ],
      JUNE,
      'UTC',
      900,
    );
    expect(lines.map(({ seriesId, marks }) => [seriesId, marks.map(({ session }) => session.id)])).toEqual([
      ['early', ['a', 'c']],
      ['late', ['b']],
    ]);
  });

  it('puts sessions that would cover each other below each other, and the next back on top', () => {
    const [line] = linesOf(
      [at('a', '2026-06-02T08:00:00Z'), at('b', '2026-06-02T09:00:00Z'), at('c', '2026-06-09T09:00:00Z')],
      JUNE,
      'UTC',
      900,
    );
    expect(line?.marks.map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(line?.lanes).toBe(2);
  });

  it('keeps what began before its time at its edge', () => {
    const [line] = linesOf([at('a', '2026-05-31T20:00:00Z')], JUNE, 'UTC', 900);
    expect(line?.marks[0]?.at).toBe(0);
  });

  it('is marked at Mondays, or months where it is long', () => {
    expect(ticksOf(JUNE, 'UTC').map(({ day }) => day)).toEqual([
      '2026-06-01',
      '2026-06-08',
      '2026-06-15',
      '2026-06-22',
      '2026-06-29',
    ]);
    expect(ticksOf({ from: '2026-01-01', to: '2027-01-01' }, 'UTC')).toHaveLength(12);
    expect(placeOf('2026-06-16T00:00:00Z', JUNE, 'UTC')).toBeCloseTo(0.5);
  });
});
