import { randomBytes } from 'node:crypto';
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../browser/find-browser.ts';
import { startDemonstrationWorld } from '../demonstration/world.ts';
import { stopSignals } from '../processes/stop-signals.ts';
import { Problem, runCommand } from '../terminal/problem.ts';
import { step } from '../terminal/steps.ts';
import { workspaceRoot } from '../workspace.ts';
import { photograph, type Scheme } from './camera.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { adminPages, type Language, type PictureOf, portalPages, signInPage } from './pages.ts';

const folder = join(workspaceRoot, 'docs/screenshots');

const contextOptions = {
  en: { locale: 'en-GB', timezoneId: 'Europe/Kyiv' },
  de: { locale: 'de-DE', timezoneId: 'Europe/Berlin' },
} as const;

/**
 * `npm run screenshots` renews docs/screenshots from the product as it is now; names of pages (as `series` or `admin-today`)
 * narrow it to those.
 */
await runCommand(async () => {
  const chosen = process.argv.slice(2);
  const known = [...portalPages, signInPage, ...adminPages].map(({ name }) => name);
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Problem(`There is no page "${unknown.join('", "')}". There are: ${known.join(', ')}.`, 2);
  const isWanted = ({ name }: PictureOf) => chosen.length === 0 || chosen.includes(name);

  const stopping = stopSignals();
  const password = randomBytes(12).toString('base64url');
  const world = await startDemonstrationWorld(
    'screenshots',
    { REIHE_ROLES: 'web,worker', REIHE_DEMO_PASSWORD: password },
    stopping,
  );
  let browser: Browser | undefined;
  try {
    const facts = await gatherFacts(world);
    const { executable, env } = await findBrowser();
    browser = await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env },
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'],
    });
    mkdirSync(folder, { recursive: true });
    // What is no longer taken must not stay.
    if (chosen.length === 0) for (const old of globSync(join(folder, '*.png'))) rmSync(old);

    const take = async (
      context: BrowserContext,
      pages: readonly PictureOf[],
      language: Language,
      schemes: readonly Scheme[],
    ) => {
      for (const picture of pages.filter(isWanted)) {
        if (stopping.aborted) throw new Problem('Stopped.', 130);
        await step(`${picture.name} (${language})`, async () => {
          await takePictures(context, world.baseUrl, picture, language, schemes, facts);
        });
      }
    };

    const english = await browser.newContext(contextOptions.en);
    await take(english, portalPages, 'en', ['light', 'dark']);
    const german = await browser.newContext(contextOptions.de);
    await take(german, portalPages, 'de', ['light']);
    await take(english, [signInPage], 'en', ['light', 'dark']);
    if (adminPages.some(isWanted)) await signIn(english, world.baseUrl, password);
    await take(english, adminPages, 'en', ['light', 'dark']);
    return 0;
  } finally {
    await browser?.close();
    await world.stop();
  }
});

async function takePictures(
  context: BrowserContext,
  baseUrl: string,
  picture: PictureOf,
  language: Language,
  schemes: readonly Scheme[],
  facts: Facts,
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(baseUrl + picture.path(language, facts), { waitUntil: 'networkidle' });
    await page.locator('h1').first().waitFor();
    await picture.prepare?.(page);
    await photograph(page, folder, `${picture.name}-${language}`, schemes);
  } finally {
    await page.close();
  }
}

/** As the administrator, who may open every page. */
async function signIn(context: BrowserContext, baseUrl: string, password: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/admin/en/sign-in`);
  await page.getByLabel('E-mail').fill('administrator@example.org');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.close();
}
