import { constants, inflateSync } from 'node:zlib';

/** The words of the pages, by the tables with which a PDF says what its glyphs mean. Good enough for what is printed here. */
export function pdfText(pdf: Uint8Array): string {
  const streams = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g),
  ].map(([, body = '']) => inflated(body));
  const tables = streams.filter((stream) => stream.includes('beginbfrange')).map(glyphsOf);
  const shown = streams
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)].map(([, parts = '']) => parts));
  // Fonts are subsets with tables of their own; which is which shows in the words that come out.
  return tables
    .map((glyphs) =>
      shown
        .map((parts) =>
          [...parts.matchAll(/<([0-9a-f]+)>/gi)]
            .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
            .map((glyph) => glyphs.get(glyph.toLowerCase()) ?? '')
            .join(''),
        )
        .join(' '),
    )
    .join('\n');
}

/** For comparing: lines break at spaces and hyphens. */
export function unbroken(text: string): string {
  return text.replace(/\s/g, '');
}

function inflated(body: string): string {
  try {
    // Of a stream that happens to end in a line break, the last byte is taken for the file's.
    const finishFlush = constants.Z_SYNC_FLUSH;
    return inflateSync(Buffer.from(body, 'latin1'), { finishFlush }).toString('latin1');
  } catch {
    return '';
  }
}

function glyphsOf(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi)) {
    let glyph = parseInt(from, 16);
    for (const [, text = ''] of list.matchAll(/<([0-9a-f ]*)>/gi)) {
      const units = text.replaceAll(' ', '').match(/.{4}/g) ?? [];
      glyphs.set(
        glyph.toString(16).padStart(4, '0'),
        String.fromCharCode(...units.map((unit) => parseInt(unit, 16))),
      );
      glyph += 1;
    }
  }
  return glyphs;
}
