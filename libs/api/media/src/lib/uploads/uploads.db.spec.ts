import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { apiPaths, MEDIA_LIMITS, type Problem } from '@reihe/shared-contracts';
import { UPLOAD_CHUNK_BYTES, type MediaUpload } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DomainError } from '@reihe/api-platform';
import { MediaStorage } from '../storage/media-storage';
import { MediaApp } from '../testing/media-app';
import { noise, plain, scene } from '../testing/pictures';
import { MediaUploads } from './media-uploads';

describe('uploads in parts', () => {
  const clock = new FixedClock('2026-09-01T08:00:00Z');
  let app: MediaApp;
  let large: Buffer;

  beforeAll(async () => {
    app = await MediaApp.openAt(clock);
    large = await noise(1600, 1600).jpeg({ quality: 95 }).toBuffer();
    expect(large.byteLength).toBeGreaterThan(2 * UPLOAD_CHUNK_BYTES);
  });
  beforeEach(() => {
    app.user = app.staff;
  });
  afterAll(() => app.close());

  const part = (number: number) =>
    large.subarray(number * UPLOAD_CHUNK_BYTES, (number + 1) * UPLOAD_CHUNK_BYTES);
  const answered = (upload: MediaUpload) => app.answer<MediaUpload>('get', apiPaths.mediaUpload(upload.id));

  it('go on from where a connection broke, on another node as well, and become one picture', async () => {
    const upload = await app.begin(large, 'harbour.jpg');
    await app.chunk(upload.id, 0, part(0)).expect(200);
    expect(await answered(upload)).toMatchObject({ offset: UPLOAD_CHUNK_BYTES, media: null });
    // The answer to the first part got lost: the browser sends it again and learns from where to go on.
    // Whatever comes with it changes nothing of what is there.
    const again = await app.chunk(upload.id, 0, Buffer.alloc(100)).expect(409);
    expect(again.body).toMatchObject({
      code: 'upload.wrong-offset',
      details: { offset: UPLOAD_CHUNK_BYTES },
    });
    const other = await MediaApp.openAt(clock, app);
    other.user = app.staff;
    await other.chunk(upload.id, UPLOAD_CHUNK_BYTES, part(1)).expect(200);
    const last = await other.chunk(upload.id, 2 * UPLOAD_CHUNK_BYTES, large.subarray(2 * UPLOAD_CHUNK_BYTES));
    expect(last.body).toMatchObject({
      offset: large.byteLength,
      media: { fileName: 'harbour.jpg', state: 'preparing', width: 1600, image: { widths: [], formats: [] } },
    });
    // Asked after the last answer got lost as well.
    expect((await answered(upload)).media?.id).toBe((last.body as MediaUpload).media?.id);
    expect(existsSync(join(app.folder, 'uploads', upload.id, '0'))).toBe(false);
  });

  it('are finished by the next try where the server stopped between the last byte and the picture', async () => {
    const contents = await scene(11, 300, 200).jpeg().toBuffer();
    const upload = await app.begin(contents);
    const storage = app.get(MediaStorage);
    const put = storage.put.bind(storage);
    storage.put = (key, bytes, type) =>
      key.startsWith('images/')
        ? Promise.reject(new DomainError('storage.unavailable', 503))
        : put(key, bytes, type);
    const failed = await app.chunk(upload.id, 0, contents).expect(503);
    expect((failed.body as Problem).code).toBe('storage.unavailable');
    storage.put = put;
    expect(await answered(upload)).toMatchObject({ offset: contents.byteLength, media: null });
    const { body } = await app.chunk(upload.id, contents.byteLength, Buffer.alloc(0)).expect(200);
    expect((body as MediaUpload).media).toMatchObject({ state: 'preparing' });
  });

  it('of the same file are one picture, however often and however much at once', async () => {
    const contents = await scene(12, 400, 300).jpeg().toBuffer();
    const answers = await Promise.all([1, 2, 3].map((copy) => app.upload(contents, `copy-${copy}.jpg`)));
    expect(new Set(answers.map(({ media }) => media?.id)).size).toBe(1);
    const [count] = await app.database.dataSource.query<{ files: number }[]>(
      `SELECT count(*)::int AS files FROM media WHERE file_name LIKE 'copy-%'`,
    );
    expect(count).toEqual({ files: 1 });
  });

  it.each([
    [
      'a drawing with scripts',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'media.unsupported',
    ],
    ['a page', '<!doctype html><script>alert(1)</script>', 'media.unsupported'],
    ['a document', '%PDF-1.7\n1 0 obj', 'media.unsupported'],
    ['an animation', 'GIF89a and more', 'media.unsupported'],
    ['the first bytes of a picture and nothing else', '\xff\xd8\xff\xe0 nothing', 'media.unsupported'],
  ])('of %s end with the reason, and nothing of them stays', async (_what, text, code) => {
    const contents = Buffer.from(text, 'latin1');
    const upload = await app.begin(contents, 'photo.jpg');
    const refused = await app.chunk(upload.id, 0, contents);
    expect((refused.body as Problem).code).toBe(code);
    await app.call('get', apiPaths.mediaUpload(upload.id)).expect(404);
    expect(existsSync(join(app.folder, 'uploads', upload.id, '0'))).toBe(false);
  });

  it('of a bomb of pixels end by its header alone', async () => {
    const bomb = await plain(9000, 9000, '#000000').png().toBuffer();
    const upload = await app.begin(bomb, 'bomb.png');
    const refused = await app.chunk(upload.id, 0, bomb).expect(413);
    expect((refused.body as Problem).code).toBe('request.too-large');
  });

  it('of 50 MB end before a byte is sent, those of nothing as well', async () => {
    const huge = await app.problem('post', apiPaths.mediaUploads, {
      fileName: 'huge.jpg',
      byteSize: 50_000_000,
    });
    expect(huge).toMatchObject({ status: 413, code: 'request.too-large' });
    const empty = await app.problem('post', apiPaths.mediaUploads, { fileName: 'empty.jpg', byteSize: 0 });
    expect(empty.fields).toEqual([{ path: 'byteSize', code: 'too-small', limit: 1 }]);
    expect(MEDIA_LIMITS.bytes).toBeLessThan(50_000_000);
  });

  it('hold no more than was said, and no part is larger than one', async () => {
    const contents = await scene(13, 300, 200).jpeg().toBuffer();
    const upload = await app.begin(contents);
    const more = await app.chunk(upload.id, 0, Buffer.concat([contents, contents])).expect(413);
    expect((more.body as Problem).code).toBe('request.too-large');
    const big = await app.begin(large);
    await app.chunk(big.id, 0, large.subarray(0, UPLOAD_CHUNK_BYTES + 1)).expect(413);
    expect(await answered(big)).toMatchObject({ offset: 0 });
  });

  it('belong to who began them, and to nobody who may not write', async () => {
    const upload = await app.begin(await scene(14).jpeg().toBuffer());
    app.user = await app.as('administrator');
    await app.call('get', apiPaths.mediaUpload(upload.id)).expect(404);
    app.user = { ...app.staff, roles: ['organiser'] };
    await app.call('post', apiPaths.mediaUploads, { fileName: 'a.jpg', byteSize: 10 }).expect(403);
    app.user = undefined;
    await app.call('get', apiPaths.mediaUpload(upload.id)).expect(401);
  });

  it('that stopped on their way are forgotten after a day', async () => {
    const left = await app.begin(large);
    await app.chunk(left.id, 0, part(0)).expect(200);
    clock.advance({ hours: 23 });
    const fresh = await app.begin(await scene(15).jpeg().toBuffer());
    clock.advance({ hours: 2 });
    await app.get(MediaUploads).forgetLeft();
    await app.call('get', apiPaths.mediaUpload(left.id)).expect(404);
    await app.call('get', apiPaths.mediaUpload(fresh.id)).expect(200);
    expect(existsSync(join(app.folder, 'uploads', left.id))).toBe(false);
  });
});
