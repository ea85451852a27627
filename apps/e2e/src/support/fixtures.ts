import AxeBuilder from '@axe-core/playwright';
import {
  expect,
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  type Cookie,
  type Page,
} from '@playwright/test';
import type { CaughtMail } from './mail-catcher';
import { world } from './world-facts';

export type StaffRole = 'organiser' | 'editor' | 'administrator';

interface Journey {
  /** Waits for a mail to this address whose subject or text fits; longer than usual for those that are held back. */
  mailTo: (address: string, fits: RegExp, waitMs?: number) => Promise<CaughtMail>;
  /** All that came to this address so far. */
  mailsTo: (address: string) => Promise<CaughtMail[]>;
  signIn: (page: Page, role: StaffRole, language?: 'en' | 'de') => Promise<void>;
  /** No violation of WCAG 2.2 AA on the page as it stands; in another colour scheme only the contrasts differ. */
  expectAccessible: (page: Page, rules?: 'all' | 'contrast') => Promise<void>;
  /** The browser of somebody else in the journey, watched like its own; closed after it. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** What browsers complained about and where they reached for another host; checked after every test. */
  complaints: string[];
}

const MAIL_WAIT_MS = 20_000;

/** Cookies of the roles that signed in, for the journeys of this worker. */
const signedIn = new Map<string, Cookie[]>();

export const test = base.extend<Journey>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      watch(context, complaints);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],

  openContext: async ({ browser, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      watch(context, complaints);
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  mailsTo: async ({}, use) => {
    await use(async (address) => {
      const answer = await fetch(`${world.mailUrl}/?to=${encodeURIComponent(address)}`);
      return (await answer.json()) as CaughtMail[];
    });
  },

  mailTo: async ({ mailsTo }, use) => {
    await use(async (address, fits, waitMs = MAIL_WAIT_MS) => {
      let found: CaughtMail | undefined;
      await expect
        .poll(
          async () => {
            const mails = await mailsTo(address);
            found = mails.find(({ subject, text }) => fits.test(subject) || fits.test(text));
            return found !== undefined;
          },
          { timeout: waitMs, message: `a mail to ${address} that fits ${fits.source}` },
        )
        .toBe(true);
      if (!found) throw new Error('unreachable: polled until found');
      return found;
    });
  },

  signIn: async ({}, use) => {
    await use(async (page, role, language = 'en') => {
      // Signing in is throttled, as it should be: each role does it once, and goes on with its session where that still stands.
      await page.context().clearCookies();
      await page.context().addCookies(signedIn.get(role) ?? []);
      await page.goto(`/admin/${language}/`);
      // The page to sign in has a navigation too.
      const places = page.getByRole('navigation', { name: language === 'en' ? 'Main' : 'Hauptnavigation' });
      const email = page.getByLabel(language === 'en' ? 'E-mail' : 'E-Mail');
      await expect(places.or(email)).toBeVisible();
      if (await email.isVisible()) {
        await email.fill(`${role}@example.org`);
        await page
          .getByLabel(language === 'en' ? 'Password' : 'Passwort', { exact: true })
          .fill(world.staffPassword);
        await page.getByRole('button', { name: language === 'en' ? 'Sign in' : 'Anmelden' }).click();
        await expect(places).toBeVisible();
      }
      signedIn.set(role, await page.context().cookies());
    });
  },

  expectAccessible: async ({}, use) => {
    await use(async (page, rules = 'all') => {
      // Material says a message once it has hidden it for an instant: until then its button is where nobody can reach it.
      await expect(page.locator('mat-snack-bar-container [aria-hidden="true"] button')).toHaveCount(0);
      // Mails are shown in frames that run no script, where axe would wait for ever.
      // In one run, not frame by frame and put together in another tab: no page holds frames of other hosts, and it takes half the time.
      const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe[sandbox]');
      const { violations } = await (
        rules === 'contrast'
          ? axe.withRules('color-contrast')
          : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      ).analyze();
      const told = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(told, `axe on ${page.url()}`).toEqual([]);
    });
  },
});

function watch(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text()))
      complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== world.baseUrl)
      complaints.push(`other host: ${request.url()}`);
  });
}

/**
 * A refused request, and one without a network, is logged by the browser itself; journeys that provoke one assert what the screen says
 * instead. Frames that show mails run no script, not even those of axe and Playwright that look into them.
 */
function isExpected(text: string): boolean {
  return /the server responded with a status of (4\d\d)|ERR_INTERNET_DISCONNECTED|^Blocked script execution in 'about:(blank|srcdoc)'/.test(
    text,
  );
}

export { expect };
