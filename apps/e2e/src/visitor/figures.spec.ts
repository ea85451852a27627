import { expect, test } from '../support/fixtures';
import { tabToElement } from '../support/tabbing';

const REFERENCE = 'municipal-responses-to-covid-19';
/** Of the demonstration, with registrations. */
const SAMPLE = 'cities-in-a-changing-climate';

const WORDS = {
  en: { more: 'More figures', participants: /more than 800 participants/, none: /no records of them here/ },
  de: { more: 'Mehr Zahlen', participants: /mehr als 800 Teilnehmende/, none: /keine Aufzeichnungen/ },
} as const;

for (const language of ['en', 'de'] as const) {
  const words = WORDS[language];

  test(`figures of a series in ${language} say what is reported, and that the records hold fewer`, async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(`/${language}/series/${REFERENCE}`);
    await page.getByRole('link', { name: words.more }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/series/${REFERENCE}/figures$`));
    await expect(page.getByText(words.participants)).toContainText(words.none);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'contrast');
  });
}

test('figures of people by place come with a map, on a phone too', async ({
  openContext,
  expectAccessible,
}) => {
  const phone = await openContext({ viewport: { width: 390, height: 844 } });
  const page = await phone.newPage();
  await page.goto(`/en/series/${SAMPLE}/figures`);
  await expect(page.getByRole('img', { name: /World map/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /by country/ })).toBeVisible();
  await expect(page.getByText(/Numbers below 5 are not shown/).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test('the data of a series is found, read and asked for again, and nothing in it is small', async ({
  page,
  request,
}) => {
  await page.goto(`/en/series/${SAMPLE}/figures`);
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}',
  ) as { distribution: { encodingFormat: string; contentUrl: string }[] };
  expect(data).toMatchObject({ '@type': 'Dataset', isAccessibleForFree: true });
  const csv = data.distribution.find(({ encodingFormat }) => encodingFormat === 'text/csv');
  const answer = await request.get(new URL(csv?.contentUrl ?? '').pathname);
  expect(answer.headers()['content-type']).toContain('text/csv');
  const [columns = '', ...lines] = (await answer.text()).trimEnd().split('\r\n');
  const at = (name: string) => columns.split(',').indexOf(name);
  const people = lines
    .filter((line) => !line.includes('"'))
    .map((line) => line.split(','))
    .filter((row) => row[at('measure')] === 'participants');
  expect(people.length).toBeGreaterThan(3);
  for (const row of people) {
    const value = row[at('value')] ?? '';
    expect(value === '' || Number(value) >= 5, row.join()).toBe(true);
  }
  const etag = answer.headers()['etag'] ?? '';
  const again = await request.get(answer.url(), { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything stands there, down to the data', async ({ page }) => {
    await page.goto(`/en/series/${SAMPLE}/figures`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Figures');
    await expect(page.getByRole('table', { name: /by session/ })).toBeVisible();
    await page.getByRole('link', { name: 'More on how we count' }).click();
    await expect(page.getByText('What is not shown')).toBeVisible();
    await page.getByRole('link', { name: 'all series together' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Figures of all series');
    await expect(page.getByRole('link', { name: 'JSON' })).toHaveAttribute('href', '/data/figures.en.json');
  });
});

test('a reader who only has a keyboard reaches the data', async ({ page }) => {
  await page.goto(`/en/series/${SAMPLE}/figures`);
  await tabToElement(page, page.getByRole('link', { name: 'CSV' }));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'JSON' })).toBeFocused();
});
