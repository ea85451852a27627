import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';

/** A line as outlines, its baseline at 0. */
export interface SetLine {
  /** SVG path data. */
  outline: string;
  width: number;
}

/** Alphabets in the order they are looked through; each is a file of its own. */
const ALPHABETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'] as const;

/**
 * A self-hosted font that sets text as outlines: the picture is the same on every machine, whatever fonts that has, and nothing that
 * somebody typed becomes markup. Letters that stand in another direction are in none of the files.
 */
export class Typeface {
  private fonts: Font[] | undefined;
  private readonly advances = new Map<string, number>();

  constructor(private readonly family: 'source-serif-4' | 'inter') {}

  /** Whether every sign of the text is in the font. */
  knows(text: string): boolean {
    return [...text].every((sign) => this.fontOf(sign) !== undefined);
  }

  /** Sign by sign, without kerning: a title is measured hundreds of times until it fits. */
  widthOf(text: string, size: number): number {
    return [...text].reduce((width, sign) => width + this.advanceOf(sign) * size, 0);
  }

  set(text: string, size: number): SetLine {
    let outline = '';
    let width = 0;
    for (const { font, words } of this.runsOf(text)) {
      const scale = size / font.unitsPerEm;
      const { glyphs, positions } = font.layout(words);
      glyphs.forEach(({ path }, at) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
        outline += path
          .scale(scale, -scale)
          .translate(width + xOffset * scale, -yOffset * scale)
          .toSVG();
        width += xAdvance * scale;
      });
    }
    return { outline, width };
  }

  /** Of one em. */
  private advanceOf(sign: string): number {
    const known = this.advances.get(sign);
    if (known !== undefined) return known;
    const font = this.fontOf(sign);
    const advance = (font?.layout(sign).positions[0]?.xAdvance ?? 0) / (font?.unitsPerEm ?? 1);
    this.advances.set(sign, advance);
    return advance;
  }

  private runsOf(text: string): { font: Font; words: string }[] {
    const runs: { font: Font; words: string }[] = [];
    for (const sign of text) {
      const font = this.fontOf(sign);
      const last = runs.at(-1);
      if (!font) continue;
      if (last?.font === font) last.words += sign;
      else runs.push({ font, words: sign });
    }
    return runs;
  }

  private fontOf(sign: string): Font | undefined {
    const point = sign.codePointAt(0) ?? 0;
    return this.open().find((font) => font.hasGlyphForCodePoint(point));
  }

  private open(): Font[] {
    if (this.fonts) return this.fonts;
    const home = dirname(
      createRequire(import.meta.url).resolve(`@fontsource-variable/${this.family}/package.json`),
    );
    this.fonts = ALPHABETS.map((alphabet) =>
      create(readFileSync(join(home, 'files', `${this.family}-${alphabet}-wght-normal.woff2`))),
    );
    return this.fonts;
  }
}
