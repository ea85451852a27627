import type { TestDatabase } from '@reihe/api-persistence';
import { apiPaths, type Page, type SaveSpeaker, type Speaker } from '@reihe/shared-contracts';
import { DirectoryApp } from '../testing/directory-app';

const body: SaveSpeaker = {
  version: 0,
  title: 'Dr.',
  name: 'Sample Speaker',
  email: 'speaker@example.org',
  city: 'Lviv',
  country: 'UA',
  language: null,
  translations: { en: { position: 'Head of water', organisation: 'City of Lviv', bio: '' } },
};

/** A part in a session, with the city as of that day. */
async function aPartIn({ dataSource }: TestDatabase, speakerId: string): Promise<void> {
  await dataSource.query(
    `WITH y AS (
       INSERT INTO series (slug, starts_on, ends_on, time_zone, default_language) VALUES ('s', '2026-01-01', '2026-12-31', 'UTC', 'en') RETURNING id
     ), s AS (
       INSERT INTO sessions (series_id, slug, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       SELECT id, 's', 'exchange', '2026-09-08T12:00Z', '2026-09-08T14:00Z', '2026-09-08T12:00', '2026-09-08T14:00', 'UTC', '{en}' FROM y
       RETURNING id
     )
     INSERT INTO contributions (session_id, speaker_id, role, city, country, position) SELECT id, $1, 'speaker', 'Lviv', 'UA', 0 FROM s`,
    [speakerId],
  );
}

describe('speakers', () => {
  let directory: DirectoryApp;
  const add = (change: Partial<SaveSpeaker> = {}) =>
    directory.answer<Speaker>('post', apiPaths.speakers, { ...body, ...change });

  const aPhoto = async (name: string) => {
    const { id } = await directory.one<{ id: string }>(
      `INSERT INTO media (file_name, mime_type, width, height, byte_size, sha256, widths)
       VALUES ($1, 'image/jpeg', 480, 480, 1, $1, '{480}') RETURNING id`,
      [name],
    );
    return id;
  };

  beforeAll(async () => {
    directory = await DirectoryApp.openDirectory();
  });
  afterAll(() => directory.close());

  it('are kept in one directory, searched by name, city and organisation', async () => {
    const speaker = await add();
    expect(speaker).toEqual({
      ...body,
      id: speaker.id,
      version: 1,
      contributions: 0,
      photo: null,
      invitations: { invited: 0, confirmed: 0, declined: 0 },
    });
    await add({ name: 'Another Person', city: 'Durban', country: '', email: '', translations: {} });
    for (const q of ['sample', 'LVIV', 'city%20of']) {
      const found = await directory.answer<Page<Speaker>>('get', `${apiPaths.speakers}?q=${q}`);
      expect(found.items.map(({ name }) => name)).toEqual(['Sample Speaker']);
    }
    expect((await directory.answer<Page<Speaker>>('get', `${apiPaths.speakers}?pageSize=1`)).total).toBe(2);
  });

  it('change in the directory without changing what a session said of them', async () => {
    const speaker = await add();
    await aPartIn(directory.database, speaker.id);
    const moved = await directory.answer<Speaker>('put', apiPaths.speaker(speaker.id), {
      ...body,
      version: 1,
      city: 'Kyiv',
    });
    expect(moved).toMatchObject({ version: 2, city: 'Kyiv', contributions: 1 });
    const [kept] = await directory.database.dataSource.query<{ city: string }[]>(
      'SELECT city FROM contributions WHERE speaker_id = $1',
      [speaker.id],
    );
    expect(kept).toEqual({ city: 'Lviv' });
    expect((await directory.problem('put', apiPaths.speaker(speaker.id), { ...body, version: 1 })).code).toBe(
      'version.outdated',
    );
    expect(await directory.problem('delete', apiPaths.speaker(speaker.id))).toMatchObject({
      status: 409,
      code: 'speaker.in-use',
    });
  });

  it('are removed when they have no part in any session, and stand in the audit log by reference only', async () => {
    const speaker = await add();
    await directory.answer('put', apiPaths.speaker(speaker.id), {
      ...body,
      version: 1,
      name: 'Renamed Person',
    });
    await directory.call('delete', apiPaths.speaker(speaker.id)).expect(204);
    expect((await directory.problem('get', apiPaths.speaker(speaker.id))).code).toBe('speaker.not-found');
    const entries = await directory.database.dataSource.query<{ action: string; after: object | null }[]>(
      `SELECT action, before, after FROM audit_entries WHERE subject = 'speaker' AND subject_id = $1 ORDER BY id`,
      [speaker.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['speaker.create', 'speaker.save', 'speaker.remove']);
    expect(entries[1]?.after).toEqual({ changed: ['name'] });
    expect(JSON.stringify(entries)).not.toMatch(/Sample Speaker|Renamed|example\.org/);
  });

  it('take their photo out of the library when they go, but not one that is shown elsewhere', async () => {
    const [own, shared] = [await aPhoto('own'), await aPhoto('shared')];
    const [alone, one, other] = [await add(), await add(), await add()];
    await directory.rows(
      `UPDATE speakers k SET photo_media_id = p.media, photo_consent = '2026-11', photo_consented_at = now()
       FROM (VALUES ($1::uuid, $4::uuid), ($2, $5), ($3, $5)) AS p (id, media) WHERE k.id = p.id`,
      [alone.id, one.id, other.id, own, shared],
    );
    await directory.call('delete', apiPaths.speaker(alone.id)).expect(204);
    await directory.call('delete', apiPaths.speaker(one.id)).expect(204);
    const left = await directory.rows<{ id: string }>(`SELECT id FROM media`);
    expect(left).toEqual([{ id: shared }]);
  });
});
