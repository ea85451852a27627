import type { Typeface } from './typeface';

/** What can be drawn of a text: its letters in one line, without emoji and what has no shape. */
export function drawable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\p{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

export interface Paragraph {
  lines: string[];
  size: number;
}

interface Room {
  width: number;
  height: number;
  /** Sizes in px, the largest first. */
  sizes: readonly number[];
  /** Of the size. */
  lineHeight: number;
}

/** A text in the largest size that fits; where none does, in the smallest with an ellipsis at its end. */
export function fitParagraph(typeface: Typeface, text: string, room: Room): Paragraph {
  for (const size of room.sizes) {
    const lines = linesOf(typeface, text, size, room.width);
    if (lines.length * size * room.lineHeight <= room.height) return { lines, size };
  }
  const size = room.sizes.at(-1) ?? 0;
  const most = Math.max(1, Math.floor(room.height / (size * room.lineHeight)));
  const lines = linesOf(typeface, text, size, room.width).slice(0, most);
  return { lines: [...lines.slice(0, -1), shortened(typeface, lines.at(-1) ?? '', size, room.width)], size };
}

/** Broken at spaces, and inside of a word only where it is wider than the room. */
function linesOf(typeface: Typeface, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (words: string) => typeface.widthOf(words, size) <= width;
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const sign of word) {
      if (line !== '' && !fits(line + sign)) {
        lines.push(line);
        line = '';
      }
      line += sign;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function shortened(typeface: Typeface, line: string, size: number, width: number): string {
  const signs = [...line];
  while (signs.length > 0 && typeface.widthOf(`${signs.join('').trimEnd()}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}
