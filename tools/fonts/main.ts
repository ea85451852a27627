/**
 * Cuts the two variable fonts down to what Reihe shows, once: `libs/web/ui/src/styles/fonts/*.woff2` from the @fontsource-variable
 * packages (both fonts under the SIL Open Font License, whose text is copied beside them). `npm run fonts`, then look at fonts.css.
 */
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { workspaceRoot } from '../workspace.ts';

/** Part of the names: the server lets browsers keep fonts for a year, so another content needs another name. */
const EDITION = 1;

/** Weights that the styles use. No italics: for a few words a third font weighs more than it says, and browsers slant these. */
const WEIGHTS = { min: 400, max: 700 };
/** Kerning, ligatures, local forms, stacked marks, and the figures that times and tables are set in. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig', 'lnum', 'tnum'];

type Range = readonly [from: number, to: number];

/** Western European languages and punctuation: all that most pages need. */
const LATIN: Range[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2010, 0x2014],
  [0x2018, 0x201e],
  [0x2022, 0x2026],
  [0x202f, 0x202f],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];
/** Central European, Baltic, Turkish and Romanian letters. */
const LATIN_EXTENDED: Range[] = [
  [0x100, 0x17f],
  [0x18f, 0x18f],
  [0x1e6, 0x1e7],
  [0x218, 0x21b],
  [0x259, 0x259],
  [0x1e9e, 0x1e9e],
  [0x20ba, 0x20ba],
  [0x2116, 0x2116],
];
const VIETNAMESE: Range[] = [
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x309],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9],
  [0x20ab, 0x20ab],
];

const FAMILIES = ['inter', 'source-serif-4'];
const SUBSETS = { latin: LATIN, 'latin-ext': LATIN_EXTENDED, vietnamese: VIETNAMESE };

function textOf(ranges: readonly Range[]): string {
  return ranges
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
    )
    .join('');
}

const folder = join(workspaceRoot, 'libs/web/ui/src/styles/fonts');
const packages = createRequire(import.meta.url);
mkdirSync(folder, { recursive: true });
for (const old of globSync(join(folder, '*.woff2'))) rmSync(old);

for (const family of FAMILIES) {
  const source = dirname(packages.resolve(`@fontsource-variable/${family}/package.json`));
  copyFileSync(join(source, 'LICENSE'), join(folder, `${family}.LICENSE.txt`));
  for (const [name, ranges] of Object.entries(SUBSETS)) {
    const whole = readFileSync(join(source, 'files', `${family}-${name}-wght-normal.woff2`));
    const part = await subsetFont(whole, textOf(ranges), {
      targetFormat: 'woff2',
      keepFeatures: FEATURES,
      variationAxes: { wght: WEIGHTS },
      noHinting: true,
    });
    const file = `${family}-${EDITION}-${name}.woff2`;
    writeFileSync(join(folder, file), part);
    console.log(`${file}: ${whole.length} -> ${part.length} bytes`);
  }
}
