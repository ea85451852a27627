import type { Count } from '@reihe/shared-contracts';
import { isDue } from './is-due';

const before = { countedAt: '2026-10-06T22:30:00+02:00', participants: 20, participations: 30, attended: 0 };
const counts = (participants: number, participations: number, attended = 0): Count[] =>
  Object.entries({ participants, participations, attended }).map(([measure, value]) => ({
    ...{ measure: measure as Count['measure'], value, origin: 'counted', isAtLeast: false },
    ...{ source: null, statedOn: null },
  }));
const stated: Count = {
  ...{ measure: 'participants', value: 800, origin: 'reported', isAtLeast: true },
  ...{ source: 'Sample host', statedOn: '2026-10-01' },
};

describe('counting anew', () => {
  it('is due where nothing was counted yet', () => {
    expect(isDue(null, [], new Date('2026-10-06T20:30:00Z'))).toBe(true);
  });

  it.each<[string, string, Count[], boolean]>([
    ['on the same day', '2026-10-06T23:59:00Z', counts(99, 99, 99), false],
    ['a day later, with as many people', '2026-10-07T00:01:00Z', counts(20, 30), false],
    ['with four more', '2026-10-20T00:01:00Z', counts(24, 34, 4), false],
    ['with five more', '2026-10-07T00:01:00Z', counts(25, 30), true],
    ['with five fewer', '2026-10-07T00:01:00Z', counts(20, 25), true],
    ['with five who came', '2026-10-07T00:01:00Z', counts(20, 30, 5), true],
    ['with more by the word of somebody', '2026-10-07T00:01:00Z', [stated, ...counts(20, 30)], false],
  ])('%s', (_when, now, figures, isNow) => {
    expect(isDue(before, figures, new Date(now))).toBe(isNow);
  });
});
