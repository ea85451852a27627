import { expect, test } from '../support/fixtures';

const SERIES = 'cities-in-a-changing-climate';

const WORDS = {
  en: {
    filter: 'Filter the programme',
    show: 'Show',
    month: 'Month',
    kind: 'Kind',
    closing: 'Closing',
    subscribe: 'Subscribe to what is shown',
  },
  de: {
    filter: 'Programm filtern',
    show: 'Anzeigen',
    month: 'Monat',
    kind: 'Art',
    closing: 'Abschluss',
    subscribe: 'Abonnieren, was gezeigt wird',
  },
} as const;

const sessionsOf = async (request: import('@playwright/test').APIRequestContext, query: string) => {
  const answer = await request.get(`/api/v1/programme/sessions?series=${SERIES}&pageSize=100&${query}`);
  return ((await answer.json()) as { items: { slug: string; title: string }[] }).items;
};

for (const language of ['en', 'de'] as const) {
  const words = WORDS[language];

  test(`a reader narrows the programme in ${language} without loading a page anew`, async ({
    page,
    request,
    expectAccessible,
  }) => {
    const [closing] = await sessionsOf(request, `kind=closing&lang=${language}`);
    // Until its script is there the form would load a page, as it does without JavaScript.
    await page.goto(`/${language}/series/${SERIES}`, { waitUntil: 'networkidle' });
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await page.getByText(words.filter, { exact: true }).click();
    await page
      .getByRole('group', { name: words.kind })
      .getByRole('checkbox', { name: new RegExp(`^${words.closing}`) })
      .check();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.show, exact: true }).click();
    await expect(page).toHaveURL(/[?&]kind=closing/);
    await expect(page).not.toHaveURL(/[?&](q|when|zone)=/);
    await expect(page.getByRole('status')).toHaveText(language === 'en' ? 'One session' : 'Ein Termin');
    await expect(page.getByRole('heading', { name: closing?.title ?? '' })).toBeVisible();
    await expect(page.locator(':focus')).toHaveAttribute('id', 'programme');
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
    await expectAccessible(page);

    await page.getByRole('link', { name: new RegExp(`${words.kind}: `) }).click();
    await expect(page).not.toHaveURL(/kind=/);
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  });

  test(`the month in ${language} is a table on a desk and a list on a phone`, async ({
    page,
    expectAccessible,
  }) => {
    await page.goto(`/${language}/series/${SERIES}`);
    await page.getByRole('link', { name: words.month, exact: true }).click();
    await expect(page).toHaveURL(/view=month/);
    const sheet = page.getByRole('table');
    await expect(sheet.getByRole('columnheader')).toHaveCount(7);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'contrast');

    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const session = page.locator('reihe-programme-month li a').first();
    await expect(session).toBeVisible();
    await session.click();
    await expect(page).toHaveURL(new RegExp(`/${language}/sessions/`));
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('several values, a time of day in the host’s zone, and the way back are plain pages', async ({
    page,
    request,
  }) => {
    await page.goto(`/en/series/${SERIES}`);
    await page.getByText('Filter the programme', { exact: true }).click();
    const kinds = page.getByRole('group', { name: 'Kind' }).getByRole('checkbox');
    await kinds.first().check();
    await kinds.last().check();
    await expect(page.getByText(/The host’s time \(/)).toBeVisible();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const asked = new URL(page.url()).searchParams.getAll('kind');
    expect(asked).toHaveLength(2);
    const found = await sessionsOf(request, asked.map((kind) => `kind=${kind}`).join('&'));
    await expect(page.getByRole('status')).toContainText(
      found.length === 1 ? 'One session' : `${found.length} sessions`,
    );
    await page.getByText('Filter the programme', { exact: true }).click();
    await expect(
      page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { checked: true }),
    ).toHaveCount(2);

    await page.getByRole('link', { name: 'Show everything' }).first().click();
    await expect(page).not.toHaveURL(/kind=/);
    await page.goto(`/en/series/${SERIES}?region=nowhere`);
    await expect(page.getByText('No session fits these filters')).toBeVisible();
    await page.goto(`/en/series/${SERIES}?kind=party&from=never`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('the month leads to other months by plain links', async ({ page }) => {
    await page.goto(`/en/series/${SERIES}?view=month`);
    const name = await page.locator('reihe-programme-month h3').textContent();
    await page.getByRole('navigation', { name: 'Months' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/month=\d{4}-\d{2}/);
    await expect(page.locator('reihe-programme-month h3')).not.toHaveText(name ?? '');
  });
});

test('what is shown can be subscribed to, and holds exactly that', async ({ page, request, baseURL }) => {
  await page.goto(`/de/series/${SERIES}?kind=closing`);
  const link = page.getByRole('link', { name: WORDS.de.subscribe });
  const webcal = (await link.getAttribute('href')) ?? '';
  expect(webcal).toMatch(/^webcal:.*\.ics\?kind=closing&lang=de$/);
  const feed = await request.get(webcal.replace(/^webcal:/, new URL(baseURL ?? '').protocol));
  const text = await feed.text();
  const found = await sessionsOf(request, 'kind=closing');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(found.length);
  expect(text).toContain('Abschluss');
  const again = await request.get(feed.url(), { headers: { 'If-None-Match': feed.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`/de/series/${SERIES}$`),
  );
});
