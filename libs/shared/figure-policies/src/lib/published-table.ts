/** A number that is to be published: how many people, registrations or the like; whole and not below zero. */
export interface PublishedCell {
  /** What names it, the same wherever the same number is shown. */
  readonly key: string;
  readonly value: number;
  /** How much readers would miss it, 0 where not said: of two that would do, the one they would miss less is hidden. */
  readonly prominence?: number;
  /** True: it stands elsewhere, too, and is never hidden. A table of fewer people than may be shown is not for publishing. */
  readonly isKnown?: boolean;
}

/**
 * How numbers hang together, as everybody may know:
 * sum: the parts add up to the total, nothing stands in two of them ·
 * overlap: the total counts each person once, who may stand in several parts or in none.
 */
export type GroupKind = 'sum' | 'overlap';

export interface PublishedGroup {
  readonly kind: GroupKind;
  /** Key of the cell that the parts are of. */
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Everything that is published together, each number once: tables that share numbers are one table with several groups. A group that
 * follows from the others is better left out: the more groups a number stands in, the more is hidden for it.
 */
export interface PublishedTable {
  readonly cells: readonly PublishedCell[];
  readonly groups: readonly PublishedGroup[];
}

/** A number with those it is made of, as a breakdown is written down. */
export interface Breakdown extends PublishedCell {
  readonly kind?: GroupKind;
  readonly parts?: readonly Breakdown[];
}

/** One table of many breakdowns. What has the same key is the same number, and must have the same value wherever it stands. */
export function publishedTable(...breakdowns: readonly Breakdown[]): PublishedTable {
  const cells = new Map<string, PublishedCell>();
  const groups: PublishedGroup[] = [];
  const add = ({ key, value, prominence = 0, isKnown = false, kind = 'sum', parts }: Breakdown) => {
    const known = cells.get(key);
    if (known && known.value !== value) throw new Error(`“${key}” is ${known.value} and ${value}.`);
    cells.set(key, {
      key,
      value,
      prominence: Math.max(prominence, known?.prominence ?? 0),
      isKnown: isKnown || (known?.isKnown ?? false),
    });
    if (!parts) return;
    groups.push({ kind, total: key, parts: parts.map((part) => part.key) });
    parts.forEach(add);
  };
  breakdowns.forEach(add);
  return { cells: [...cells.values()], groups };
}
