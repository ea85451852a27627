import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const SERIES = 'Municipal responses to Covid-19';

async function download(page: Page, name: RegExp): Promise<{ name: string; contents: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ]);
  return { name: file.suggestedFilename(), contents: await readFile(await file.path()) };
}

test('an organiser reports to a funder: a page, a paper and the same file once more', async ({
  page,
  openContext,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await test.step('from the figures of a series to its reports, of which there is none', async () => {
    await signIn(page, 'organiser');
    await page.goto('/admin/en/figures');
    await page.getByRole('row', { name: SERIES }).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Reports for funders' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Reports for funders' })).toBeVisible();
    await expectAccessible(page);
  });

  const html = await test.step('a page in English is asked for by keyboard, and comes', async () => {
    await page.getByLabel('Format').selectOption('html');
    await page.getByRole('button', { name: 'Make the report' }).press('Enter');
    await expect(page.getByRole('link', { name: /^Download Page \(HTML\), English/ })).toBeVisible({
      timeout: 60_000,
    });
    await expectAccessible(page);
    const file = await download(page, /^Download Page \(HTML\), English/);
    expect(file.name).toMatch(/^report-[\w-]+-\d{4}-\d\d-\d\d-en\.html$/);
    return file.contents;
  });

  await test.step('its fingerprint stands beside it', async () => {
    await page.getByText('Fingerprint (SHA-256)').first().click();
    await expect(page.getByText(createHash('sha256').update(html).digest('hex'))).toBeVisible();
  });

  await test.step('it says that what is stated and what is counted differ, and can be read by everybody', async () => {
    const context = await openContext();
    const reader = await context.newPage();
    await reader.setContent(html.toString('utf8'));
    await expect(reader.getByRole('heading', { level: 1, name: SERIES })).toBeVisible();
    await expect(reader.getByText(/at least 800 are reported by .* whereas the records hold/)).toBeVisible();
    await expect(reader.getByRole('img', { name: /^Bar chart “Sessions per month”/ })).toBeVisible();
    await expect(reader.getByRole('table', { name: 'Sessions per month' })).toBeVisible();
    await expectAccessible(reader);
    await reader.setViewportSize({ width: 320, height: 700 });
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  await test.step('made again, it is the same file, and the list says so', async () => {
    await page.getByRole('button', { name: /^Make again Page \(HTML\), English/ }).click();
    await expect(page.getByText(/^The same file as on/)).toBeVisible({ timeout: 60_000 });
    expect((await download(page, /^Download Page \(HTML\), English/)).contents.equals(html)).toBe(true);
  });

  await test.step('a paper of a part of it, in German', async () => {
    await page.getByLabel('Format').selectOption('pdf');
    await page.getByLabel('Language', { exact: true }).selectOption('de');
    await page.getByRole('textbox', { name: /^From/ }).fill('2020-06-01');
    await page.getByRole('button', { name: 'Make the report' }).click();
    await expect(page.getByRole('link', { name: /^Download PDF, German/ })).toBeVisible({ timeout: 60_000 });
    const paper = await download(page, /^Download PDF, German/);
    expect(paper.contents.subarray(0, 5).toString()).toBe('%PDF-');
    const written = paper.contents.toString('latin1');
    expect(written).toContain('/Lang (de)');
    expect(written.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(3);
  });

  await test.step('what nobody needs any more is removed, after a question', async () => {
    await page
      .getByRole('button', { name: /^Remove PDF, German/ })
      .first()
      .click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove the report' }).click();
    await expect(page.getByRole('link', { name: /^Download PDF, German/ })).toHaveCount(0);
  });
});
