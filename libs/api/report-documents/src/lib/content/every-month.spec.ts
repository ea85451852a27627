import fc from 'fast-check';
import { everyMonth } from './every-month';

const named = (...months: string[]) => months.map((month) => ({ month, known: true }));
const months = (...known: string[]) =>
  everyMonth(named(...known), (month) => ({ month, known: false })).map(({ month }) => month);

describe('months of a chart', () => {
  it('are all of them from the first to the last, over the turn of a year', () => {
    expect(months('2026-02', '2025-11')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(months('2026-02')).toEqual(['2026-02']);
    expect(months()).toEqual([]);
  });

  it('keep what is known and follow each other', () => {
    const anyMonth = fc
      .tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.uniqueArray(anyMonth, { maxLength: 5 }), (known) => {
        const all = months(...known);
        expect(all).toEqual([...all].sort());
        expect(new Set(all).size).toBe(all.length);
        expect(known.every((month) => all.includes(month))).toBe(true);
      }),
    );
  });
});
