import type { Drawing, Mark, TextMark } from './drawing';
import { outlineOf, widthOf } from './letters';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For texts and quoted attributes of HTML and XML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * The drawing as SVG without ids, styles or references: two in one page never get into each other's way.
 * @param letters outlines where nobody knows which fonts there are
 * @param attributes of the root, written by us
 */
export function toSvg(
  { width, height, marks }: Drawing,
  letters: 'text' | 'outlines',
  attributes = '',
): string {
  const drawn = marks.map((mark) => markOf(mark, letters)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}"${attributes && ` ${attributes}`}>${drawn}</svg>`
  );
}

function markOf(mark: Mark, letters: 'text' | 'outlines'): string {
  switch (mark.kind) {
    case 'rectangle': {
      const { x, y, width, height, fill, stroke } = mark;
      const at = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
      return `<rect ${at} fill="${fill}"${strokeOf(stroke)}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke } = mark;
      const ends = `x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"`;
      return `<line ${ends} stroke="${stroke}"/>`;
    }
    case 'circle': {
      const { x, y, radius, fill, stroke } = mark;
      return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}" fill="${fill}" stroke="${stroke}"/>`;
    }
    case 'path':
      return `<path d="${mark.outline}" fill="${mark.fill}"${strokeOf(mark.stroke)}/>`;
    case 'text':
      return letters === 'text' ? textOf(mark) : outlined(mark);
  }
}

function textOf({ words, x, y, size, anchor, fill }: TextMark): string {
  return (
    `<text x="${short(x)}" y="${short(y)}" font-family="Roboto, Arial, sans-serif" font-size="${size}" ` +
    `text-anchor="${anchor}" fill="${fill}">${escaped(words)}</text>`
  );
}

function outlined({ words, x, y, size, anchor, fill }: TextMark): string {
  const before = { start: 0, middle: 0.5, end: 1 }[anchor] * widthOf(words, size);
  const place = `translate(${short(x - before)} ${short(y)})`;
  return `<path transform="${place}" d="${outlineOf(words, size)}" fill="${fill}"/>`;
}

function strokeOf(stroke: string | undefined): string {
  return stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="0.75"`;
}

/** Hundredths are finer than anybody sees, and the same on every machine. */
function short(number: number): number {
  return Math.round(number * 100) / 100;
}
