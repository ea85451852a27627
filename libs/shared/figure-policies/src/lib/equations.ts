import type { PublishedGroup, PublishedTable } from './published-table';

/** A cell in an equation, on the side of the parts (1) or of the total (-1). */
export interface Term {
  readonly cell: number;
  readonly sign: 1 | -1;
}

/** Where a cell stands. */
export interface Place {
  readonly equation: number;
  readonly sign: 1 | -1;
}

/** In each, the changes of the parts are that of the total. */
export interface Equation {
  /** Of cells that are not zero: what is zero is known. */
  readonly terms: readonly Term[];
  /** The total; undefined where it is zero. */
  readonly total: number | undefined;
  /** Whether each part is at most the total, besides. */
  readonly isBound: boolean;
}

/** A table as arithmetic: what holds of any table that readers could take for the true one. Cells are named by their place in it. */
export interface Equations {
  readonly values: readonly number[];
  readonly all: readonly Equation[];
  /** Of each cell, the equations whose parts stand nowhere else, so that they can follow whatever the cell does. */
  readonly below: readonly (readonly number[])[];
  /** Of each cell, the other equations it stands in. */
  readonly ties: readonly (readonly Place[])[];
}

/**
 * The arithmetic of a table.
 *
 * Numbers of distinct people do not add up: who stands in two parts counts once in the total. They are read as if readers knew by how
 * much the parts overlap, for often they can guess it (hardly anybody is of two countries), and besides that each part is at most
 * the total. Who knows less than that can work out less. Where the parts are fewer people than the total, somebody is in none of them: how
 * many, nobody is told. They are a cell of their own behind those of the table, which is never shown.
 *
 * @throws where a table contradicts itself: its author counts something else than its readers would.
 */
export function equationsOf(table: PublishedTable): Equations {
  const places = new Map(table.cells.map(({ key }, place) => [key, place]));
  if (places.size < table.cells.length) throw new Error('A key stands twice in a table.');
  const values: number[] = table.cells.map(({ key, value }) => {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Error(`“${key}” is ${value}, which is no count.`);
    return value;
  });
  const groups = table.groups.filter(({ parts }) => parts.length > 0);
  const all = groups.map((group): Equation => {
    const terms = termsOf(group, places);
    refuseContradiction(group, terms, values);
    const missing = terms.reduce((sum, { cell, sign }) => sum - sign * (values[cell] ?? 0), 0);
    if (missing > 0) terms.push({ cell: values.push(missing) - 1, sign: 1 });
    const known = terms.filter(({ cell }) => values[cell] !== 0);
    return {
      terms: known,
      total: known.find(({ sign }) => sign < 0)?.cell,
      isBound: group.kind === 'overlap',
    };
  });
  return { values, all, ...placed(all, values.length) };
}

/** The parts of an equation that are not zero. */
export function partsOf(equation: Equation | undefined): number[] {
  return (equation?.terms ?? []).filter(({ sign }) => sign > 0).map(({ cell }) => cell);
}

/** Where cells stand. What hangs below a cell is found from the leaves up. */
function placed(all: readonly Equation[], cells: number): Pick<Equations, 'below' | 'ties'> {
  const ties = Array.from({ length: cells }, (): Place[] => []);
  const below = ties.map((): number[] => []);
  all.forEach(({ terms }, equation) => {
    for (const { cell, sign } of terms) ties[cell]?.push({ equation, sign });
  });
  const waiting = new Set(all.keys());
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const equation of waiting) {
      const total = all[equation]?.total;
      if (total === undefined || partsOf(all[equation]).some((part) => ties[part]?.length !== 1)) continue;
      waiting.delete(equation);
      below[total]?.push(equation);
      ties[total] = (ties[total] ?? []).filter((place) => place.equation !== equation);
      isChanged = true;
    }
  }
  return { below, ties };
}

function termsOf({ total, parts }: PublishedGroup, places: ReadonlyMap<string, number>): Term[] {
  const placeOf = (key: string) => {
    const place = places.get(key);
    if (place === undefined) throw new Error(`A group names “${key}”, which is no cell.`);
    return place;
  };
  if (new Set([...parts, total]).size <= parts.length) throw new Error(`“${total}” has a part twice.`);
  return [...parts.map((key): Term => ({ cell: placeOf(key), sign: 1 })), { cell: placeOf(total), sign: -1 }];
}

function refuseContradiction(
  { kind, total, parts }: PublishedGroup,
  terms: readonly Term[],
  values: readonly number[],
): void {
  const valueOf = ({ cell }: Term) => values[cell] ?? 0;
  const whole = terms.filter(({ sign }) => sign < 0).reduce((sum, term) => sum + valueOf(term), 0);
  const ofParts = terms.filter(({ sign }) => sign > 0).map(valueOf);
  const sum = ofParts.reduce((before, value) => before + value, 0);
  if (kind === 'sum' && sum !== whole) throw new Error(`The parts of “${total}” are ${sum}, not ${whole}.`);
  const tooLarge = ofParts.findIndex((value) => value > whole);
  if (tooLarge >= 0) throw new Error(`“${parts[tooLarge]}” is more than “${total}”, of which it is a part.`);
}
