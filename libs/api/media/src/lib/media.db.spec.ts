import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { PlatformModule, readConfig, type StaffRequest } from '@reihe/api-platform';
import {
  API_BASE,
  apiPaths,
  MEDIA_LIMITS,
  type Media,
  type Page,
  type Problem,
  type Role,
} from '@reihe/shared-contracts';
import type { NextFunction, Response } from 'express';
import sharp from 'sharp';
import request from 'supertest';
import { MediaLibrary } from './library/media-library';
import { MediaModule, mediaRootRoutes } from './media.module';

const editor = '00000000-0000-4000-8000-000000000001';
const at = (path: string) => API_BASE + path;

/** A picture of its own colour, so that no two are the same file. */
function picture(width: number, height: number, colour: string) {
  return sharp({ create: { width, height, channels: 3, background: colour } });
}

describe('media', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let folder: string;
  let roles: Role[] = ['editor'];
  const server = () => app.getHttpServer() as Parameters<typeof request>[0];
  const upload = (contents: Buffer, name = 'picture.jpg') =>
    request(server()).post(at(apiPaths.media)).attach('file', contents, name);

  beforeAll(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'reihe-media-'));
    const config = readConfig({ DATABASE_URL: database.url, REIHE_STORAGE_DIR: folder });
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig(config),
        MediaModule,
      ],
    }).compile();
    app = module.createNestApplication<NestExpressApplication>({ logger: false });
    app.setGlobalPrefix(API_BASE.slice(1), { exclude: mediaRootRoutes });
    app.use((incoming: StaffRequest, _response: Response, next: NextFunction) => {
      incoming.user = { id: editor, email: '', name: '', language: 'en', roles };
      next();
    });
    await app.init();
  });
  beforeEach(() => {
    roles = ['editor'];
  });
  afterAll(async () => {
    await app.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes webp and jpeg in every width below the original, and serves them for good', async () => {
    const { body } = await upload(await picture(1200, 800, '#123456').png().toBuffer(), 'x.png').expect(201);
    const media = body as Media;
    expect(media).toMatchObject({ width: 1200, height: 800, mimeType: 'image/png', usedIn: [] });
    expect(media.image.widths).toEqual([480, 960, 1200]);
    for (const format of media.image.formats) {
      const address = media.image.template.replace('{width}', '480').replace('{format}', format);
      const answer = await request(server())
        .get(address)
        .expect(200)
        .expect('Content-Type', `image/${format}`);
      expect(answer.get('Cache-Control')).toContain('immutable');
      expect(await sharp(answer.body as Buffer).metadata()).toMatchObject({
        format,
        width: 480,
        height: 320,
      });
    }
    const missing = await request(server()).get(`/media/${media.id}/481.webp`).expect(404);
    expect(missing.get('Cache-Control') ?? '').not.toContain('immutable');
    await request(server()).get(`/media/${media.id}/..%2F480.webp`).expect(404);
  });

  it('keeps nothing of what the camera wrote, and turns the picture upright', async () => {
    const shot = await picture(600, 400, '#654321')
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '48/1 46/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body } = await upload(shot).expect(201);
    const media = body as Media;
    expect([media.width, media.height]).toEqual([400, 600]);
    const served = await request(server()).get(`/media/${media.id}/400.jpeg`).expect(200);
    const { exif, orientation } = await sharp(served.body as Buffer).metadata();
    expect([exif, orientation]).toEqual([undefined, undefined]);
  });

  it('answers the image that is there when the same file comes again', async () => {
    const contents = await picture(500, 500, '#abcdef').jpeg().toBuffer();
    const first = await upload(contents, 'first.jpg').expect(201);
    const again = await upload(contents, 'again.jpg').expect(201);
    expect((again.body as Media).id).toBe((first.body as Media).id);
  });

  it.each([
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'logo.jpg',
      'media.unsupported',
    ],
    [
      'a text that says it is a picture',
      Buffer.from('GIF89a but not really'),
      'photo.jpg',
      'media.unsupported',
    ],
    ['nothing at all', Buffer.alloc(0), 'empty.jpg', 'media.unsupported'],
  ])('refuses %s, whatever its name', async (_what, contents, name, code) => {
    const answer = await upload(contents, name);
    expect((answer.body as Problem).code).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('refuses a picture that is cut off, a bomb of pixels, a file too large, and no file', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
        background: '#000',
      },
    })
      .jpeg()
      .toBuffer();
    const cut = await upload(noise.subarray(0, noise.length / 2));
    expect([cut.status, (cut.body as Problem).code]).toEqual([422, 'media.broken']);
    const bomb = await upload(await picture(9000, 9000, '#000').png().toBuffer());
    expect([bomb.status, (bomb.body as Problem).code]).toEqual([413, 'request.too-large']);
    const large = await upload(Buffer.alloc(MEDIA_LIMITS.bytes + 1));
    expect([large.status, (large.body as Problem).code]).toEqual([413, 'request.too-large']);
    const none = await request(server()).post(at(apiPaths.media)).expect(400);
    expect((none.body as Problem).fields).toEqual([{ path: 'file', code: 'required' }]);
  });

  it('lists what lacks credit or alt text, and saves both with a version check', async () => {
    const { body } = await upload(await picture(300, 300, '#00ff00').jpeg().toBuffer(), 'green.jpg').expect(
      201,
    );
    const { id, version } = body as Media;
    const missing = async (what: string) => {
      const answer = await request(server())
        .get(at(apiPaths.media))
        .query({ filter: what, q: 'green' })
        .expect(200);
      return (answer.body as Page<Media>).total;
    };
    expect([await missing('rights'), await missing('alt')]).toEqual([1, 1]);
    const save = (edited: number, en: string) =>
      request(server())
        .put(at(apiPaths.oneMedia(id)))
        .send({
          version: edited,
          credit: { photographer: 'Someone', agency: '', licence: 'CC0' },
          rights: { licenceUrl: '', consent: 'not-needed', consentNote: '' },
          translations: { de: { alt: 'Grün', caption: '' }, en: { alt: en, caption: '' } },
        });
    await save(version, '').expect(200);
    expect([await missing('rights'), await missing('alt')]).toEqual([0, 1]);
    const outdated = await save(version, 'Green').expect(409);
    expect((outdated.body as Problem).code).toBe('version.outdated');
    await save(version + 1, 'Green').expect(200);
    expect(await missing('alt')).toBe(0);
    const audit = await database.dataSource.query<object[]>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(audit).toEqual([{ action: 'media.upload' }, { action: 'media.save' }, { action: 'media.save' }]);
  });

  it('deletes an unused image with its files, and keeps one that is shown', async () => {
    const media = await app
      .get(MediaLibrary)
      .importImage(
        { fileName: 'gone.jpg', contents: await picture(320, 200, '#ff0000').jpeg().toBuffer() },
        { kind: 'system' },
      );
    await database.dataSource.query(
      `INSERT INTO series (slug, starts_on, ends_on, default_language, time_zone, cover_media_id)
       VALUES ('shows-it', '2026-01-01', '2026-02-01', 'en', 'Europe/Berlin', $1)`,
      [media.id],
    );
    await database.dataSource.query(
      `INSERT INTO series_translations (series_id, language, title)
       SELECT id, language, title FROM series, (VALUES ('en', 'It shows it'), ('de', 'Sie zeigt es')) AS text(language, title)
       WHERE cover_media_id = $1`,
      [media.id],
    );
    const [recap] = await database.dataSource.query<{ id: string }[]>(
      `WITH recap AS (INSERT INTO recaps (series_id) SELECT id FROM series WHERE cover_media_id = $1 RETURNING id),
            texts AS (INSERT INTO recap_translations (recap_id, language, title, body) SELECT id, 'en', 'Once in its gallery', '{}' FROM recap),
            revision AS (INSERT INTO recap_revisions (recap_id, number, byline, gallery, session_ids, category_ids, region_ids)
                         SELECT id, 1, '', ARRAY[$1::uuid], '{}', '{}', '{}' FROM recap)
       SELECT id FROM recap`,
      [media.id],
    );
    const shown = await request(server()).get(at(apiPaths.oneMedia(media.id)));
    expect((shown.body as Media).usedIn).toEqual([
      { kind: 'recap', id: recap?.id, titles: { en: 'Once in its gallery' } },
      { kind: 'series', id: expect.any(String) as string, titles: { en: 'It shows it', de: 'Sie zeigt es' } },
    ]);
    const used = await request(server())
      .delete(at(apiPaths.oneMedia(media.id)))
      .expect(409);
    expect(used.body).toMatchObject({ code: 'media.in-use', details: { usedIn: 2 } });
    await database.dataSource.query(`DELETE FROM recap_revisions`);
    await database.dataSource.query(`DELETE FROM recaps`);
    await database.dataSource.query(`DELETE FROM series`);
    expect(readdirSync(join(folder, 'images', media.id)).sort()).toEqual([
      '320.jpeg',
      '320.webp',
      'source.jpeg',
    ]);
    await request(server())
      .delete(at(apiPaths.oneMedia(media.id)))
      .expect(204);
    expect(existsSync(join(folder, 'images', media.id))).toBe(false);
    await request(server())
      .get(at(apiPaths.oneMedia(media.id)))
      .expect(404);
  });

  it('lets organisers look and not touch', async () => {
    roles = ['organiser'];
    await request(server()).get(at(apiPaths.media)).expect(200);
    await upload(await picture(10, 10, '#111111').jpeg().toBuffer()).expect(403);
  });
});
