import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export const WIDTHS = [390, 1440] as const;
export type Scheme = 'light' | 'dark';

/** A long page is cut: its upper part shows what it is. */
const GREATEST_HEIGHT = 2400;
const HEIGHT_OF = { 390: 844, 1440: 900 } as const;

/** Takes pictures of the page as it stands, at each width and in each scheme. */
export async function photograph(
  page: Page,
  folder: string,
  name: string,
  schemes: readonly Scheme[],
): Promise<void> {
  for (const width of WIDTHS) {
    for (const scheme of schemes) {
      await page.setViewportSize({ width, height: HEIGHT_OF[width] });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await settle(page);
      const whole = await page.evaluate(() => document.documentElement.scrollHeight);
      const height = Math.min(whole, GREATEST_HEIGHT);
      // As tall a window as the picture: what sticks to the window's edge is at the picture's edge.
      await page.setViewportSize({ width, height });
      const picture = await page.screenshot({
        animations: 'disabled',
        caret: 'hide',
      });
      // Flat colours and text need no more than a palette: a third of the size.
      const small = await sharp(picture)
        .png({ palette: true, quality: 70, effort: 7, compressionLevel: 9 })
        .toBuffer();
      await writeFile(join(folder, `${name}-${width}-${scheme}.png`), small);
    }
  }
}

/** Fonts are there, and the images too, also those further down that would wait to be scrolled to. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    await document.fonts.ready;
    await Promise.all(
      // A hidden image never decodes; a broken one shows in the picture.
      [...document.images]
        .filter((image) => image.checkVisibility())
        .map((image) => image.decode().catch(() => undefined)),
    );
    window.scrollTo(0, 0);
  });
}
