import { plainWords } from '@reihe/api-sheets';

/** Nothing stands there, as the tools write it. */
export function isBlank(cell: string): boolean {
  return /^(?:[-–—]*|n\/?a|null|k\. ?a\.)$/i.test(cell);
}

const UNITS: [RegExp, number][] = [
  [/^(?:d|days?|tage?n?|dias?|jours?)$/, 1440],
  [/^(?:h|hrs?|hours?|std|stunden?|horas?|heures?)$/, 60],
  [/^(?:m|mins?|minutes?|minuten?|minutos?)$/, 1],
  [/^(?:s|secs?|seconds?|sek|sekunden?|segundos?|secondes?)$/, 1 / 60],
];

const LONGEST = 60;

/** Of a number alone, by the heading of its column: 1, or that of hours or seconds. */
export function minutesPerUnit(heading: string): number {
  const words = plainWords(heading).split(' ');
  if (words.includes('hh') || words.includes('h')) return 60;
  return (
    UNITS.find(
      ([unit], index) => index > 0 && words.some((word) => word.length > 1 && unit.test(word)),
    )?.[1] ?? 1
  );
}

/**
 * `56`, `56,5`, `1:02:03` (hours first, also `1:02`), `1h 2m 3s`, `1 Std. 2 Min. 3 Sek.`, `1 hr 20 mins`, `PT1H2M`. To a hundredth;
 * null: no length of time.
 */
export function readMinutes(cell: string, perUnit = 1): number | null {
  if (cell.length > LONGEST) return null;
  const number = /^\d+(?:[.,]\d+)?$/.exec(cell);
  if (number) return rounded(Number(cell.replace(',', '.')) * perUnit);
  const clock = /^(\d{1,3}):([0-5]?\d)(?::([0-5]?\d)(?:[.,]\d+)?)?$/.exec(cell);
  if (clock) return rounded(Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60);
  return inWords(cell);
}

function inWords(cell: string): number | null {
  const text = cell.replace(/^PT?(?=\d)/i, '').replace(/,?\s+(?:and|und|y|et)\s+/gi, ' ');
  const pieces = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?[\s,]*/gu)];
  const isAll = pieces.reduce((sum, [piece]) => sum + piece.length, 0) === text.length;
  if (pieces.length === 0 || !isAll) return null;
  let minutes = 0;
  for (const [, amount = '', word = ''] of pieces) {
    const unit = UNITS.find(([pattern]) => pattern.test(plainWords(word)));
    if (!unit) return null;
    minutes += Number(amount.replace(',', '.')) * unit[1];
  }
  return rounded(minutes);
}

function rounded(minutes: number): number {
  return Math.round(minutes * 100) / 100;
}
