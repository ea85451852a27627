import { SMALL_BELOW } from '@reihe/shared-figures';
import type { Count, Measure } from '@reihe/shared-contracts';

interface CountedBefore {
  /** ISO instant. */
  countedAt: string;
  participants: number;
  participations: number;
  attended: number;
}

/**
 * Whether it is time to count anew: at most once a day (UTC), and where as many more people took part, or fewer, as may be shown at all.
 * Whoever compares two days would otherwise learn of a single person where they are from, and what they speak.
 */
export function isDue(before: CountedBefore | null, figures: readonly Count[], now: Date): boolean {
  if (!before) return true;
  if (new Date(before.countedAt).toISOString().slice(0, 10) === now.toISOString().slice(0, 10)) return false;
  const measures = ['participants', 'participations', 'attended'] as const;
  return measures.some((measure) => Math.abs(recorded(figures, measure) - before[measure]) >= SMALL_BELOW);
}

/** What the records say of it; 0: nothing. */
function recorded(figures: readonly Count[], measure: Measure): number {
  return figures.find((count) => count.measure === measure && count.source === null)?.value ?? 0;
}
