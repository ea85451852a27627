import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MediaStorage } from '@reihe/api-media';
import { FixedClock } from '@reihe/shared-testing';
import sharp from 'sharp';
import { aText, ReadingApp } from '../testing/reading-app';

describe('pictures for previews of recaps', () => {
  let app: ReadingApp;
  let storageDir: string;
  let seriesId: string;

  beforeAll(async () => {
    storageDir = await mkdtemp(join(tmpdir(), 'reihe-social-'));
    app = await ReadingApp.openAt(new FixedClock('2026-11-01T08:00:00Z'), undefined, storageDir);
    seriesId = await app.aSeries('water');
  });
  afterAll(async () => {
    await app.close();
    await rm(storageDir, { recursive: true });
  });

  it('are the same for every reader, and another once what they show changes', async () => {
    const leadMediaId = await app.anImage();
    const recap = { seriesId, leadMediaId };
    const id = await app.publish({
      ...recap,
      translations: { en: aText({ slug: 'pipes', title: 'Pipes' }) },
    });
    const { address, width, height } = (await app.recap('pipes')).socialImage;
    expect([width, height]).toEqual([1200, 630]);
    expect((await app.recap('pipes', 'de')).socialImage.address).toBe(address);
    await app.publish({ ...recap, translations: { en: aText({ slug: 'pipes', title: 'Leaks' }) } }, id);
    const after = (await app.recap('pipes')).socialImage.address;
    expect(after).not.toBe(address);
    const { headers } = await app.http('get', address).expect(302);
    expect(headers).toMatchObject({ location: after, 'cache-control': 'no-cache' });
  });

  it('are drawn when they are asked for first, with the lead image, and then kept for good', async () => {
    const leadMediaId = await app.anImage();
    const blue = await sharp({ create: { width: 960, height: 540, channels: 3, background: '#1030d0' } })
      .jpeg()
      .toBuffer();
    const storage = app.get(MediaStorage);
    await storage.put(`images/${leadMediaId}/960.jpeg`, blue, 'image/jpeg');
    await app.publish({ seriesId, leadMediaId, translations: { de: aText({ slug: 'rohre' }) } });
    const { address } = (await app.recap('rohre', 'de')).socialImage;
    const [first, second] = await Promise.all([app.http('get', address), app.http('get', address)]);
    expect(first.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(first.body).toEqual(second.body);
    const { dominant } = await sharp(
      await sharp(first.body as Buffer)
        .extract({ left: 800, top: 100, width: 300, height: 300 })
        .toBuffer(),
    ).stats();
    expect(dominant.b).toBeGreaterThan(180);
    await storage.removeFolder(`images/${leadMediaId}`);
    expect((await app.http('get', address).expect(200)).body).toEqual(first.body);
  });

  it('are drawn without the image where its file is gone', async () => {
    await app.publish({
      seriesId,
      leadMediaId: await app.anImage(),
      translations: { en: aText({ slug: 'no-file' }) },
    });
    await app.http('get', (await app.recap('no-file')).socialImage.address).expect(200);
  });

  it('are not there for what is not published, nor at addresses that nobody was given', async () => {
    const hidden = await app.publish({
      seriesId: await app.aSeries('hidden', { state: 'draft' }),
      translations: { en: aText({ slug: 'hidden' }) },
    });
    for (const path of [
      `${hidden}/en-${'0'.repeat(20)}.jpeg`,
      `00000000-0000-4000-8000-000000000000/en-${'0'.repeat(20)}.jpeg`,
      `${hidden}/en.jpeg`,
      `${hidden}/xx-${'0'.repeat(20)}.jpeg`,
    ])
      await app.http('get', `/media/recaps/${path}`).expect(404);
    const { status } = await app.http('get', `/media/recaps/..%2F..%2Fx/en-${'0'.repeat(20)}.jpeg`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
