import { chromium, type Browser as Chromium } from 'playwright-core';
import { findBrowser } from '../../browser/find-browser.ts';
import type { Bench } from '../bench.ts';
import { LANGUAGES } from '../../../libs/shared/contracts/src/lib/languages.ts';
import { DEMO_SERIES } from '../world.ts';

/** Compressed kilobytes (of 1000 bytes) and requests of a first visit. */
const LIMITS = { script: 110, all: 200, requests: 12 } as const;

/** A phone's first view and a desk's: they fetch other pictures, and the heavier visit counts. */
const VIEWPORTS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;

interface Weight {
  script: number;
  all: number;
  requests: number;
}

/** What comes over the wire for a first visit, headers included, until the network is quiet. */
async function weigh(browser: Chromium, url: string, viewport: (typeof VIEWPORTS)[number]): Promise<Weight> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const types = new Map<string, string>();
  // What stands in the page itself, such as the blur before a picture, is asked of nobody.
  const inPage = new Set<string>();
  const weight: Weight = { script: 0, all: 0, requests: 0 };
  wire.on('Network.responseReceived', ({ requestId, type, response: { url } }) => {
    types.set(requestId, type);
    if (url.startsWith('data:')) inPage.add(requestId);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (inPage.has(requestId)) return;
    weight.requests += 1;
    weight.all += encodedDataLength / 1000;
    if (types.get(requestId) === 'Script') weight.script += encodedDataLength / 1000;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await context.close();
  return weight;
}

async function firstRecap(baseUrl: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/v1/pages/recaps?lang=en`);
  const { recaps } = (await answer.json()) as { recaps: { items: { slug: string }[] } };
  const slug = recaps.items[0]?.slug;
  if (!slug) throw new Error('There is no published recap to weigh.');
  return slug;
}

/** How much room is left below the tightest limit: 1 is exactly at it, less is over it. */
function room(weight: Weight): number {
  return Math.min(LIMITS.script / weight.script, LIMITS.all / weight.all, LIMITS.requests / weight.requests);
}

export const pageWeight: Bench = async ({ baseUrl }) => {
  const { executable, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const rounds: number[] = [];
    const recap = await firstRecap(baseUrl);
    for (const page of [`series/${DEMO_SERIES}`, `recaps/${recap}`]) {
      for (const language of LANGUAGES) {
        for (const viewport of VIEWPORTS) {
          const path = `/${language}/${page}`;
          const weight = await weigh(browser, baseUrl + path, viewport);
          const told = `script ${weight.script.toFixed(1)} kB, all ${weight.all.toFixed(1)} kB, ${weight.requests} requests`;
          process.stdout.write(`  ${path} at ${viewport.width} px: ${told}\n`);
          rounds.push(room(weight));
        }
      }
    }
    return { ratio: Math.min(...rounds), floor: 1, rounds };
  } finally {
    await browser.close();
  }
};
