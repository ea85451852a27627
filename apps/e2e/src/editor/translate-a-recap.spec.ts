import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  apiPaths,
  type Media,
  type Page as PageOf,
  type RichDocument,
  type SeriesListItem,
  type SessionListItem,
} from '@reihe/shared-contracts';
import { recapPaths, type Recap, type RecapText } from '@reihe/shared-editorial';
import { expect, test } from '../support/fixtures';
import { asOrganiser as ask } from '../support/near-session';

const PARAGRAPHS = [
  ['shade-1', 'Trees give shade.'],
  ['roofs-2', 'Roofs are painted white.'],
  ['water-3', 'Wells are opened again.'],
] as const;

function body(...lines: (readonly [string, string])[]): RichDocument {
  return {
    type: 'doc',
    content: lines.map(([id, text]) => ({
      type: 'paragraph',
      attrs: { id },
      content: [{ type: 'text', text }],
    })),
  };
}

const ENGLISH: RecapText = {
  ...{ title: 'Shade that stays', slug: 'shade-that-stays', lead: 'What cities do against heat.' },
  ...{ seoTitle: '', seoDescription: '', body: body(...PARAGRAPHS) },
};

/** What is in a recap besides its texts, as it is sent to be saved. */
const saved = (recap: Recap, en: RecapText) => {
  const { version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery } = recap;
  const translations = { ...recap.translations, en };
  return {
    ...{ version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery },
    ...{ publishedOn: recap.publishedOn, translations },
  };
};

async function aPublishedRecap(editor: Page, reviewer: Page): Promise<Recap> {
  const series = await ask<PageOf<SeriesListItem>>(editor, 'GET', `${apiPaths.series}?pageSize=100`);
  const { id: seriesId } = series.items.find(({ slug }) => slug === 'cities-in-a-changing-climate') ?? {};
  const sessions = await ask<PageOf<SessionListItem>>(
    editor,
    'GET',
    `${apiPaths.sessions}?series=${seriesId}&state=held&pageSize=1`,
  );
  const media = await ask<PageOf<Media>>(editor, 'GET', `${apiPaths.media}?pageSize=50`);
  const [session] = sessions.items;
  const picture = media.items.find(
    ({ state, credit, rights, translations }) =>
      state === 'ready' &&
      (credit.photographer || credit.agency) &&
      rights.consent !== 'open' &&
      translations.de &&
      translations.en,
  );
  const { id } = await ask<Recap>(editor, 'POST', apiPaths.recaps, {
    ...{ version: 0, seriesId, sessionIds: [session?.id], categoryIds: [], regionIds: [] },
    ...{ byline: 'The journey desk', leadMediaId: picture?.id, gallery: [], publishedOn: null },
    translations: { en: ENGLISH },
  });
  await ask(editor, 'POST', apiPaths.submitRecap(id), { version: 1, reviewerId: null });
  await ask(reviewer, 'POST', recapPaths.approve(id), { version: 2 });
  return publish(reviewer, id);
}

async function publish(reviewer: Page, id: string): Promise<Recap> {
  const { version } = await ask<Recap>(reviewer, 'GET', apiPaths.recap(id));
  return ask(reviewer, 'POST', apiPaths.publishRecap(id), { version, note: {} });
}

/** As an agency does it: some of the sources have their German. */
function inGerman(file: string): string {
  const words: Record<string, string> = {
    [ENGLISH.title]: 'Schatten, der bleibt',
    [ENGLISH.lead]: 'Was Städte gegen Hitze tun.',
    'Trees give shade.': 'Bäume spenden Schatten.',
  };
  return file.replace(/<source[^>]*>([^<]*)<\/source>/g, (source, said: string) =>
    words[said] ? `${source}<target>${words[said]}</target>` : source,
  );
}

const row = (page: Page, words: string) =>
  page.getByRole('group', { name: /Paragraph/ }).filter({ hasText: words });

