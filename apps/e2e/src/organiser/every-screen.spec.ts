import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

/** The first of a list that fits, as the API gives it to whoever is signed in. */
async function idOf(page: Page, list: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/${list}`);
  const body = (await answer.json()) as { items: { id: string }[] };
  const [first] = body.items;
  if (!first) throw new Error(`There is nothing in ${list}.`);
  return first.id;
}

const areas: Record<string, (page: Page) => Promise<string[]>> = {
  programme: async (page) => {
    const held = await idOf(page, 'sessions?state=held');
    return [
      'sessions',
      'sessions?q=nothing-is-called-so',
      'sessions?view=calendar',
      'sessions?view=calendar&mode=day',
      'sessions?view=timeline&zoom=year',
      'sessions/new',
      `sessions/${await idOf(page, 'sessions?state=draft')}`,
      `sessions/${held}`,
      `sessions/${held}/registrations`,
      `sessions/${held}/attendance`,
      `sessions/${held}/history`,
      'planning/import',
      'scheduling/batch',
      `scheduling/duplicate?session=${held}`,
      `scheduling/fair-time?series=${await idOf(page, 'series')}`,
      'series',
      'series/new',
      `series/${await idOf(page, 'series')}`,
      'speakers',
      'speakers/new',
      `speakers/${await idOf(page, 'speakers')}`,
      `speakers/${await idOf(page, 'speakers')}/edit`,
      'speakers/duplicates',
      'regions',
      'categories',
    ];
  },
  'looking back': async (page) => [
    '',
    'recaps',
    'recaps/new',
    `recaps/${await idOf(page, 'recaps?state=published')}`,
    'media',
    `media?image=${await idOf(page, 'media')}`,
    'figures',
    `figures/${await idOf(page, 'series')}`,
    `figures/${await idOf(page, 'series')}/reports`,
    `figures/series/${await idOf(page, 'series')}`,
    'figures/people?figure=confirmed',
  ],
  house: async (page) => [
    'outbox',
    'accounts',
    'accounts/new',
    `accounts/${await idOf(page, 'accounts')}`,
    'privacy',
    'privacy/runs',
    'privacy/records',
    'audit',
    'nowhere',
  ],
};

for (const language of ['en', 'de'] as const) {
  test(`the page to sign in is accessible in ${language}`, async ({ page, expectAccessible }) => {
    await page.goto(`/admin/${language}/`);
    await expectScreen(page, language);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
  });

  for (const [area, screensOf] of Object.entries(areas)) {
    test(`every screen of ${area} is accessible in ${language}${language === 'en' ? ', by day and by night' : ''}`, async ({
      page,
      signIn,
      expectAccessible,
    }) => {
      test.setTimeout(180_000);
      await signIn(page, 'administrator', language);
      for (const screen of await screensOf(page)) {
        await test.step(screen, async () => {
          await page.emulateMedia({ colorScheme: 'light' });
          await page.goto(`/admin/${language}/${screen}`);
          await expectScreen(page, language);
          await expectAccessible(page);
          // The night's colours are the same in every language.
          if (language !== 'en') return;
          await page.emulateMedia({ colorScheme: 'dark' });
          await expectAccessible(page, 'contrast');
        });
      }
    });
  }
}

async function expectScreen(page: Page, language: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveCount(1);
  await expect(heading).not.toBeEmpty();
  await expect(page.getByText(language === 'en' ? 'Loading …' : 'Wird geladen …')).toHaveCount(0);
}
