import type { Count, Measure, SeriesFigures } from '@reihe/shared-contracts';
import { placeableFigures } from './placeable-figures';

const count = (measure: Measure, value: number, origin: Count['origin']): Count => ({
  measure,
  value,
  origin,
  isAtLeast: false,
  source: origin === 'counted' ? null : 'host',
  statedOn: null,
});

const FIGURES: SeriesFigures = {
  seriesId: 'y1',
  counts: [count('countries', 12, 'counted')],
  stated: [
    {
      ...count('participants', 900, 'reported'),
      id: 'n1',
      sessionId: 's2',
      seriesId: null,
      note: null,
      enteredBy: null,
      enteredAt: '2026-07-02T12:00:00Z',
    },
  ],
  sessions: [
    {
      sessionId: 's1',
      title: 'First',
      startsAt: '2026-06-01T12:00:00Z',
      counts: [
        count('attended', 60, 'reported'),
        count('attended', 43, 'counted'),
        count('confirmed', 54, 'counted'),
      ],
    },
    {
      sessionId: 's2',
      title: 'Second',
      startsAt: '2026-07-01T12:00:00Z',
      counts: [count('attended', 9, 'counted')],
    },
  ],
  countries: [],
};

describe('the numbers that can stand in a recap', () => {
  it('are those of its own sessions and of the series, never what was stated about another session', () => {
    const offered = placeableFigures(FIGURES, ['s1']).map(
      ({ measure, sessionId, count: { value, origin } }) => ({
        measure,
        sessionId,
        value,
        origin,
      }),
    );
    expect(offered).toEqual([
      { measure: 'confirmed', sessionId: 's1', value: 54, origin: 'counted' },
      { measure: 'attended', sessionId: 's1', value: 43, origin: 'counted' },
      { measure: 'countries', sessionId: null, value: 12, origin: 'counted' },
    ]);
  });
});
