import { apiPaths, type Page, type SaveSpeaker, type Session, type Speaker } from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock } from '@reihe/shared-testing';
import { ProgrammeApp } from '../testing/programme-app';

const body: SaveSpeaker = {
  version: 0,
  title: 'Dr.',
  name: 'Sample Speaker',
  email: 'speaker@example.org',
  city: 'Lviv',
  country: 'UA',
  translations: { en: { position: 'Head of water', organisation: 'City of Lviv', bio: '' } },
};

describe('speakers', () => {
  let programme: ProgrammeApp;
  const add = (change: Partial<SaveSpeaker> = {}) =>
    programme.answer<Speaker>('post', apiPaths.speakers, { ...body, ...change });

  beforeAll(async () => {
    programme = await ProgrammeApp.open(new FixedClock('2026-09-01T08:00:00Z'));
  });
  afterAll(() => programme.close());

  it('are kept in one directory, searched by name, city and organisation', async () => {
    const speaker = await add();
    expect(speaker).toEqual({ ...body, id: speaker.id, version: 1, contributions: 0 });
    await add({ name: 'Another Person', city: 'Durban', country: '', email: '', translations: {} });
    for (const q of ['sample', 'LVIV', 'city%20of']) {
      const found = await programme.answer<Page<Speaker>>('get', `${apiPaths.speakers}?q=${q}`);
      expect(found.items.map(({ name }) => name)).toEqual(['Sample Speaker']);
    }
    expect((await programme.answer<Page<Speaker>>('get', `${apiPaths.speakers}?pageSize=1`)).total).toBe(2);
  });

  it('change in the directory without changing what a session said of them', async () => {
    const speaker = await add();
    const series = await programme.aSeries(aSaveSeries());
    const part = {
      speakerId: speaker.id,
      role: 'speaker' as const,
      city: 'Lviv',
      country: 'UA',
      translations: {},
    };
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, contributions: [part] }));
    const moved = await programme.answer<Speaker>('put', apiPaths.speaker(speaker.id), {
      ...body,
      version: 1,
      city: 'Kyiv',
    });
    expect(moved).toMatchObject({ version: 2, city: 'Kyiv', contributions: 1 });
    const kept = await programme.answer<Session>('get', apiPaths.session(session.id));
    expect(kept.contributions).toMatchObject([{ city: 'Lviv' }]);
    expect((await programme.problem('put', apiPaths.speaker(speaker.id), { ...body, version: 1 })).code).toBe(
      'version.outdated',
    );
    expect(await programme.problem('delete', apiPaths.speaker(speaker.id))).toMatchObject({
      status: 409,
      code: 'speaker.in-use',
    });
  });

  it('are removed when they have no part in any session, and stand in the audit log by reference only', async () => {
    const speaker = await add();
    await programme.answer('put', apiPaths.speaker(speaker.id), {
      ...body,
      version: 1,
      name: 'Renamed Person',
    });
    await programme.call('delete', apiPaths.speaker(speaker.id)).expect(204);
    expect((await programme.problem('get', apiPaths.speaker(speaker.id))).code).toBe('speaker.not-found');
    const entries = await programme.database.dataSource.query<{ action: string; after: object | null }[]>(
      `SELECT action, before, after FROM audit_entries WHERE subject = 'speaker' AND subject_id = $1 ORDER BY id`,
      [speaker.id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['speaker.create', 'speaker.save', 'speaker.remove']);
    expect(entries[1]?.after).toEqual({ changed: ['name'] });
    expect(JSON.stringify(entries)).not.toMatch(/Sample Speaker|Renamed|example\.org/);
  });
});
