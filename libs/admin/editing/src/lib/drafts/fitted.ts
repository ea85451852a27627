/**
 * What was kept, in the shape of today's form: fields that an older release did not have are as in the sample, those that it had
 * and this one has not are left away. Lists are taken as they are.
 */
export function fitted<T>(sample: T, kept: unknown): T {
  if (!isFields(sample)) return isOfKind(sample, kept) ? (kept as T) : sample;
  if (!isFields(kept)) return sample;
  const entries = Object.entries(sample).map(([key, value]) => [key, fitted(value, kept[key])]);
  return Object.fromEntries(entries) as T;
}

function isOfKind(sample: unknown, kept: unknown): boolean {
  if (kept === undefined) return false;
  if (sample === null || kept === null) return true;
  return typeof kept === typeof sample && Array.isArray(kept) === Array.isArray(sample);
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
