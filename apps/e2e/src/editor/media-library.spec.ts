import type { Page } from '@playwright/test';
import { apiPaths, type Media, type Page as ListPage } from '@reihe/shared-contracts';
import type { Recap } from '@reihe/shared-editorial';
import sharp from 'sharp';
import { expect, test } from '../support/fixtures';
import { asOrganiser as asStaff } from '../support/near-session';
import { tabToElement } from '../support/tabbing';

/** A picture that looks like no other: stripes of its own. */
function stripes(count: number, camera: Record<string, string> = {}): Promise<Buffer> {
  const step = 1600 / count;
  const bars = Array.from(
    { length: count },
    (_, bar) => `<rect x="${bar * step}" width="${step / 2}" height="${1000 - bar * 40}" fill="#2b5d75"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"><rect width="1600" height="1000" fill="#e8dcc8"/>${bars.join('')}</svg>`;
  return sharp(Buffer.from(drawing)).withExif({ IFD0: camera }).jpeg().toBuffer();
}

const named = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

async function found(page: Page, name: string): Promise<Media> {
  const answer = await page.request.get(`/api/v1${apiPaths.media}?q=${encodeURIComponent(name)}`);
  const [media] = ((await answer.json()) as ListPage<Media>).items;
  if (!media) throw new Error(`${name} is not in the library.`);
  return media;
}

/** A draft of its own about a session of the demonstration, with this lead picture. */
async function draftWith(page: Page, mediaId: string): Promise<Recap> {
  const answer = await page.request.get(`/api/v1${apiPaths.sessions}?state=held&pageSize=1`);
  const [session] = ((await answer.json()) as ListPage<{ id: string }>).items;
  const recap = await asStaff<Recap>(page, 'POST', apiPaths.recapFromSession(session?.id ?? ''));
  const { version, seriesId, sessionIds, categoryIds, regionIds, byline, publishedOn, translations } = recap;
  const body = { version, seriesId, sessionIds, categoryIds, regionIds, byline, publishedOn, translations };
  return asStaff<Recap>(page, 'PUT', apiPaths.recap(recap.id), {
    ...body,
    leadMediaId: mediaId,
    gallery: [],
  });
}

test('the picture library: many at once with a broken one, described by keyboard, held back without rights, replaced everywhere', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const whole = await stripes(5, { Artist: 'Journey Photographer' });
  await signIn(page, 'editor');
  await page.getByRole('link', { name: 'Pictures', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Media library' })).toBeVisible();

  await test.step('three arrive, and each of the others fails with its own reason', async () => {
    await page
      .getByLabel('Upload images')
      .setInputFiles([
        named('journey-quay.jpg', whole),
        named('journey-locks.jpg', await stripes(9)),
        named('journey-crane.jpg', await stripes(13)),
        named('journey-cut.jpg', (await stripes(17)).subarray(0, 9000)),
        named('journey-paper.jpg', Buffer.from('%PDF-1.7\n1 0 obj\n')),
        named('journey-nothing.jpg', Buffer.alloc(0)),
      ]);
    const uploads = page.getByRole('list', { name: 'Uploads' });
    await expect(page.getByText('4 of 6 uploaded')).toBeVisible();
    await expect(uploads.getByRole('listitem').filter({ hasText: 'journey-paper' })).toContainText(
      'cannot be used',
    );
    await expect(uploads.getByRole('listitem').filter({ hasText: 'journey-nothing' })).toContainText('empty');
    const images = page.getByRole('list', { name: 'Images' });
    const broken = images.getByRole('listitem').filter({ hasText: 'journey-cut' });
    await expect(broken).toContainText('cannot be read', { timeout: 60_000 });
    await expect(images.getByRole('img')).not.toHaveCount(0);
    await expect
      .poll(async () => (await found(page, 'journey-crane')).state, { timeout: 60_000 })
      .toBe('ready');
    await expectAccessible(page);
  });

  await test.step('the file says who took it; focal point and words are set by keyboard alone', async () => {
    // Before anything is set: a worker is quicker with the new crops than somebody with the words.
    const before = await found(page, 'journey-quay');
    await page.goto('/admin/en/media?q=journey-quay');
    await page.getByRole('link', { name: 'journey-quay.jpg' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'journey-quay.jpg' })).toBeFocused();
    const fromTheLeft = page.getByRole('slider', { name: /From the left/ });
    await tabToElement(page, fromTheLeft);
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect(fromTheLeft).toHaveValue('3');
    await tabToElement(page, page.getByRole('button', { name: 'Take it over' }));
    await page.keyboard.press('Enter');
    const photographer = page.getByRole('textbox', { name: /Photographer/ });
    await expect(photographer).toHaveValue('Journey Photographer');
    await expect(photographer).toBeFocused();
    for (const [language, words] of [
      ['English', 'A quay with poles'],
      ['German', 'Ein Kai mit Pfählen'],
    ] as const) {
      await tabToElement(page, page.getByRole('group', { name: language }).getByLabel('Alternative text'));
      await page.keyboard.type(words);
    }
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByText(/Saved at/)).toBeVisible();
    await expectAccessible(page);
    const media = await found(page, 'journey-quay');
    expect(media).toMatchObject({ focus: { x: 3, y: 50 }, credit: { photographer: 'Journey Photographer' } });
    await expect
      .poll(async () => (await found(page, 'journey-quay')).image.crops?.social.address, { timeout: 60_000 })
      .not.toBe(before.image.crops?.social.address ?? 'none');
  });

  const quay = await found(page, 'journey-quay');
  const draft = await draftWith(page, quay.id);
  await test.step('nobody has said whether the people shown agreed: the recap cannot be published', async () => {
    await page.goto(`/admin/en/recaps/${draft.id}`);
    const mend = page.getByRole('button', { name: /agreed to be shown.*journey-quay/ });
    await mend.click();
    const people = page.getByLabel('People shown');
    await expect(people).toBeFocused();
    await people.selectOption({ label: 'They have agreed' });
    await expect(mend).toHaveCount(0);
  });

  await test.step('another picture takes its place everywhere, after a look at where that is', async () => {
    await page.goto(`/admin/en/media?image=${quay.id}`);
    await page.getByRole('button', { name: 'Replace everywhere …' }).click();
    const library = page.getByRole('dialog');
    await library.getByRole('searchbox').fill('journey-locks');
    await expect(library.getByRole('button', { name: /\.jpg/ })).toHaveCount(1);
    await expectAccessible(page);
    await library.getByRole('button', { name: /journey-locks/ }).click();
    await expect(page.getByRole('heading', { name: 'Replace everywhere?' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Replace in one place' }).click();
    await expect(page.getByText('journey-locks.jpg now stands in its place.')).toBeVisible();
    const answer = await page.request.get(`/api/v1${apiPaths.recap(draft.id)}`);
    expect(((await answer.json()) as Recap).leadMediaId).toBe((await found(page, 'journey-locks')).id);
    await expect(page.getByText('Nowhere yet')).toBeVisible();
  });
});
