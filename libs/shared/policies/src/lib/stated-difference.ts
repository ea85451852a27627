import type { StatedDifference } from '@reihe/shared-figures';

/**
 * Whether records that hold `min` to `max` of something (guests whom nobody identified make the difference) can be what somebody stated.
 * A number is contradicted by a range that it does not lie in. "At least" is a lower bound, which more records do not contradict: only
 * records that hold fewer, however their guests are counted.
 */
export function statedDifference(
  { value, isAtLeast }: { value: number; isAtLeast: boolean },
  { min, max }: { min: number; max: number },
): StatedDifference {
  if (max < value) return 'fewer';
  return min > value && !isAtLeast ? 'more' : 'agrees';
}
