import type { BenchOutcome } from '../bench.ts';
import { median } from '../measure.ts';

/** Of each combination its rounds' ratios. The worst decides: whoever runs it pays for it, however good the others are. */
export function outcomeOf(combinations: readonly (readonly number[])[], floor: number): BenchOutcome {
  if (combinations.length === 0) throw new Error('Nothing was measured.');
  const ratio = Math.min(...combinations.map((ratios) => median(ratios)));
  return { ratio, floor, rounds: combinations.flat() };
}
