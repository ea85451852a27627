import { apiPaths, type Media } from '@reihe/shared-contracts';
import type { LookAlike } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DomainError } from '@reihe/api-platform';
import sharp from 'sharp';
import { MediaLibrary } from '../library/media-library';
import { MediaStorage } from '../storage/media-storage';
import { MediaApp } from '../testing/media-app';
import { noise, plain, scene } from '../testing/pictures';
import { PrepareImages } from './prepare-images';

describe('preparing images', () => {
  const clock = new FixedClock('2026-09-01T08:00:00Z');
  let app: MediaApp;

  beforeAll(async () => {
    app = await MediaApp.openAt(clock);
  });
  afterAll(() => app.close());

  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);
  const served = async (address: string) => {
    const { body } = await app.http('get', address).expect(200);
    return body as Buffer;
  };
  const publicImage = async (id: string) => {
    const [row] = await query<{ image: object }>(
      `SELECT image FROM public_images(ARRAY['en']) WHERE media_id = $1`,
      [id],
    );
    return row?.image ?? null;
  };
  const work = () => app.get(PrepareImages).prepareDue();

  it('makes every size in three formats, crops and a placeholder, and keeps no original', async () => {
    const { media: uploaded } = await app.upload(await scene(1, 1700, 1300).jpeg().toBuffer(), 'square.jpg');
    const id = uploaded?.id ?? '';
    expect(app.filesOf(id)).toEqual(['original']);
    expect(await publicImage(id)).toBeNull();
    await app.http('get', `/media/${id}/original`).expect(404);
    await work();
    const media = await app.one(id);
    expect(media).toMatchObject({
      state: 'ready',
      image: { widths: [480, 960, 1600], formats: ['avif', 'webp', 'jpeg'] },
    });
    for (const width of media.image.widths)
      for (const format of media.image.formats) {
        const contents = await served(`/media/${id}/${width}.${format}`);
        const { width: real, format: kind } = await sharp(contents).metadata();
        expect([real, kind]).toEqual([width, format === 'avif' ? 'heif' : format]);
      }
    const { wide, social } = media.image.crops ?? {};
    expect(wide).toMatchObject({ widths: [480, 960, 1600], width: 1700, height: 956 });
    const teaser = await served((wide?.template ?? '').replace('{width}', '960').replace('{format}', 'webp'));
    expect(await sharp(teaser).metadata()).toMatchObject({ width: 960, height: 540 });
    expect(await sharp(await served(social?.address ?? '')).metadata()).toMatchObject({
      width: 1200,
      height: 630,
    });
    expect(media.image.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(media.image.placeholder?.length).toBeLessThan(600);
    expect(await publicImage(id)).toMatchObject(media.image);
    expect(app.filesOf(id)).not.toContain('original');
    await app.http('get', `/media/${id}/source.jpeg`).expect(404);
  });

  it('keeps nothing of what the camera wrote in any stored file', async () => {
    const shot = await scene(2, 600, 400)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '48/1 46/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const media = await app.ready(shot);
    expect([media.width, media.height]).toEqual([400, 600]);
    const files = app.filesOf(media.id);
    expect(files).toContain('source.jpeg');
    for (const file of files) {
      const contents = await app.get(MediaStorage).get(`images/${media.id}/${file}`);
      const { exif, xmp, iptc, orientation } = await sharp(contents ?? undefined).metadata();
      expect([file, exif, xmp, iptc, orientation]).toEqual([
        file,
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('lets what is broken fail alone, with its reason', async () => {
    const whole = await noise(400, 400).jpeg().toBuffer();
    const { media: cut } = await app.upload(whole.subarray(0, whole.length / 2), 'cut.jpg');
    const { media: good } = await app.upload(await scene(3).jpeg().toBuffer(), 'good.jpg');
    await work();
    expect(await app.one(cut?.id ?? '')).toMatchObject({ state: 'failed', failure: 'media.broken' });
    expect(await app.one(good?.id ?? '')).toMatchObject({ state: 'ready', failure: null });
    expect(await publicImage(cut?.id ?? '')).toBeNull();
  });

  it('leaves nothing half where a worker is killed, and the next one makes it whole', async () => {
    const { media: uploaded } = await app.upload(await scene(4).jpeg().toBuffer());
    const id = uploaded?.id ?? '';
    const killed = await MediaApp.openAt(clock, app);
    const storage = killed.get(MediaStorage);
    const put = storage.put.bind(storage);
    const died = new Promise<void>((resolve) => {
      let files = 0;
      storage.put = (key, contents, type) => {
        files += 1;
        if (files < 3) return put(key, contents, type);
        // As a process that is gone: nothing comes back any more.
        resolve();
        return new Promise(() => undefined);
      };
    });
    void killed.get(PrepareImages).prepareDue();
    await died;
    expect(app.filesOf(id)).toContain('original');
    await work();
    // The dead one has it for two minutes yet.
    expect(await app.one(id)).toMatchObject({ state: 'preparing', image: { widths: [] } });
    expect(await publicImage(id)).toBeNull();
    clock.advance({ minutes: 3 });
    await work();
    expect(await app.one(id)).toMatchObject({ state: 'ready', image: { widths: [480, 960, 1200] } });
  });

  it('does not try for ever what kills its workers', async () => {
    const { media } = await app.upload(await scene(5).jpeg().toBuffer());
    await query(`UPDATE media SET attempts = 3 WHERE id = $1`, [media?.id]);
    await work();
    expect(await app.one(media?.id ?? '')).toMatchObject({ state: 'failed', failure: 'media.broken' });
  });

  it('waits for a storage that is away, and blames no image for it', async () => {
    const { media } = await app.upload(await scene(6).jpeg().toBuffer());
    const storage = app.get(MediaStorage);
    const get = storage.get.bind(storage);
    storage.get = () => Promise.reject(new DomainError('storage.unavailable', 503));
    for (let minute = 0; minute < 5; minute += 1) {
      await expect(work()).rejects.toMatchObject({ code: 'storage.unavailable' });
      clock.advance({ minutes: 1 });
    }
    storage.get = get;
    await work();
    expect(await app.one(media?.id ?? '')).toMatchObject({ state: 'ready' });
  });

  it('gives images from before what they lack, and they are shown meanwhile', async () => {
    const old = await app
      .get(MediaLibrary)
      .importImage({ fileName: 'old.jpg', contents: await scene(7).jpeg().toBuffer() }, { kind: 'system' });
    await app.get(MediaStorage).remove(`images/${old.id}/source.jpeg`);
    await query(
      `UPDATE media SET source = '', placeholder = '', look = NULL, crops = NULL, formats = '{webp,jpeg}', is_due = false WHERE id = $1`,
      [old.id],
    );
    expect(await publicImage(old.id)).toMatchObject({ widths: [480, 960, 1200], formats: ['webp', 'jpeg'] });
    const started = await MediaApp.openAt(clock, app);
    await query(`UPDATE media SET is_due = true WHERE recipe < 1`);
    await started.get(PrepareImages).prepareDue();
    const media = await app.one(old.id);
    expect(media.image).toMatchObject({
      formats: ['avif', 'webp', 'jpeg'],
      crops: { wide: { width: 1200 } },
    });
    await served(`/media/${old.id}/480.avif`);
  });

  it('cuts anew around a focal point that moved, under another address', async () => {
    const half = await plain(1200, 1200, '#ffffff')
      .composite([{ input: await plain(1200, 600, '#000000').png().toBuffer(), top: 600, left: 0 }])
      .png()
      .toBuffer();
    const before = await app.ready(half);
    const brightness = async ({ image }: Media) => {
      const { channels } = await sharp(await served(image.crops?.social.address ?? '')).stats();
      return channels[0]?.mean;
    };
    expect(await brightness(before)).toBeGreaterThan(100);
    expect(await brightness(before)).toBeLessThan(150);
    const { version, credit, translations } = before;
    const moved = { version, credit, translations, focus: { x: 50, y: 100 } };
    const saved = await app.answer<Media>('put', apiPaths.oneMedia(before.id), moved);
    expect(saved).toMatchObject({ focus: { x: 50, y: 100 }, image: { crops: before.image.crops } });
    await work();
    const after = await app.one(before.id);
    expect(after.version).toBe(saved.version);
    expect(after.image.crops?.social.address).not.toBe(before.image.crops?.social.address);
    expect(await brightness(after)).toBeLessThan(20);
    // Pages that were sent before still show theirs.
    await served(before.image.crops?.social.address ?? '');
    const outside = await app.problem('put', apiPaths.oneMedia(before.id), {
      ...moved,
      focus: { x: 101, y: 0 },
    });
    expect(outside.fields).toEqual([{ path: 'focus.x', code: 'too-large', limit: 100 }]);
  });

  it('finds what looks alike in another size, format and quality, and merges nothing', async () => {
    const picture = scene(21);
    const original = await app.ready(await picture.clone().jpeg({ quality: 90 }).toBuffer(), 'original.jpg');
    const copy = await app.ready(
      await picture.clone().resize(500).modulate({ brightness: 1.05 }).webp({ quality: 40 }).toBuffer(),
      'copy.webp',
    );
    const other = await app.ready(await scene(22).jpeg().toBuffer(), 'other.jpg');
    const alike = await app.answer<LookAlike[]>('get', apiPaths.mediaLookAlikes(original.id));
    expect(alike.map(({ id }) => id)).toEqual([copy.id]);
    expect(alike[0]?.distance).toBeLessThanOrEqual(6);
    expect((await app.one(original.id)).lookAlikes).toBe(1);
    expect((await app.one(other.id)).lookAlikes).toBe(0);
    const plainOnes = [await app.ready(await plain(300, 200, '#101010').png().toBuffer())];
    plainOnes.push(await app.ready(await plain(300, 200, '#f0f0f0').png().toBuffer()));
    expect(await app.answer('get', apiPaths.mediaLookAlikes(plainOnes[1]?.id ?? ''))).toEqual([]);
  });
});
