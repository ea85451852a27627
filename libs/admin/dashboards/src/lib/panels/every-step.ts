import type { DashboardStep } from '@reihe/shared-figures';

const DAY_MS = 86_400_000;

/** Those in which nothing happened too, so that a line does not run straight over them. */
export function everyStep(overTime: readonly DashboardStep[], step: 'day' | 'week'): DashboardStep[] {
  const [first, last] = [overTime[0], overTime.at(-1)];
  if (!first || !last) return [];
  const known = new Map(overTime.map((one) => [one.from, one]));
  const by = step === 'day' ? DAY_MS : 7 * DAY_MS;
  const count = Math.round((Date.parse(last.from) - Date.parse(first.from)) / by) + 1;
  return Array.from({ length: count }, (_, at) => {
    const from = new Date(Date.parse(first.from) + at * by).toISOString().slice(0, 10);
    return known.get(from) ?? { from, registered: 0, confirmed: 0, cancelled: 0 };
  });
}
