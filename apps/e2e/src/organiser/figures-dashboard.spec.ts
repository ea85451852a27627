import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

const REFERENCE = 'municipal-responses-to-covid-19';
const UPCOMING = 'cities-in-a-changing-climate';

async function seriesIdOf(page: Page, slug: string): Promise<string> {
  const answer = await page.request.get('/api/v1/series?pageSize=100');
  const { items } = (await answer.json()) as { items: { id: string; slug: string }[] };
  const found = items.find((one) => one.slug === slug);
  if (!found) throw new Error(`There is no series ${slug}.`);
  return found.id;
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test('figures of a series are narrowed, opened down to people, and kept as files', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  await signIn(page, 'organiser');
  const [reference, upcoming] = [await seriesIdOf(page, REFERENCE), await seriesIdOf(page, UPCOMING)];
  const panel = (heading: string) =>
    page.locator('section.panel', {
      has: page.getByRole('heading', { level: 2, name: heading, exact: true }),
    });

  await test.step('all series stand beside one another; of the one of 2020 the records hold fewer than was said', async () => {
    await page.goto('/admin/en/figures');
    await expect(page.getByRole('heading', { level: 1, name: 'Figures' })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/admin/en/figures/series/${reference}`);
    const participants = panel('Totals').getByRole('row', { name: /^Participants/ });
    await expect(participants).toContainText('at least 800');
    await expect(participants).toContainText('The records hold fewer.');
    await expect(page.getByRole('link', { name: 'Reported numbers' })).toHaveAttribute(
      'href',
      new RegExp(`/figures/${reference}$`),
    );
  });

  await test.step('charts are drawn, each with its table', async () => {
    await page.goto(`/admin/en/figures/series/${upcoming}`);
    const countries = panel('By country');
    await expect(countries.getByRole('img').locator('svg')).toBeVisible();
    await countries.getByText('The same as a table').click();
    await expect(countries.getByRole('row').nth(1)).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'contrast');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('a filter stands in the address, and comes back with it', async () => {
    const before = await panel('Totals')
      .getByRole('row', { name: /^Participants/ })
      .innerText();
    await page.getByLabel('People from').selectOption({ label: 'Ukraine' });
    await expect(page).toHaveURL(/country=UA/);
    await expect(panel('Totals').getByRole('row', { name: /^Participants/ })).not.toHaveText(before);
    await page.reload();
    await expect(page.getByLabel('People from')).toHaveValue('UA');
  });

  await test.step('by keyboard, a number opens exactly the people it counts', async () => {
    const number = panel('Totals').getByRole('link', { name: /Participants$/ });
    const count = Number.parseInt((await number.innerText()).replaceAll(',', ''), 10);
    expect(count).toBeGreaterThan(0);
    await number.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Participants' })).toBeVisible();
    await expect(page.locator('caption')).toContainText(
      count === 1 ? 'One known person' : `${count} known people`,
    );
    for (const row of (await page.getByRole('row').all()).slice(1))
      await expect(row).toContainText('Ukraine');
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${UPCOMING}-participants.csv`);
    expect((await contentOf(download)).toString()).toContain('Name,Organisation,City,Country,Session');
    await page.goBack();
    await expect(page.getByLabel('People from')).toHaveValue('UA');
  });

  await test.step('one session alone says the same of itself', async () => {
    await page.goto(`/admin/en/figures/series/${upcoming}`);
    const sessions = panel('Returning people, session by session');
    await sessions.getByText('The same as a table').click();
    const first = sessions.getByRole('rowheader').getByRole('link').first();
    const title = (await first.innerText()).trim();
    await first.press('Enter');
    await expect(page).toHaveURL(/session=/);
    await expect(page.getByText('One session alone:')).toContainText(title);
    await expect(panel('Totals').getByRole('row', { name: /^Sessions/ })).toContainText(/held1 Sessions/);
    await expect(panel('By organisation')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all sessions' }).press('Enter');
    await expect(page).not.toHaveURL(/session=/);
  });

  await test.step('a figure is kept as a table and as a picture, the map too', async () => {
    const keep = async (heading: string, format: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        panel(heading)
          .getByRole('button', { name: new RegExp(`^${format}`) })
          .click(),
      ]);
      return { name: download.suggestedFilename(), content: await contentOf(download) };
    };
    const table = await keep('By city', 'XLSX');
    expect([table.name, table.content.subarray(0, 2).toString()]).toEqual([`${UPCOMING}-cities.xlsx`, 'PK']);
    const drawn = await keep('By city', 'SVG');
    expect(drawn.content.toString()).toMatch(/^<svg[^>]+>/);
    const picture = await keep('By city', 'PNG');
    expect([picture.name, picture.content.subarray(1, 4).toString()]).toEqual([
      `${UPCOMING}-cities.png`,
      'PNG',
    ]);
    const map = await keep('On the map', 'SVG');
    expect(map.name).toBe(`${UPCOMING}-map-cities.svg`);
    expect(map.content.toString()).toContain('<circle');
    const pixels = await keep('On the map', 'PNG');
    expect(pixels.content.subarray(1, 4).toString()).toBe('PNG');
  });

  await test.step('on a telephone nothing is cut off', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expect(panel('By country').getByRole('img').locator('svg')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
