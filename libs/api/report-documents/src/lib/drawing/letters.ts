import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The part of fontkit that letters use; it comes without types. */
interface Font {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): {
    glyphs: { path: Path }[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  };
}

interface Path {
  scale(x: number, y: number): Path;
  translate(x: number, y: number): Path;
  toSVG(): string;
}

const require = createRequire(import.meta.url);
const { create } = require('fontkit') as { create: (contents: Uint8Array) => Font };

/** Roboto (Apache 2.0) comes with pdfmake, has Latin, Cyrillic and Greek, and is the typeface of the certificates, too. */
export const TYPEFACE_FOLDER = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
export const TYPEFACE = {
  normal: join(TYPEFACE_FOLDER, 'Roboto-Regular.ttf'),
  bold: join(TYPEFACE_FOLDER, 'Roboto-Medium.ttf'),
};
/** In place of letters that the typeface lacks; boxes would say less. */
const LACKING = '[…]';

let opened: Font | undefined;

function typeface(): Font {
  opened ??= create(readFileSync(TYPEFACE.normal));
  return opened;
}

/** Intl and people write these, typefaces of paper lack them. */
function withPlainSpaces(text: string): string {
  return text.normalize('NFC').replace(/[\u2009\u202f]/g, '\u00a0');
}

function isKnown(sign: string): boolean {
  return typeface().hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
}

export function isPrintable(text: string): boolean {
  return [...withPlainSpaces(text)].every(isKnown);
}

/** The text as the typeface can print it: each run of signs that it lacks is one "[…]". */
export function printable(text: string): string {
  let printed = '';
  for (const sign of withPlainSpaces(text)) {
    if (isKnown(sign)) printed += sign;
    // The spaces between words that it lacks are not worth several marks.
    else if (!printed.trimEnd().endsWith(LACKING)) printed += LACKING;
  }
  return printed;
}

/** Width of a line in the typeface, which others that stand in for it come close to. */
export function widthOf(text: string, size: number): number {
  const { positions } = typeface().layout(printable(text));
  return positions.reduce((width, { xAdvance }) => width + xAdvance, 0) * (size / typeface().unitsPerEm);
}

/** A line as outlines, its baseline at 0/0: the same on every machine, whatever fonts that has. SVG path data. */
export function outlineOf(text: string, size: number): string {
  const font = typeface();
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(printable(text));
  let at = 0;
  let outline = '';
  glyphs.forEach(({ path }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
    outline += path
      .scale(scale, -scale)
      .translate(at + xOffset * scale, -yOffset * scale)
      .toSVG();
    at += xAdvance * scale;
  });
  return outline.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
}

/** Breaks a text into lines of at most this width; what does not fit into the last one ends in "…". */
export function fitLines(text: string, size: number, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => breakable(one, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = [...lines.slice(mostLines - 1).join(' ')];
  while (last.length > 1 && widthOf(`${last.join('')}…`, size) > width) last.pop();
  return [...lines.slice(0, mostLines - 1), `${last.join('').trimEnd()}…`];
}

/** A word that is wider than a line, in pieces that are not. */
function breakable(word: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && widthOf(piece + sign, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
}
