import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../workspace.ts';
import type { Bench } from '../bench.ts';
import { startChild } from '../child-server.ts';
import { interleaved, median } from '../measure.ts';
import { DEMO_SERIES } from '../world.ts';

const FLOOR = 0.5;
/** Sizes may differ by what Angular writes beside the template. */
const SIZE_TOLERANCE = 0.15;

/** The page's body as a template (`reihe-…` elements become its components): what Angular would read as its own syntax is written as entities. */
function asTemplate(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?router-outlet\b[^>]*>/g, '')
    .replace(/ (ng-\w+|_ng\w+-[\w-]+|ngh|jsaction)(="[^"]*")?/g, '')
    .replaceAll('@', '&#64;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
}

/** The series page, rendered anew for every request, against a bare Angular page of the same size. */
export const portalHtml: Bench = async ({ baseUrl }) => {
  const url = `${baseUrl}/en/series/${DEMO_SERIES}`;
  const page = await fetch(url);
  const html = await page.text();
  if (page.status !== 200 || !html.includes('Connective Cities'))
    throw new Error(`${url} is not the series page.`);
  const folder = join(temporaryFolder, 'bench');
  mkdirSync(folder, { recursive: true });
  const templateFile = join(folder, 'page.html');
  const template = asTemplate(html);
  // The page's head, styles and transferred data count too: filled up with text of the same length.
  writeFileSync(
    templateFile,
    `${template}<p hidden>${'x'.repeat(Math.max(0, html.length - template.length))}</p>`,
  );
  const floor = await startChild(join(import.meta.dirname, 'floor.ts'), { BENCH_TEMPLATE: templateFile });
  try {
    const bare = await (await fetch(floor.url)).text();
    if (Math.abs(bare.length / html.length - 1) > SIZE_TOLERANCE) {
      throw new Error(`The floor's page has ${bare.length} characters, the series page ${html.length}.`);
    }
    const rounds = await interleaved({ url }, { url: floor.url });
    const ratios = rounds.map(({ ratio }) => ratio);
    return { ratio: median(ratios), floor: FLOOR, rounds: ratios };
  } finally {
    await floor.stop();
  }
};
