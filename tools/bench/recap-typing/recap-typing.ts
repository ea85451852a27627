import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../browser/find-browser.ts';
import type { Bench } from '../bench.ts';
import type { BenchWorld } from '../world.ts';
import { median } from '../measure.ts';
import { longText } from './long-text.ts';

/** What one key may take of a frame, on average. */
const BUDGET_MS = 16;
const KEYS = 120;
const ROUNDS = 3;
const TYPED = 'the quick brown fox jumps over the lazy dog ';

interface Recap {
  id: string;
  sessionIds: string[];
  leadMediaId: string;
  translations: Record<string, { title: string; body: object }>;
}

/**
 * A key in the middle of a long recap, in the built admin: from the moment it arrives until the page has nothing left to do for it,
 * autosaving, checks, word count and all.
 */
export const recapTyping: Bench = async (world) => {
  const { executable, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await signIn(page, world);
    await openLongRecap(page, world);
    await typeAndMeasure(page);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const each = await typeAndMeasure(page);
      const average = each.reduce((sum, one) => sum + one, 0) / each.length;
      const slowest = Math.max(...each);
      process.stdout.write(
        `  ${average.toFixed(1)} ms a key on average, ${slowest.toFixed(1)} ms the slowest\n`,
      );
      rounds.push(BUDGET_MS / average);
    }
    return { ratio: median(rounds), floor: 1, rounds };
  } finally {
    await browser.close();
  }
};

async function signIn(page: Page, { baseUrl, staffPassword }: BenchWorld): Promise<void> {
  await page.goto(`${baseUrl}/admin/en/`);
  await page.getByLabel('E-mail').fill('editor@example.org');
  await page.getByLabel('Password', { exact: true }).fill(staffPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

/** The demonstration's draft, made long. */
async function openLongRecap(page: Page, { baseUrl }: BenchWorld): Promise<void> {
  const recap = await page.evaluate(async () => {
    const list = (await (await fetch('/api/v1/recaps?state=draft')).json()) as { items: { id: string }[] };
    return (await (await fetch(`/api/v1/recaps/${list.items[0]?.id ?? ''}`)).json()) as Recap;
  });
  const { en } = recap.translations;
  if (!en) throw new Error('The demonstration has no draft in English.');
  const body = longText(recap.sessionIds[0] ?? '', recap.leadMediaId);
  const changed = { ...recap, translations: { ...recap.translations, en: { ...en, body } } };
  const status = await page.evaluate(async (sent) => {
    const [, token = ''] = /XSRF-TOKEN=([^;]+)/.exec(document.cookie) ?? [];
    const {
      version,
      seriesId,
      sessionIds,
      categoryIds,
      regionIds,
      byline,
      leadMediaId,
      gallery,
      publishedOn,
    } = sent as unknown as Record<string, unknown>;
    const save = { version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery };
    const answer = await fetch(`/api/v1/recaps/${sent.id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) },
      body: JSON.stringify({ ...save, publishedOn, translations: sent.translations }),
    });
    return answer.status;
  }, changed);
  if (status !== 200) throw new Error(`The long text was answered ${status}.`);
  await page.goto(`${baseUrl}/admin/en/recaps/${recap.id}`);
  const text = page.getByRole('textbox', { name: 'Text, English', exact: true });
  await text.getByRole('img').nth(39).waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await text.locator('> p').nth(40).click();
}

/** Milliseconds of each key. */
async function typeAndMeasure(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const taken: number[] = [];
    (window as unknown as { taken: number[] }).taken = taken;
    const channel = new MessageChannel();
    let began = 0;
    // After the microtasks of the key, and whatever they asked to be done right after them.
    channel.port1.onmessage = () => taken.push(performance.now() - began);
    window.addEventListener(
      'keydown',
      () => {
        began = performance.now();
        setTimeout(() => {
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let key = 0; key < KEYS; key++)
    await page.keyboard.press(
      TYPED[key % TYPED.length] === ' ' ? 'Space' : (TYPED[key % TYPED.length] ?? 'x'),
    );
  const all = () => (window as unknown as { taken: number[] }).taken;
  await page.waitForFunction((keys) => (window as unknown as { taken: number[] }).taken.length >= keys, KEYS);
  return (await page.evaluate(all)).slice(-KEYS);
}
