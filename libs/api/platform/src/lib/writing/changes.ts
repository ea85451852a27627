type Snapshot = Readonly<Record<string, unknown>>;

/** Only what differs, for the audit log: one line per change stays readable for years. */
export function changesBetween(before: Snapshot, after: Snapshot): { before: Snapshot; after: Snapshot } {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (snapshot: Snapshot) => Object.fromEntries(changed.map((key) => [key, snapshot[key] ?? null]));
  return { before: only(before), after: only(after) };
}
