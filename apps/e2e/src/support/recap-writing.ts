import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect } from './fixtures';

export interface WrittenText {
  language: 'English' | 'German';
  title: string;
  slug: string;
  lead: string;
  /** Stands before a live number; the text goes on with `after`. */
  before: string;
  after: string;
}

/** Writes one language of the recap that is open: title, address, lead, and a sentence around a live number. */
export async function writeText(page: Page, text: WrittenText, figure: RegExp): Promise<void> {
  const column = page.getByRole('region', { name: 'Text', exact: true }).getByRole('group', {
    name: text.language,
    exact: true,
  });
  await column.getByRole('textbox', { name: /^Title/ }).fill(text.title);
  await column.getByRole('textbox', { name: 'Address' }).fill(text.slug);
  await column.getByRole('textbox', { name: 'Lead' }).fill(text.lead);
  const surface = page.getByRole('textbox', { name: `Text, ${text.language}` });
  await surface.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(`${text.before} `);
  await column.getByRole('button', { name: 'Live number' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: figure }).check();
  await dialog.getByRole('button', { name: 'Place it in the text' }).click();
  await expect(surface).toBeFocused();
  await page.keyboard.type(` ${text.after}`);
  await expect(surface).toContainText(text.after);
}

/**
 * Leaves the caret behind the last word of the text that has the focus. The browser moves it, and the editor hears of that a moment later:
 * a key that followed at once would still find everything selected.
 */
export async function goToEnd(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

/** A picture as a camera might deliver it. */
export function picture(): Promise<Buffer> {
  return sharp({ create: { width: 1600, height: 1000, channels: 3, background: { r: 44, g: 96, b: 120 } } })
    .jpeg()
    .toBuffer();
}
