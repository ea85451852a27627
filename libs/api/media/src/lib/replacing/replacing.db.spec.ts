import { apiPaths, type Media } from '@reihe/shared-contracts';
import type { MediaReplacement } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { MediaApp } from '../testing/media-app';
import { scene } from '../testing/pictures';

describe('replacing an image everywhere', () => {
  let app: MediaApp;
  let old: Media;
  let by: Media;
  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);
  const one = async <Row extends object>(sql: string, parameters: unknown[] = []) =>
    (await query<Row>(sql, parameters))[0];
  const preview = () => app.answer<MediaReplacement>('get', apiPaths.mediaReplacement(old.id));
  const replace = (expected: number) => ({ byId: by.id, expected });

  async function described(media: Media, consent = 'agreed'): Promise<Media> {
    return app.answer('put', apiPaths.oneMedia(media.id), {
      version: media.version,
      credit: { photographer: 'Sample Photographer', agency: '', licence: '' },
      rights: { licenceUrl: '', consent, consentNote: '' },
      translations: { en: { alt: 'Ships', caption: '' } },
    });
  }

  /** A published recap that shows the old image in all of its places, with a revision of the past that does as well. */
  async function aRecap(): Promise<string> {
    const body = JSON.stringify({ type: 'doc', content: [{ type: 'picture', attrs: { mediaId: old.id } }] });
    const row = await one<{ id: string }>(
      `WITH y AS (INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone, cover_media_id)
                  VALUES (gen_random_uuid()::text, 'published', '2026-01-01', '2026-02-01', 'en', 'Europe/Berlin', $1) RETURNING id)
       INSERT INTO recaps (series_id, version, lead_media_id) SELECT id, 4, $1 FROM y RETURNING id`,
      [old.id],
    );
    const id = row?.id ?? '';
    await query(`INSERT INTO recap_gallery (recap_id, media_id, position) VALUES ($1, $2, 0), ($1, $3, 1)`, [
      id,
      old.id,
      by.id,
    ]);
    await query(
      `INSERT INTO recap_translations (recap_id, language, title, body) VALUES ($1, 'en', 'A look back', $2)`,
      [id, body],
    );
    for (const number of [1, 2]) {
      const revision = await one<{ id: string }>(
        `INSERT INTO recap_revisions (recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids)
         VALUES ($1, $2, 'Sample', $3, ARRAY[$3, $4]::uuid[], '{}', '{}', '{}') RETURNING id`,
        [id, number, old.id, by.id],
      );
      await query(
        `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
         VALUES ($1, 'en', 'A look back', '', $2, '', '')`,
        [revision?.id, body],
      );
    }
    // The steps that the database allows.
    await query(`UPDATE recaps SET state = 'in-review' WHERE id = $1`, [id]);
    await query(`UPDATE recaps SET state = 'approved', approved_at = now() WHERE id = $1`, [id]);
    await query(
      `UPDATE recaps SET state = 'published', published_on = '2026-03-01', current_revision = 2, published_version = 4 WHERE id = $1`,
      [id],
    );
    return id;
  }

  const revisions = (recapId: string) =>
    query<{ number: number; lead: string; gallery: string[]; body: string }>(
      `SELECT v.number, v.lead_media_id AS lead, v.gallery, t.body::text AS body
       FROM recap_revisions v JOIN recap_revision_translations t ON t.revision_id = v.id
       WHERE v.recap_id = $1 ORDER BY v.number`,
      [recapId],
    );

  const coverOf = async (recapId: string) =>
    (
      await one<{ cover: string }>(
        `SELECT y.cover_media_id AS cover FROM recaps r JOIN series y ON y.id = r.series_id WHERE r.id = $1`,
        [recapId],
      )
    )?.cover;

  beforeAll(async () => {
    app = await MediaApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
  });
  beforeEach(async () => {
    old = await described(
      await app.ready(
        await scene(Math.random() * 1e6)
          .jpeg()
          .toBuffer(),
        'old.jpg',
      ),
    );
    by = await described(
      await app.ready(
        await scene(Math.random() * 1e6)
          .jpeg()
          .toBuffer(),
        'new.jpg',
      ),
    );
  });
  afterAll(() => app.close());

  it('names every place first, then changes all of them, readers’ page included, and leaves the past alone', async () => {
    const recapId = await aRecap();
    await query(
      `INSERT INTO speakers (name, photo_media_id, photo_consent, photo_consented_at) VALUES ('Sample Speaker', $1, 'v1', now())`,
      [old.id],
    );
    const { uses } = await preview();
    expect(uses.map(({ kind, isPublished }) => [kind, isPublished])).toEqual([
      ['recap', true],
      ['series', true],
      ['speaker', true],
    ]);
    const done = await app.answer<MediaReplacement>('post', apiPaths.mediaReplacement(old.id), replace(3));
    expect(done.uses).toHaveLength(3);

    const recap = await one(
      `SELECT r.lead_media_id AS lead, r.version, r.published_version AS published, r.current_revision AS current,
         ARRAY(SELECT media_id FROM recap_gallery g WHERE g.recap_id = r.id) AS gallery,
         (SELECT body::text FROM recap_translations t WHERE t.recap_id = r.id) AS body
       FROM recaps r WHERE id = $1`,
      [recapId],
    );
    expect(recap).toMatchObject({ lead: by.id, version: 5, published: 5, current: 3, gallery: [by.id] });
    expect((recap as { body: string }).body).toContain(by.id);
    const all = await revisions(recapId);
    expect(all.map(({ number, lead }) => [number, lead])).toEqual([
      [1, old.id],
      [2, old.id],
      [3, by.id],
    ]);
    expect(all[2]).toMatchObject({ gallery: [by.id], body: expect.stringContaining(by.id) as string });
    expect(all[1]?.body).toContain(old.id);
    expect(await coverOf(recapId)).toBe(by.id);
    expect(await one(`SELECT photo_media_id AS photo FROM speakers`)).toEqual({ photo: by.id });
    const audit = await query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE action LIKE '%replace%' ORDER BY id`,
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'media.replace',
      'recap.replace-picture',
      'series.replace-picture',
      'speaker.replace-picture',
    ]);
    // Its past still shows it.
    await app.call('delete', apiPaths.oneMedia(old.id)).expect(409);
  });

  it('publishes nothing that was not published: what is being written stays so', async () => {
    const recapId = await aRecap();
    await query(`UPDATE recaps SET version = 6 WHERE id = $1`, [recapId]);
    await app.answer('post', apiPaths.mediaReplacement(old.id), replace(2));
    expect(
      await one(`SELECT version, published_version AS published FROM recaps WHERE id = $1`, [recapId]),
    ).toEqual({
      version: 7,
      published: 4,
    });
  });

  it('refuses where the places are other ones than those that were shown', async () => {
    const recapId = await aRecap();
    const refused = await app.problem('post', apiPaths.mediaReplacement(old.id), replace(1));
    expect(refused).toMatchObject({ code: 'media.not-replaceable', details: { reason: 'changed', uses: 2 } });
    expect(await coverOf(recapId)).toBe(old.id);
  });

  it('refuses an image that readers may not see, with what it lacks', async () => {
    await aRecap();
    by = await described(await app.one(by.id), 'open');
    const refused = await app.problem('post', apiPaths.mediaReplacement(old.id), replace(2));
    expect(refused).toMatchObject({
      code: 'media.not-replaceable',
      details: { reason: 'not-publishable', gaps: [{ code: 'no-consent', mediaId: by.id }] },
    });
    await query(`UPDATE recaps SET state = 'archived'`);
    await query(`UPDATE series SET state = 'draft'`);
    await query(`UPDATE media SET state = 'failed', failure = 'media.broken' WHERE id = $1`, [by.id]);
    const broken = await app.problem('post', apiPaths.mediaReplacement(old.id), replace(2));
    expect(broken.details).toMatchObject({ reason: 'not-publishable' });
    const same = await app.problem('post', apiPaths.mediaReplacement(old.id), { byId: old.id, expected: 2 });
    expect(same).toMatchObject({ details: { reason: 'same' } });
  });
});
