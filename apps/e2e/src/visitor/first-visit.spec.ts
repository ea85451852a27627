import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

/** Of a first visit over the wire, headers included: compressed kilobytes of 1000 bytes, and requests. */
const MOST = { script: 110, all: 200, requests: 12 };

interface Weight {
  script: number;
  all: number;
  requests: string[];
}

async function weigh(page: Page, path: string): Promise<Weight> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const answered = new Map<string, { url: string; type: string }>();
  const weight: Weight = { script: 0, all: 0, requests: [] };
  wire.on('Network.responseReceived', ({ requestId, type, response: { url } }) =>
    answered.set(requestId, { url, type }),
  );
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { url = '', type = '' } = answered.get(requestId) ?? {};
    // What stands in the page itself is asked of nobody.
    if (url.startsWith('data:')) return;
    weight.requests.push(new URL(url).pathname);
    weight.all += encodedDataLength / 1000;
    if (type === 'Script') weight.script += encodedDataLength / 1000;
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return weight;
}

/** Words differ in length: each language is another script. */
for (const language of ['en', 'de', 'es', 'fr']) {
  test(`a first visit in ${language} is light enough for a phone on the road`, async ({
    page,
    openContext,
  }) => {
    await page.goto(`/${language}/recaps?series=municipal-responses-to-covid-19`);
    const recap = await page.getByRole('article').first().getByRole('link').first().getAttribute('href');
    // Of the series that no journey writes in: what they add has its own weight.
    for (const path of [`/${language}/series/municipal-responses-to-covid-19`, recap ?? '']) {
      const phone = await openContext({ viewport: { width: 390, height: 844 } });
      const weight = await weigh(await phone.newPage(), path);
      const told = `${path}: ${JSON.stringify(weight)}`;
      expect(weight.requests.length, told).toBeLessThanOrEqual(MOST.requests);
      expect(weight.script, told).toBeLessThanOrEqual(MOST.script);
      expect(weight.all, told).toBeLessThanOrEqual(MOST.all);
    }
  });
}