test('a recap is translated by an agency and by hand, reviewed, read, and outdated by its original', async ({
  page,
  openContext,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await signIn(page, 'editor');
  const colleague = await (await openContext()).newPage();
  await signIn(colleague, 'administrator');
  const recap = await aPublishedRecap(page, colleague);

  await test.step('before, German readers get the original with a label, and no search engine hears of German', async () => {
    await page.goto(`/de/recaps/${ENGLISH.slug}`);
    await expect(page.getByText(/noch nicht übersetzt|nicht übersetzt/)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 }).locator('..')).toHaveAttribute('lang', 'en');
    await expect(page.locator('link[hreflang=de]')).toHaveCount(0);
  });

  await test.step('a file goes out and comes back, and is looked at before it is taken', async () => {
    await page.goto(`/admin/en/recaps/${recap.id}`);
    await page.getByRole('link', { name: 'Translate: German' }).click();
    await expect(page.getByText('0 of 5 parts')).toBeVisible();
    await page.getByRole('button', { name: 'File for an agency' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'XLIFF 2.1' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    await page.getByLabel('Take a file in …').setInputFiles({
      ...{ name: 'from-the-agency.xlf', mimeType: 'application/xliff+xml' },
      buffer: Buffer.from(inGerman(file)),
    });
    const dialog = page.getByRole('dialog', { name: 'What the file would change' });
    await expect(dialog.getByText('Bäume spenden Schatten.')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Take 3 parts' }).click();
    await expect(page.getByText('3 parts of the file were taken in.')).toBeVisible();
    await expect(page.getByText('3 of 5 parts')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('the two open rows are written by keyboard', async () => {
    await page.getByRole('heading', { level: 1 }).focus();
    for (const words of ['Dächer werden weiß gestrichen.', 'Brunnen werden wieder geöffnet.']) {
      await page.keyboard.press('Alt+ArrowDown');
      await expect(page.getByRole('textbox', { name: /^Paragraph \d, German/ })).toBeFocused();
      await page.keyboard.type(words);
      await expect(page.getByRole('textbox', { name: /^Paragraph \d, German/ })).toContainText(words);
    }
    await expect(page.getByText('5 of 5 parts')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Control+S');
    await expect(page.getByText(/Saved at/)).toBeVisible();
    await expect(page.getByText('You wrote last: somebody else reviews it.')).toBeVisible();
  });

  await test.step('a colleague reviews it, and readers have it', async () => {
    await colleague.goto(page.url());
    await colleague.getByRole('button', { name: 'I have reviewed it' }).click();
    await expect(colleague.getByText(/Reviewed by Sample administrator/)).toBeVisible();
    await publish(colleague, recap.id);
    await page.goto('/de/recaps/schatten-der-bleibt');
    await expect(page.getByRole('heading', { level: 1, name: 'Schatten, der bleibt' })).toBeVisible();
    await expect(page.getByText('Brunnen werden wieder geöffnet.')).toBeVisible();
    await expect(page.locator('link[hreflang=de]')).toHaveAttribute(
      'href',
      /\/de\/recaps\/schatten-der-bleibt$/,
    );
  });

  await test.step('the original changes: the paragraph is marked, and readers are told quietly', async () => {
    const now = await ask<Recap>(page, 'GET', apiPaths.recap(recap.id));
    const [shade, , water] = PARAGRAPHS;
    const changed = { ...ENGLISH, body: body(shade, ['roofs-2', 'Flat roofs are painted white.'], water) };
    await ask(page, 'PUT', apiPaths.recap(recap.id), saved(now, changed));
    await publish(colleague, recap.id);
    await page.goto(`/admin/en/recaps/${recap.id}/translate/de`);
    await expect(page.getByText('4 of 5 parts')).toBeVisible();
    await page.getByLabel('Only open ones').check();
    const outdated = row(page, 'Flat roofs are painted white.');
    await expect(outdated.getByText('Outdated', { exact: true })).toBeVisible();
    await expect(outdated.getByRole('deletion').first()).toContainText('Roofs');
    await expectAccessible(page);
    await page.goto('/de/recaps/schatten-der-bleibt');
    await expect(page.getByText(/Das Original wurde am .* geändert/)).toBeVisible();
    await page.goto(`/admin/en/recaps/${recap.id}/translate/de`);
    await page.getByRole('button', { name: /It is still right/ }).click();
    await expect(page.getByText('5 of 5 parts')).toBeVisible();
  });
});
