import sharp from 'sharp';
import { expect, test } from '../support/fixtures';
import { tabTo } from '../support/tabbing';

const SERIES = 'municipal-responses-to-covid-19';
/** Of the demonstration: written in both languages, with a gallery. */
const RECAP = { en: 'basic-services-water-supply', title: /water supply/i } as const;

const WORDS = {
  en: {
    typed: 'helath',
    meant: 'health',
    category: 'Category',
    year: 'Year',
    show: 'Show',
    others: /^Other recaps/,
    results: /^\d recaps$/,
  },
  de: {
    typed: 'gesundhiet',
    meant: 'gesundheit',
    category: 'Thema',
    year: 'Jahr',
    show: 'Anzeigen',
    others: /^Weitere Rückblicke/,
    results: /^\d Rückblicke$/,
  },
} as const;

for (const language of ['en', 'de'] as const) {
  const words = WORDS[language];

  test(`a reader who mistypes a word in ${language} finds what was meant, and sees where it is`, async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(`/${language}/recaps`, { waitUntil: 'networkidle' });
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await page.getByRole('searchbox').fill(words.typed);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`[?&]q=${words.typed}`));
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    await expect(page.getByText(words.meant, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(words.results)).toBeVisible();
    await expect(page.locator('mark').first()).toContainText(new RegExp(words.meant, 'i'));
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'contrast');

    await page.getByRole('article').first().getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/recaps/.+`));
    await expect(page.getByRole('heading', { name: words.others })).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('search and filters are plain pages, with the counts of each choice and a way back', async ({
    page,
  }) => {
    await page.goto(`/en/recaps?series=${SERIES}`);
    const all = Number(/^\d+/.exec((await page.locator('#found').textContent()) ?? '')?.[0]);
    const year = page.getByRole('combobox', { name: 'Year' });
    const [, choice = ''] = await year.getByRole('option').allTextContents();
    const [, value = '', count = ''] = /^\s*(\d{4}) \((\d+)\)/.exec(choice) ?? [];
    expect(Number(count)).toBeLessThan(all);
    await year.selectOption(value);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`series=${SERIES}.*year=${value}`));
    await expect(page.getByRole('article')).toHaveCount(Number(count));
    await expect(year).toHaveValue(value);

    await page.getByRole('searchbox').fill('water');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.locator('mark').first()).toBeVisible();
    await page.getByRole('searchbox').fill('xyzzyx');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByText('No recap fits this search')).toBeVisible();
    await page.getByRole('link', { name: 'Show all recaps' }).click();
    await expect(page).toHaveURL(/\/en\/recaps$/);
  });

  for (const [what, query] of [
    ['a page far past the end', 'page=1000000000'],
    ['a series that is gone', 'series=gone'],
    ['filters that are none', 'series=NOT%20A%20SLUG&year=x&sneaky=1'],
    ['operators and markup', `q=${encodeURIComponent(`'"&|!():*<->\\<script>`)}`],
    ['ten thousand letters', `q=${'x'.repeat(10_000)}`],
    ['emoji and turned text', `q=${encodeURIComponent('💧\u202e\u2066')}`],
    ['half a character', 'q=%ED%A0%80%00'],
  ] as const) {
    test(`an address with ${what} is a clear page`, async ({ page }) => {
      const answer = await page.goto(`/en/recaps?${query}`);
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1, name: 'Recaps' })).toBeVisible();
      await expect(page.getByRole('search')).toBeVisible();
      await expect(
        page
          .getByRole('article')
          .or(page.getByRole('link', { name: /Show all recaps|To the first page/ }))
          .first(),
      ).toBeVisible();
    });
  }

  test('a picture of the gallery opens large by its link', async ({ page, request }) => {
    await page.goto(`/en/recaps/${RECAP.en}`);
    const link = page.getByRole('region', { name: 'Impressions' }).getByRole('link').first();
    const picture = await request.get((await link.getAttribute('href')) ?? '');
    expect(picture.headers()['content-type']).toBe('image/jpeg');
  });
});

test('a recap leads to its other language and back, and tells search engines the same', async ({ page }) => {
  await page.goto(`/en/recaps/${RECAP.en}`);
  const german = await page.locator('link[hreflang=de]').getAttribute('href');
  await page.getByRole('article').getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(german ?? '');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('article').getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: RECAP.title })).toBeVisible();
});

test('the gallery is used by keyboard alone', async ({ page, expectAccessible }) => {
  await page.goto(`/en/recaps/${RECAP.en}`, { waitUntil: 'networkidle' });
  const gallery = page.getByRole('region', { name: 'Impressions' });
  const pictures = await gallery.getByRole('link').count();
  const first = (await gallery.getByRole('link').first().getAttribute('href')) ?? '';
  await gallery.scrollIntoViewIfNeeded();
  await page.getByRole('heading', { level: 1 }).focus();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').getAttribute('href')) === first) break;
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Impressions' });
  await expect(dialog).toContainText(`Image 1 of ${pictures}`);
  await expectAccessible(page);
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText(`Image ${pictures > 1 ? 2 : 1} of ${pictures}`);
  await tabTo(page, ({ text }) => text === 'Close');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator(':focus')).toHaveAttribute('href', first);
});

test('a recap on paper is one column with credits and addresses, without what leads elsewhere', async ({
  page,
}) => {
  await page.goto(`/en/recaps/${RECAP.en}`);
  await page.emulateMedia({ media: 'print' });
  for (const element of await page.locator('nav').all()) await expect(element).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Other recaps of this series' })).toBeHidden();
  await expect(page.getByText(/^Image: /).first()).toBeVisible();
  await expect(page.getByText(new RegExp(`^http.*/en/recaps/${RECAP.en}$`))).toBeVisible();
  const [text, facts] = await Promise.all([
    page.locator('article .text').boundingBox(),
    page.getByRole('complementary').boundingBox(),
  ]);
  expect(facts?.y ?? 0).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0) - 1);
});

test('feed readers and previews find what they look for on a recap', async ({ page, request }) => {
  await page.goto(`/de/recaps?series=${SERIES}`);
  for (const type of ['application/atom+xml', 'application/rss+xml', 'application/feed+json']) {
    const address = await page.locator(`link[rel=alternate][type="${type}"]`).getAttribute('href');
    const feed = await request.get(address ?? '');
    expect([feed.status(), feed.headers()['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    const again = await request.get(address ?? '', {
      headers: { 'If-None-Match': feed.headers()['etag'] ?? '' },
    });
    expect(again.status()).toBe(304);
  }
  await page.goto(`/en/recaps/${RECAP.en}`);
  const preview = await page.locator('meta[property="og:image"]').getAttribute('content');
  const picture = await request.get(preview ?? '');
  expect(picture.headers()['cache-control']).toContain('immutable');
  expect(await sharp(await picture.body()).metadata()).toMatchObject({
    format: 'jpeg',
    width: 1200,
    height: 630,
  });
  const data = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
  ) as object;
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    inLanguage: 'en',
    isPartOf: { '@type': 'EventSeries' },
  });
});
