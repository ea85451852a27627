import fc from 'fast-check';
import { statedDifference } from './stated-difference';

const number = fc.nat(2000);
const range = fc.tuple(number, fc.nat(50)).map(([min, guests]) => ({ min, max: min + guests }));

describe('what was stated beside what the records hold', () => {
  it.each([
    ['800 of 800', 800, false, 800, 800, 'agrees'],
    ['800 of 790, and 15 guests', 800, false, 790, 805, 'agrees'],
    ['800 of 790, and 5 guests', 800, false, 790, 795, 'fewer'],
    ['800 of 801', 800, false, 801, 801, 'more'],
    ['at least 800 of 1,204', 800, true, 1204, 1204, 'agrees'],
    ['at least 800 of 790, and 10 guests', 800, true, 790, 800, 'agrees'],
    ['at least 800 of 320', 800, true, 320, 320, 'fewer'],
    ['at least 800 of none', 800, true, 0, 0, 'fewer'],
    ['none of none', 0, false, 0, 0, 'agrees'],
  ] as const)('%s', (_what, value, isAtLeast, min, max, difference) => {
    expect(statedDifference({ value, isAtLeast }, { min, max })).toBe(difference);
  });

  it('agrees with every number that the records could be, and with no other exact one', () => {
    fc.assert(
      fc.property(number, range, (value, { min, max }) => {
        const isPossible = value >= min && value <= max;
        expect(statedDifference({ value, isAtLeast: false }, { min, max }) === 'agrees').toBe(isPossible);
      }),
    );
  });

  it('finds a lower bound contradicted by fewer records alone', () => {
    fc.assert(
      fc.property(number, range, (value, counted) => {
        const difference = statedDifference({ value, isAtLeast: true }, counted);
        expect(difference).toBe(counted.max < value ? 'fewer' : 'agrees');
      }),
    );
  });
});
