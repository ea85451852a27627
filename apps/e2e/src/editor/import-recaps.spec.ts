import { apiPaths, type Media, type Page as ListPage } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { expect, test } from '../support/fixtures';

const post = (id: number, slug: string, title: string, content: string) => `<item>
  <title>${title}</title><link>https://old.example/2020/${slug}/</link><dc:creator>sample</dc:creator>
  <guid isPermaLink="false">https://old.example/?p=${id}</guid><content:encoded><![CDATA[${content}]]></content:encoded>
  <wp:post_id>${id}</wp:post_id><wp:post_date>2020-05-12 10:00:00</wp:post_date><wp:post_name>${slug}</wp:post_name>
  <wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;

/** An export of two posts with one picture, as WordPress and its uploads folder give it. */
async function anExport(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="700"><rect width="1200" height="700" fill="#d9cfbf"/><circle cx="400" cy="330" r="210" fill="#2f5d50"/><rect x="700" y="90" width="260" height="480" fill="#8a4b2d"/></svg>`;
  const picture = await sharp(Buffer.from(drawing)).jpeg().toBuffer();
  const first = `<!-- wp:paragraph --><p>Cranes stand still.</p><!-- /wp:paragraph -->
    <!-- wp:image --><figure class="wp-block-image"><img src="https://old.example/wp-content/uploads/2020/crane-300x200.jpg" alt="A crane"/><figcaption>The crane at dawn. Photo: Sample Photographer</figcaption></figure><!-- /wp:image -->
    <script>alert(1)</script>`;
  const wxr = `<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
    <channel><title>Old</title><language>en</language>${post(1, 'journey-cranes', 'Journey of the cranes', first)}${post(2, 'journey-quays', 'Journey of the quays', '<p>Quays are long.</p>')}</channel></rss>`;
  return Buffer.from(zipSync({ 'export.xml': strToU8(wxr), 'uploads/2020/crane.jpg': picture }));
}

test('an editor moves recaps in from WordPress, looks first, opens a draft with its picture, and takes it all back', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const file = await anExport();
  await signIn(page, 'editor');
  await page.goto('/admin/en/recaps');
  await page.getByRole('link', { name: 'Import …' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import recaps' })).toBeVisible();
  await expectAccessible(page);

  await test.step('nothing is written before it was looked at', async () => {
    const series = page.getByLabel('Series to which the recaps belong');
    const held = await page.request.get(`/api/v1${apiPaths.sessions}?state=held&pageSize=1`);
    const [session] = ((await held.json()) as ListPage<{ seriesId: string }>).items;
    await series.selectOption(session?.seriesId ?? '');
    await page
      .getByLabel('Choose a file')
      .setInputFiles({ name: 'journey-export.zip', mimeType: 'application/zip', buffer: file });
    await expect(page.getByRole('heading', { name: 'What is in it' })).toBeVisible({ timeout: 20_000 });
    const cranes = page.getByRole('article', { name: 'Journey of the cranes' });
    await expect(cranes).toContainText('1 of them in the file');
    await expect(cranes).toContainText('Scripts and styles are left out');
    const sessions = cranes.getByLabel('Sessions it looks back on');
    await sessions.selectOption({ index: 1 });
    await expect(cranes.getByRole('button', { name: 'Remove' })).toHaveCount(1);
    await expectAccessible(page);
  });

  await test.step('the drafts come, with how far it is over a reload, and a report', async () => {
    await page.getByRole('button', { name: 'Import 2 articles as drafts' }).click();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'The drafts are in' })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('1 of 1 pictures came')).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await saved).suggestedFilename()).toBe('import-of-recaps.csv');
    await expectAccessible(page);
  });

  const report = page.url();
  await test.step('a draft has its text, its session and its picture with caption and credit', async () => {
    await page.getByRole('link', { name: 'Journey of the cranes' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Journey of the cranes' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Text, English' })).toContainText('Cranes stand still.');
    await expect(page.getByText('First published elsewhere on 12 May 2020.')).toBeVisible();
    const id = page.url().split('/').at(-1) ?? '';
    const recap = (await (await page.request.get(`/api/v1${apiPaths.recap(id)}`)).json()) as Recap;
    expect(recap.sessionIds).toHaveLength(1);
    const mediaId = recap.translations.en?.body.content[1]?.attrs?.mediaId ?? '';
    const media = (await (await page.request.get(`/api/v1${apiPaths.oneMedia(mediaId)}`)).json()) as Media;
    expect(media).toMatchObject({
      credit: { photographer: 'Sample Photographer' },
      translations: { en: { alt: 'A crane', caption: 'The crane at dawn.' } },
    });
  });

  await test.step('it is taken back, and the drafts are gone', async () => {
    await page.goto(report);
    await page.getByRole('button', { name: 'Undo …' }).click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByText('Nothing of it is left.')).toBeVisible();
    const left = await page.request.get(`/api/v1${apiPaths.recaps}?q=journey+of+the`);
    expect(((await left.json()) as ListPage<unknown>).total).toBe(0);
  });
});
