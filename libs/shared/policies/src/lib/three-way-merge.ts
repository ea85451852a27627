import { isEqual, isFields, keysOf, type Fields } from './json-values';

/** Where a value stands: keys of objects; for an item of a list its id. The order of a list stands under `ORDER`. */
export type DocumentPath = readonly string[];

/** Last part of the path of a list's order; the value there is the ids in their order. */
export const ORDER = '#order';

export interface DocumentChange {
  path: DocumentPath;
  /** undefined: was not there, or is gone. */
  before: unknown;
  after: unknown;
}

/** Both sides changed this, and not to the same. */
export interface MergeConflict {
  path: DocumentPath;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}

export interface ThreeWayMerge<T> {
  /** Everything that needs no answer, taken from whoever changed it; where there is a conflict, mine, or what would be gone. */
  merged: T;
  conflicts: MergeConflict[];
}

export interface MergeRules {
  /**
   * Dotted paths of fields that are one decision, e.g. start, end and zone: where both sides changed something of them, each field
   * that differs is a conflict, although only one side touched it.
   */
  together?: readonly (readonly string[])[];
}

type Item = Fields & { id: string };

/**
 * Merges two edits of one document (JSON: objects, lists, scalars). What one side changed is taken; what both changed otherwise is
 * a conflict. Items of lists are known by `id` (an empty one is nobody's yet, so an addition), scalars in lists by their value.
 */
export function threeWayMerge<T>(base: T, theirs: T, mine: T, rules: MergeRules = {}): ThreeWayMerge<T> {
  const conflicts: MergeConflict[] = [];
  const contested = contestedFields(base, theirs, mine, rules.together ?? []);
  const merged = new Merging(conflicts, contested).value([], base, theirs, mine);
  return { merged: merged as T, conflicts };
}

/** The merged document with the answers to its conflicts, by `pathKey`; undefined takes an item out of its list. */
export function settle<T>({ merged, conflicts }: ThreeWayMerge<T>, answers: ReadonlyMap<string, unknown>): T {
  return conflicts.reduce<unknown>((settled, { path }) => {
    const key = pathKey(path);
    return answers.has(key) ? withValue(settled, path, answers.get(key)) : settled;
  }, merged) as T;
}

/** What the second document has otherwise than the first; items of lists are followed by their id. */
export function documentChanges(before: unknown, after: unknown, path: DocumentPath = []): DocumentChange[] {
  if (isEqual(before, after)) return [];
  if (isFields(before) && isFields(after))
    return keysOf(before, after).flatMap((key) => documentChanges(before[key], after[key], [...path, key]));
  if (!isItems(before) || !isItems(after)) return [{ path, before, after }];
  const old = before.map((item, at) => (item.id === '' ? { ...item, id: `was#${at}` } : item));
  const now = withIdsOf(old, after);
  const was = new Map(old.map((item) => [item.id, item]));
  const is = new Map(now.map((item) => [item.id, item]));
  const ids = [...new Set([...was.keys(), ...is.keys()])];
  const changes = ids.flatMap((id) => {
    const [one, other] = [was.get(id), is.get(id)];
    const at = [...path, id];
    return one && other ? documentChanges(one, other, at) : [{ path: at, before: one, after: other }];
  });
  const orders = [old, now].map((list) => list.map(({ id }) => id).filter((id) => was.has(id) && is.has(id)));
  if (!isEqual(orders[0], orders[1]))
    changes.push({ path: [...path, ORDER], before: orders[0], after: orders[1] });
  return changes;
}

/** A path as one word, to look things up by. */
export function pathKey(path: DocumentPath): string {
  return path.join('/');
}

/** What stands there; undefined where nothing does. */
export function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value))
      return key === ORDER
        ? value.map((item: Item) => item.id)
        : value.find((item) => isFields(item) && item['id'] === key);
    return isFields(value) ? value[key] : undefined;
  }, document);
}

class Merging {
  constructor(
    private readonly conflicts: MergeConflict[],
    private readonly contested: ReadonlySet<string>,
  ) {}

  value(path: DocumentPath, base: unknown, theirs: unknown, mine: unknown): unknown {
    if (isEqual(theirs, mine)) return mine;
    if (this.contested.has(path.join('.'))) return this.conflict(path, base, theirs, mine);
    if (isFields(theirs) && isFields(mine) && (base === undefined || isFields(base)))
      return this.fields(path, base ?? {}, theirs, mine);
    if (isItems(theirs) && isItems(mine) && (base === undefined || isItems(base)))
      return this.items(path, base ?? [], theirs, mine);
    if (isEqual(base, theirs)) return mine;
    if (isEqual(base, mine)) return theirs;
    if (isSet(base) && isSet(theirs) && isSet(mine)) return mergedSet(base, theirs, mine);
    return this.conflict(path, base, theirs, mine);
  }

