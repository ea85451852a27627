import type { Amount } from '../funder-report';
import { LOOK, type Drawing, type Mark } from './drawing';
import { fitLines, widthOf } from './letters';

const WIDTH = 640;
const SIZE = 12;

export interface Bar {
  name: string;
  /** null: a bar without length, whose label says why. */
  amount: Amount | null;
  label: string;
  fill: string;
}

/** Bars that lie: for names, which may be long and take two lines. */
export function drawRows(bars: readonly Bar[]): Drawing {
  const ROW = 34;
  const NAMES = 210;
  const labels = Math.max(0, ...bars.map(({ label }) => widthOf(label, SIZE))) + 8;
  const room = WIDTH - NAMES - 12 - labels;
  const most = Math.max(1, ...bars.map(({ amount }) => amount?.most ?? 0));
  const marks = bars.flatMap(({ name, amount, label, fill }, at): Mark[] => {
    const y = at * ROW + 6;
    const x = NAMES + 12;
    const least = ((amount?.least ?? 0) / most) * room;
    const full = ((amount?.most ?? 0) / most) * room;
    const lines = fitLines(name, SIZE, NAMES, 2);
    return [
      ...lines.map((words, line): Mark => {
        const baseline = y + 15.5 + (line - (lines.length - 1) / 2) * 14;
        return {
          kind: 'text',
          words,
          x: NAMES,
          y: baseline,
          ...{ size: SIZE, anchor: 'end', fill: LOOK.ink },
        };
      }),
      ...(full > least
        ? [
            {
              kind: 'rectangle' as const,
              ...{ x: x + least, y, width: full - least, height: 22, fill: LOOK.paper, stroke: fill },
            },
          ]
        : []),
      { kind: 'rectangle', x, y, width: least, height: 22, fill },
      {
        kind: 'text',
        words: label,
        x: x + full + 6,
        y: y + 15.5,
        ...{ size: SIZE, anchor: 'start', fill: LOOK.ink },
      },
    ];
  });
  const foot = bars.length * ROW + 4;
  return {
    width: WIDTH,
    height: foot,
    marks: [
      ...marks,
      {
        kind: 'line',
        x1: NAMES + 12,
        y1: 0,
        x2: NAMES + 12,
        y2: foot,
        stroke: LOOK.soft,
      },
    ],
  };
}

export interface Column {
  name: string;
  /** From the ground up; a range is drawn as what is sure and, hollow, what may be. */
  parts: Amount[];
}

/** Bars that stand: for months, one after the other. @param number writes what stands beside the grid */
export function drawColumns(columns: readonly Column[], number: (value: number) => string): Drawing {
  const HEIGHT = 240;
  const FOOT = HEIGHT - 28;
  const TOP = 12;
  const most = Math.max(1, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part.most, 0)));
  const step = niceStep(most);
  const ticks = Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
  const top = ticks.at(-1) ?? most;
  const left = Math.max(...ticks.map((tick) => widthOf(number(tick), SIZE))) + 10;
  const yOf = (value: number) => FOOT - (value / top) * (FOOT - TOP);
  const slot = (WIDTH - left) / Math.max(1, columns.length);
  const width = Math.min(48, slot * 0.7);
  // Names never touch: every second, third … is written.
  const widest = Math.max(1, ...columns.map(({ name }) => widthOf(name, SIZE))) + 10;
  const every = Math.max(1, Math.ceil(widest / slot));
  return {
    width: WIDTH,
    height: HEIGHT,
    marks: [
      ...ticks.flatMap((tick): Mark[] => [
        {
          ...{ kind: 'line', x1: left, x2: WIDTH, y1: yOf(tick), y2: yOf(tick) },
          stroke: tick === 0 ? LOOK.soft : LOOK.line,
        },
        {
          ...{ kind: 'text', words: number(tick), x: left - 6, y: yOf(tick) + 4, size: SIZE },
          ...{ anchor: 'end', fill: LOOK.soft },
        },
      ]),
      ...columns.flatMap(({ name, parts }, at): Mark[] => {
        const middle = left + slot * (at + 0.5);
        const label: Mark = {
          ...{ kind: 'text', words: name, x: middle, y: HEIGHT - 8, size: SIZE },
          ...{ anchor: 'middle', fill: LOOK.soft },
        };
        // A name in the middle of the last slot would hang over the edge.
        const hangsOver = middle + widthOf(name, SIZE) / 2 > WIDTH;
        const written: Mark = hangsOver ? { ...label, x: WIDTH, anchor: 'end' } : label;
        return [...stackOf(parts, middle - width / 2, width, yOf), ...(at % every === 0 ? [written] : [])];
      }),
    ],
  };
}

function stackOf(parts: Amount[], x: number, width: number, yOf: (value: number) => number): Mark[] {
  let ground = 0;
  return parts.flatMap(({ least, most }, at): Mark[] => {
    const from = ground;
    ground += most;
    const box = (low: number, high: number, fill: string, stroke: string): Mark[] =>
      high > low
        ? [{ kind: 'rectangle', x, y: yOf(high), width, height: yOf(low) - yOf(high), fill, stroke }]
        : [];
    const fill = at === 0 ? LOOK.harbour : LOOK.light;
    return [
      ...box(from, from + least, fill, LOOK.paper),
      ...box(from + least, from + most, LOOK.paper, LOOK.harbour),
    ];
  });
}

/** 1, 2 or 5 times a power of ten, so that at most six lines stand above the ground; people are whole. */
function niceStep(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [power, 2 * power, 5 * power]) if (most / step <= 5) return step;
}
