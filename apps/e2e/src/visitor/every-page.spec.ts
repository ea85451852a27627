import { expect, test } from '../support/fixtures';

/** The three that most people come to, in every language; the rest differs from German and English in words alone. */
const readInFour = ['home', 'session to come'];
const pages = [
  { name: 'home', path: '' },
  { name: 'series', path: '/series/municipal-responses-to-covid-19' },
  { name: 'upcoming series', path: '/series/cities-in-a-changing-climate' },
  { name: 'session to come', path: '/sessions/saving-water' },
  { name: 'session held', path: '/sessions/trees-and-shade' },
  { name: 'recaps', path: '/recaps' },
  { name: 'register', path: '/register?session=saving-water' },
  { name: 'check your mail', path: '/register/check-your-mail' },
  { name: 'privacy', path: '/privacy' },
];

const impressions = { en: 'Impressions', de: 'Impressionen', es: 'Imágenes', fr: 'Images' };
const otherRecaps = {
  en: 'Other recaps',
  de: 'Weitere Rückblicke',
  es: 'Otras reseñas',
  fr: 'Autres comptes rendus',
};

for (const language of ['en', 'de', 'es', 'fr'] as const) {
  for (const { name, path } of pages) {
    if (!['en', 'de'].includes(language) && !readInFour.includes(name)) continue;
    test(`${name} in ${language} is accessible, in its language, and asks no other host`, async ({
      page,
      expectAccessible,
    }) => {
      const answer = await page.goto(`/${language}${path}`);
      expect(answer?.status()).toBe(200);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, 'contrast');
    });
  }

  test(`a recap in ${language} has every part of a recap page`, async ({ page, expectAccessible }) => {
    // Of the series that no journey writes in.
    await page.goto(`/${language}/recaps?series=municipal-responses-to-covid-19`);
    await page.getByRole('article').first().getByRole('link').first().click();
    await expect(page).toHaveURL(new RegExp(`/${language}/recaps/.+`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const part of [impressions[language], otherRecaps[language]]) {
      await expect(page.getByRole('heading', { name: new RegExp(part) })).toBeVisible();
    }
    await expectAccessible(page);
  });

  test(`a page that is not there says so in ${language}`, async ({ page, expectAccessible }) => {
    const answer = await page.goto(`/${language}/series/nowhere`);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expectAccessible(page);
  });
}

test('a recap that is translated is read in Spanish, one that is not is the original with a label', async ({
  page,
}) => {
  await page.goto('/es/recaps/el-papel-de-la-innovacion');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('El papel de la innovación');
  await expect(page.getByText('Esta reseña no está traducida')).toHaveCount(0);
  await page.goto('/fr/recaps/die-rolle-von-innovationen');
  await expect(page.getByText('Ce compte rendu n’a pas été traduit')).toContainText('allemand');
  await expect(page.locator('[lang=de]').getByRole('heading', { level: 1 })).toBeVisible();
});

test('the root answers in the language the browser asks for', async ({ request }) => {
  for (const [accept, home] of [
    ['de-CH,de;q=0.9,en;q=0.8', '/de'],
    ['en-GB', '/en'],
    ['fr-CA,fr;q=0.9', '/fr'],
    ['es-419', '/es'],
    ['pt', '/en'],
  ] as const) {
    const answer = await request.get('/', { headers: { 'Accept-Language': accept }, maxRedirects: 0 });
    expect([answer.status(), answer.headers()['location']]).toEqual([302, home]);
  }
});

test('machines find what they look for', async ({ page, request }) => {
  await page.goto('/de/series/municipal-responses-to-covid-19');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    /\/de\/series\/municipal-responses/,
  );
  await expect(page.locator('link[hreflang=en]')).toHaveAttribute(
    'href',
    /\/en\/series\/municipal-responses/,
  );
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /Covid-19/);

  await page.goto('/en/sessions/saving-water');
  const event = JSON.parse(
    (await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}',
  ) as object;
  expect(event).toMatchObject({
    '@type': 'Event',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
  });

  for (const [path, type, word] of [
    ['/sitemap.xml', 'xml', '/de/recaps/'],
    ['/robots.txt', 'text/plain', 'Sitemap:'],
    ['/feeds/recaps.de.xml', 'atom+xml', '<entry>'],
    ['/calendar/series/municipal-responses-to-covid-19.ics', 'text/calendar', 'BEGIN:VTIMEZONE'],
    ['/calendar/sessions/saving-water.ics', 'text/calendar', 'UID:session-'],
    ['/api/openapi.json', 'json', '"openapi"'],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type'], path).toContain(type);
    expect(await answer.text(), path).toContain(word);
  }
});