  private fields(path: DocumentPath, base: Fields, theirs: Fields, mine: Fields): Fields {
    const merged: Fields = {};
    for (const key of keysOf(mine, theirs)) {
      const value = this.value([...path, key], base[key], theirs[key], mine[key]);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }

  private items(path: DocumentPath, base: Item[], theirItems: Item[], myItems: Item[]): Item[] {
    const theirs = named(theirItems, 'theirs');
    const mine = named(sharingAdditions(base, theirs, myItems), 'mine');
    const [was, hers, his] = [base, theirs, mine].map((list) => new Map(list.map((item) => [item.id, item])));
    if (!was || !hers || !his) return myItems;

    const kept = new Map<string, Item>();
    for (const id of new Set([...his.keys(), ...hers.keys()])) {
      const item = this.item([...path, id], was.get(id), hers.get(id), his.get(id));
      if (item) kept.set(id, item);
    }
    const order = this.order(path, kept, [base, theirs, mine]);
    return order.flatMap((id) => kept.get(id) ?? []).map(unnamed);
  }

  /** Taken out by one side: gone, unless the other one worked on it meanwhile. */
  private item(
    path: DocumentPath,
    base: Item | undefined,
    theirs: Item | undefined,
    mine: Item | undefined,
  ): Item | undefined {
    if (theirs && mine) return this.value(path, base, theirs, mine) as Item;
    const left = theirs ?? mine;
    if (!base || !left) return left;
    if (isEqual(base, left)) return undefined;
    this.conflict(path, base, theirs, mine);
    return left;
  }

  /** The order of whoever changed it; additions of the other side follow the item that they followed there. */
  private order(path: DocumentPath, kept: ReadonlyMap<string, Item>, lists: readonly Item[][]): string[] {
    const [base, theirs, mine] = lists.map((list) => list.map(({ id }) => id).filter((id) => kept.has(id)));
    if (!base || !theirs || !mine) return [...kept.keys()];
    const isCommon = (id: string) => base.includes(id) && theirs.includes(id) && mine.includes(id);
    const [was, hers, his] = [base, theirs, mine].map((ids) => ids.filter(isCommon));
    const isTheirs = isEqual(was, his) && !isEqual(was, hers);
    if (!isTheirs && !isEqual(was, hers) && !isEqual(his, hers))
      this.conflict([...path, ORDER], was, hers, his);
    return isTheirs ? woven(theirs, mine) : woven(mine, theirs);
  }

  private conflict(path: DocumentPath, base: unknown, theirs: unknown, mine: unknown): unknown {
    this.conflicts.push({ path, base, theirs, mine });
    return mine;
  }
}

function contestedFields(
  base: unknown,
  theirs: unknown,
  mine: unknown,
  groups: readonly (readonly string[])[],
): Set<string> {
  const at = (document: unknown, field: string) => valueAt(document, field.split('.'));
  const differ = (one: unknown, other: unknown, fields: readonly string[]) =>
    fields.some((field) => !isEqual(at(one, field), at(other, field)));
  return new Set(
    groups.filter((fields) => differ(base, theirs, fields) && differ(base, mine, fields)).flat(),
  );
}

function mergedSet(base: unknown[], theirs: unknown[], mine: unknown[]): unknown[] {
  const stays = (value: unknown) =>
    base.includes(value) ? theirs.includes(value) && mine.includes(value) : true;
  return [...new Set([...mine, ...theirs])].filter(stays);
}

/** All of `first` in its order; what only `second` has comes after what it came after there. */
function woven(first: readonly string[], second: readonly string[]): string[] {
  const order = [...first];
  second.forEach((id, at) => {
    if (order.includes(id)) return;
    const before = second.slice(0, at).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}

const NOBODYS = /^(mine|theirs)#\d+$/;

function named(items: readonly Item[], side: 'mine' | 'theirs'): Item[] {
  return items.map((item, at) => (item.id === '' ? { ...item, id: `${side}#${at}` } : item));
}

function unnamed(item: Item): Item {
  return NOBODYS.test(item.id) ? { ...item, id: '' } : item;
}

/** What both added alike is one addition, e.g. where my save arrived although its answer was lost. */
function sharingAdditions(base: readonly Item[], theirs: readonly Item[], mine: readonly Item[]): Item[] {
  const ids = new Set([...base, ...mine].map(({ id }) => id));
  const additions = theirs.filter(({ id }) => !ids.has(id));
  return mine.map((item) => {
    if (item.id !== '') return item;
    const same = additions.findIndex((other) => isEqual(withoutIds(other), withoutIds(item)));
    return same < 0 ? item : (additions.splice(same, 1)[0] ?? item);
  });
}

/** Lists that were written without ids are compared by what stands in them. */
function withIdsOf(before: readonly Item[], after: readonly Item[]): Item[] {
  const ids = new Set(after.map(({ id }) => id));
  const left = before.filter(({ id }) => !ids.has(id));
  return after.map((item, at) => {
    if (before.some(({ id }) => id === item.id)) return item;
    const same = left.findIndex((other) => isEqual(withoutIds(other), withoutIds(item)));
    if (same >= 0) return { ...item, id: left.splice(same, 1)[0]?.id ?? item.id };
    return item.id === '' ? { ...item, id: `is#${at}` } : item;
  });
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id')
      .map(([key, child]) => [key, withoutIds(child)]),
  );
}

function withValue(document: unknown, [key, ...rest]: DocumentPath, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    const items = document as Item[];
    if (key === ORDER) return inOrder(items, value as string[]);
    return items.flatMap((item) => {
      if (item.id !== key) return [item];
      const changed = withValue(item, rest, value);
      return changed === undefined ? [] : [changed];
    });
  }
  if (!isFields(document)) return document;
  const changed = withValue(document[key], rest, value);
  return { ...document, [key]: changed };
}

/** Those named, in this order, in the places that they had among the others. */
function inOrder(items: readonly Item[], order: readonly string[]): Item[] {
  const ordered = order.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return items.map((item) => (order.includes(item.id) ? (ordered.shift() ?? item) : item));
}

/** Two items with one id could not be told apart: such a list is compared as a whole. */
function isItems(value: unknown): value is Item[] {
  if (!Array.isArray(value) || !value.every((item) => isFields(item) && typeof item['id'] === 'string'))
    return false;
  const ids = (value as Item[]).map(({ id }) => id).filter((id) => id !== '');
  return new Set(ids).size === ids.length;
}

function isSet(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one !== 'object') &&
    new Set(value).size === value.length
  );
}
