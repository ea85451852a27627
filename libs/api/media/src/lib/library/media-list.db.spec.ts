import { apiPaths, type Media, type Page } from '@reihe/shared-contracts';
import type { BulkMediaAnswer, MediaFilter } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { MediaApp } from '../testing/media-app';
import { listMedia } from './media.sql';

const IMAGES = 20_000;
/** A text with the lead picture in it. */
const SHOWING = `jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
  jsonb_build_object('type', 'picture', 'attrs', jsonb_build_object('mediaId', lead_media_id))))`;

describe('the list of the media library', () => {
  let app: MediaApp;
  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);

  beforeAll(async () => {
    app = await MediaApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    // As in a library that is looked after: a few of many lack something, and most are used.
    await query(
      `INSERT INTO media (file_name, mime_type, width, height, byte_size, sha256, widths, photographer, consent, uploaded_at, state, failure, look)
       SELECT 'harbour-' || n || '.jpg', 'image/jpeg', 1600, 900, 1000, 'sample-' || n, '{480}',
         CASE WHEN n % 2000 = 0 THEN '' WHEN n % 500 = 1 THEN 'Jürgen Größe' ELSE 'Photographer ' || n END,
         CASE WHEN n % 4000 = 7 THEN 'open' ELSE 'agreed' END, timestamptz '2026-01-01' + n * interval '1 minute',
         CASE WHEN n = 13 THEN 'failed' WHEN n = 14 THEN 'preparing' ELSE 'ready' END, CASE WHEN n = 13 THEN 'media.broken' END,
         ('x' || substr(md5(n::text), 1, 16))::bit(64)::bigint
       FROM generate_series(1, $1::int) n`,
      [IMAGES],
    );
    await query(
      `INSERT INTO media_translations (media_id, language, alt)
       SELECT id, language, 'Ships' FROM media, unnest('{en,de}'::text[]) language
       WHERE NOT (language = 'de' AND file_name LIKE 'harbour-%99.jpg')`,
    );
    await query(
      `INSERT INTO series (slug, starts_on, ends_on, default_language, time_zone, cover_media_id)
       SELECT 'series-' || row_number() OVER (), '2026-01-01', '2026-02-01', 'en', 'Europe/Berlin', id
       FROM media WHERE file_name NOT LIKE 'harbour-%50.jpg'`,
    );
    await query(
      `INSERT INTO media_look_alikes (media_id, other_id, distance)
       SELECT a.id, b.id, 2 FROM media a, media b
       WHERE (a.file_name, b.file_name) IN (('harbour-3.jpg', 'harbour-4.jpg'), ('harbour-4.jpg', 'harbour-3.jpg'))`,
    );
    await query(
      `INSERT INTO recaps (series_id, lead_media_id)
       SELECT id, cover_media_id FROM series, generate_series(1, 3) WHERE slug LIKE 'series-%0'`,
    );
    await query(
      `INSERT INTO recap_gallery (recap_id, media_id, position) SELECT id, lead_media_id, 0 FROM recaps`,
    );
    await query(
      `INSERT INTO recap_translations (recap_id, language, title, body) SELECT id, 'en', 'A look back', ${SHOWING} FROM recaps`,
    );
    await query(
      `INSERT INTO recap_revisions (recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids)
       SELECT id, 1, '', lead_media_id, ARRAY[lead_media_id], '{}', '{}', '{}' FROM recaps`,
    );
    await query(
      `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
       SELECT id, 'en', 'A look back', '', ${SHOWING}, '', '' FROM recap_revisions`,
    );
    await query('VACUUM ANALYZE');
  });
  afterAll(() => app.close());

  const found = (filters: object) =>
    app
      .call('get', apiPaths.media)
      .query(filters)
      .expect(200)
      .then(({ body }) => body as Page<Media>);

  it.each<[string, object, number]>([
    ['everything', {}, IMAGES],
    ['missing rights', { filter: 'rights' }, 15],
    ['missing words', { filter: 'alt' }, 200],
    ['missing words in one language', { filter: 'alt', language: 'en' }, 0],
    ['what is used nowhere', { filter: 'unused' }, 200],
    ['what looks alike', { filter: 'look-alikes' }, 2],
    ['what is being prepared', { filter: 'preparing' }, 1],
    ['what failed', { filter: 'failed' }, 1],
    ['a name without its umlauts', { q: 'jurgen grosse' }, 40],
    ['a file name', { q: 'HARBOUR-12345' }, 1],
    ['signs that mean something to a database', { q: '%_' }, 0],
    ['words and a filter together', { q: 'harbour-1999', filter: 'alt' }, 2],
  ])('narrows to %s', async (_what, filters, total) => {
    const page = await found({ ...filters, pageSize: 10 });
    expect(page.total).toBe(total);
    expect(page.items).toHaveLength(Math.min(10, total));
  });

  it('is one statement, however many images a page has', async () => {
    const statements = await app.statementsOf(() => found({ pageSize: 100 }));
    expect(statements.filter((sql) => /\bmedia\b/.test(sql))).toHaveLength(1);
  });

  it.each<[MediaFilter | undefined, string | null]>([
    ['rights', null],
    ['look-alikes', null],
    ['failed', null],
    [undefined, null],
    [undefined, '%harbour-12345%'],
  ])('answers %s %s from indexes', async (filter, words) => {
    const plan = await query<{ 'QUERY PLAN': string }>(
      `EXPLAIN ${listMedia(filter, words !== null).replaceAll('$1', words === null ? 'NULL' : `'${words}'`)}`
        .replaceAll('$2', `'{en,de}'`)
        .replaceAll('$3', '25')
        .replaceAll('$4', '0'),
    );
    const scans = plan.map((line) => line['QUERY PLAN']).filter((line) => line.includes('Seq Scan'));
    expect(
      scans.filter((line) => /Seq Scan on (media|media_translations|series|recap\w*)\b/.test(line)),
    ).toEqual([]);
  });

  it('finds look-alikes of one image by bytes in common, not by comparing all', async () => {
    const plan = await query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT o.id FROM media m JOIN media o ON look_bytes(o.look) && look_bytes(m.look) AND o.look IS NOT NULL
       WHERE m.file_name = 'harbour-1.jpg' AND bit_count((o.look # m.look)::bit(64)) <= 6`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on ix_media_look/);
  });

  it('changes credit and rights of many at once, and puts them back unless somebody saved since', async () => {
    const { items } = await found({ filter: 'rights', pageSize: 5 });
    const ids = items.map(({ id }) => id);
    const { changed } = await app.answer<BulkMediaAnswer>('put', apiPaths.mediaBulk, {
      ids,
      credit: { agency: 'Sample Agency' },
      rights: { consent: 'not-needed', licenceUrl: 'https://licence.example/by' },
    });
    expect(changed.map(({ id }) => id).sort()).toEqual([...ids].sort());
    const after = await app.one(ids[0] ?? '');
    expect(after.credit).toEqual({ ...items[0]?.credit, agency: 'Sample Agency' });
    expect(after.rights).toEqual({
      licenceUrl: 'https://licence.example/by',
      consent: 'not-needed',
      consentNote: '',
    });
    expect((await found({ filter: 'rights' })).total).toBe(10);

    await app.call('post', `${apiPaths.mediaBulk}/restore`, { items: changed }).expect(204);
    expect((await app.one(ids[0] ?? '')).credit).toEqual(items[0]?.credit);
    const again = await app.problem('post', `${apiPaths.mediaBulk}/restore`, { items: changed });
    expect(again.code).toBe('version.outdated');
    const [audit] = await query<{ entries: number }>(
      `SELECT count(*)::int AS entries FROM audit_entries WHERE action = 'media.save' AND subject_id = $1`,
      [ids[0]],
    );
    expect(audit).toEqual({ entries: 2 });
  });

  it('changes all of them or none', async () => {
    const { items } = await found({ pageSize: 1 });
    const unknown = '00000000-0000-4000-8000-00000000000f';
    const refused = await app.problem('put', apiPaths.mediaBulk, {
      ids: [items[0]?.id, unknown],
      credit: { agency: 'Nobody' },
    });
    expect(refused.code).toBe('media.not-found');
    expect((await app.one(items[0]?.id ?? '')).credit.agency).toBe('');
    const wrong = await app.problem('put', apiPaths.mediaBulk, {
      ids: [items[0]?.id],
      rights: { consent: 'perhaps', licenceUrl: 'javascript:alert(1)' },
    });
    expect(wrong.fields?.map(({ path }) => path).sort()).toEqual(['rights.consent', 'rights.licenceUrl']);
  });
});
