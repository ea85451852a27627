import type { Page } from 'playwright-core';
import type { Facts } from './facts.ts';

export type Language = 'en' | 'de';

/** One picture's subject: where it is, and what is done there first. */
export interface PictureOf {
  name: string;
  path: (language: Language, facts: Facts) => string;
  prepare?: (page: Page) => Promise<void>;
}

const at = (name: string, path: string): PictureOf => ({ name, path: (language) => `/${language}${path}` });

export const portalPages: readonly PictureOf[] = [
  at('home', ''),
  at('series', '/series/municipal-responses-to-covid-19'),
  at('series-upcoming', '/series/cities-in-a-changing-climate'),
  at('session-to-come', '/sessions/flood-early-warning'),
  at('session-full', '/sessions/heat-action-plans'),
  at('session-held', '/sessions/chains-of-infection-2020-11-05'),
  at('session-cancelled', '/sessions/cooling-by-design'),
  at('recaps', '/recaps'),
  { name: 'recap', path: (language, { recap }) => `/${language}/recaps/${recap[language]}` },
  at('register', '/register?session=flood-early-warning&session=heat-action-plans'),
  {
    ...at('register-errors', '/register?session=flood-early-warning&session=heat-action-plans'),
    prepare: async (page) => {
      await page.locator('form[action*="/register"] button.button').click();
      await page.locator('form [aria-invalid=true]').first().waitFor();
    },
  },
  at('check-your-mail', '/register/check-your-mail'),
  { name: 'manage', path: (language, { manageToken }) => `/${language}/register/manage/${manageToken}` },
  at('privacy', '/privacy'),
  at('series-figures', '/series/cities-in-a-changing-climate/figures'),
  at('how-we-count', '/figures'),
  at('not-found', '/nowhere'),
];

const inAdmin = (
  name: string,
  path: string | ((facts: Facts) => string),
  prepare?: PictureOf['prepare'],
): PictureOf => ({
  name: `admin-${name}`,
  path: (language, facts) => `/admin/${language}/${typeof path === 'string' ? path : path(facts)}`,
  ...(prepare && { prepare }),
});

/** Charts come with a script of their own. */
async function drawn(page: Page): Promise<void> {
  await page.locator('.chart svg').nth(4).waitFor();
}

export const signInPage = inAdmin('sign-in', 'sign-in');

export const adminPages: readonly PictureOf[] = [
  inAdmin('today', ''),
  inAdmin('sessions', 'sessions'),
  inAdmin('calendar', 'sessions?view=calendar', async (page) => {
    await page.locator('[role=grid], [data-session]').first().waitFor();
  }),
  inAdmin('timeline', 'sessions?view=timeline'),
  inAdmin('session-editor', ({ sessionId }) => `sessions/${sessionId}`),
  inAdmin('session-history', ({ sessionId }) => `sessions/${sessionId}/history`),
  inAdmin('plan-several', 'scheduling/batch', async (page) => {
    await page.locator('select').first().selectOption({ index: 1 });
    await page.locator('input[type=datetime-local]').first().fill('2027-03-16T14:00');
    await page.locator('reihe-batch-dates tbody tr').nth(5).waitFor();
  }),
  inAdmin('fair-time', ({ seriesId }) => `scheduling/fair-time?series=${seriesId}`),
  inAdmin('import', 'planning/import'),
  inAdmin('series', 'series'),
  inAdmin('recaps', 'recaps'),
  inAdmin(
    'recap-editor',
    ({ recapId }) => `recaps/${recapId}`,
    async (page) => {
      // Its own script arrives after the page.
      await page.locator('.ProseMirror').first().waitFor();
    },
  ),
  inAdmin('recap-translation', ({ recapId }) => `recaps/${recapId}/translate/de`),
  inAdmin('recap-import', 'recaps/import'),
  inAdmin('registrations', ({ fullSessionId }) => `sessions/${fullSessionId}/registrations`),
  inAdmin('figures', ({ seriesId }) => `figures/series/${seriesId}`, drawn),
  inAdmin('reported-numbers', ({ seriesId }) => `figures/${seriesId}`),
  inAdmin('funder-reports', ({ seriesId }) => `figures/${seriesId}/reports`),
  inAdmin('attendance', ({ heldSessionId }) => `sessions/${heldSessionId}/attendance`),
  inAdmin('privacy', 'privacy'),
  inAdmin('speakers', 'speakers'),
  inAdmin('regions', 'regions'),
  inAdmin('media', 'media'),
  inAdmin('accounts', 'accounts'),
  inAdmin('outbox', 'outbox'),
  inAdmin('audit-log', 'audit'),
];
