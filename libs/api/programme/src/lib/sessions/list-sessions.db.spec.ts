import {
  apiPaths,
  SESSION_SORTS,
  type Page,
  type SaveSession,
  type Series,
  type Session,
  type SessionListItem,
} from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock } from '@reihe/shared-testing';
import { ProgrammeApp } from '../testing/programme-app';

describe('the list of sessions', () => {
  let programme: ProgrammeApp;
  let series: Series;
  let slugs = 0;

  const aSession = (change: Partial<SaveSession>, state: 'draft' | 'published' = 'published') =>
    programme.aSession(aSaveSession({ seriesId: series.id, slug: `listed-${++slugs}`, ...change }), state);
  const titled = (title: string): Pick<SaveSession, 'translations'> => ({
    translations: { en: { title, abstract: '' } },
  });
  const list = (query: Record<string, string>) =>
    programme.answer<Page<SessionListItem>>(
      'get',
      `${apiPaths.sessions}?${new URLSearchParams({ lang: 'en', ...query }).toString()}`,
    );
  const titles = async (query: Record<string, string>) => (await list(query)).items.map(({ title }) => title);

  let world: string;
  let europe: string;
  let heat: string;

  beforeAll(async () => {
    programme = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    series = await programme.aSeries(aSaveSeries());
    world = await programme.aTerm('region', 'world', { en: 'World' });
    europe = await programme.aTerm('region', 'europe', { en: 'Europe' }, world);
    heat = await programme.aTerm('category', 'heat', { en: 'Heat' });
    const moderator = {
      speakerId: await programme.aSpeaker(),
      role: 'moderator' as const,
      city: '',
      country: null,
      translations: {},
    };
    await aSession({
      ...titled('Shade'),
      kind: 'opening',
      regionIds: [europe],
      startsLocal: '2026-10-01T10:00',
      endsLocal: '2026-10-01T12:00',
      meeting: { url: 'https://meet.example/shade', passcode: '' },
      contributions: [moderator],
    });
    await aSession({
      ...titled('Wells'),
      categoryIds: [heat],
      interpretation: ['uk'],
      startsLocal: '2026-10-02T10:00',
      endsLocal: '2026-10-02T12:00',
      capacity: 5,
      contributions: [moderator],
    });
    await aSession(
      { ...titled('50 % of_roofs'), startsLocal: '2026-11-01T10:00', endsLocal: '2026-11-01T12:00' },
      'draft',
    );
    const held = await aSession({
      ...titled('Buses'),
      startsLocal: '2026-08-01T10:00',
      endsLocal: '2026-08-01T12:00',
    });
    await programme.answer('post', apiPaths.holdSession(held.id), { version: held.version });
  });
  afterAll(() => programme.close());

  it('is narrowed by each filter, and by several at once', async () => {
    expect(await titles({})).toEqual(['Buses', 'Shade', 'Wells', '50 % of_roofs']);
    expect(await titles({ state: 'draft' })).toEqual(['50 % of_roofs']);
    expect(await titles({ kind: 'opening' })).toEqual(['Shade']);
    expect(await titles({ region: world })).toEqual(['Shade']);
    expect(await titles({ region: europe, kind: 'exchange' })).toEqual([]);
    expect(await titles({ category: heat })).toEqual(['Wells']);
    expect(await titles({ language: 'uk' })).toEqual(['Wells']);
    expect(await titles({ language: 'en', state: 'held' })).toEqual(['Buses']);
  });

  it('shows what overlaps a time, not only what begins in it', async () => {
    const between = (from: string, to: string) => titles({ from, to });
    expect(await between('2026-10-01T09:00:00Z', '2026-10-02T08:00:00Z')).toEqual(['Shade']);
    expect(await between('2026-10-01T10:00:00Z', '2026-10-02T08:00:01Z')).toEqual(['Wells']);
    expect(await titles({ from: '2026-10-02T08:00:01Z' })).toEqual(['Wells', '50 % of_roofs']);
    // A period that ends before it begins holds nothing.
    expect(await between('2026-10-02T00:00:00Z', '2026-10-01T00:00:00Z')).toEqual([]);
  });

  it('finds what is written in the title or the address, its signs meaning themselves', async () => {
    expect(await titles({ q: 'HAD' })).toEqual(['Shade']);
    expect(await titles({ q: '%' })).toEqual(['50 % of_roofs']);
    expect(await titles({ q: 'f_r' })).toEqual(['50 % of_roofs']);
    expect(await titles({ q: 'a_e' })).toEqual([]);
    expect(await titles({ q: 'listed-2' })).toEqual(['Wells']);
  });

  it('tells what still needs its organiser', async () => {
    expect(await titles({ needs: 'link' })).toEqual(['Wells']);
    expect(await titles({ needs: 'moderator' })).toEqual([]);
    expect(await titles({ needs: 'recap' })).toEqual(['Buses']);
    expect(await titles({ needs: 'anything' })).toEqual(['Buses', 'Wells']);
  });

  it('says where speakers know of a session: invited or confirmed, not who declined or was never asked', async () => {
    const known = async () =>
      (await list({ state: 'published' })).items.map(({ hasAskedSpeakers }) => hasAskedSpeakers);
    const answer = (state: string) =>
      programme.database.dataSource.query(
        `UPDATE contributions SET invitation_state = $1
         WHERE session_id = (SELECT session_id FROM session_translations WHERE title = 'Wells')`,
        [state],
      );
    expect(await known()).toEqual([false, false]);
    for (const state of ['invited', 'confirmed']) {
      await answer(state);
      expect(await known()).toEqual([false, true]);
    }
    await answer('declined');
    expect(await known()).toEqual([false, false]);
  });

  it('is ordered by every column, both ways', async () => {
    expect(await titles({ sort: '-title' })).toEqual(['Wells', 'Shade', 'Buses', '50 % of_roofs']);
    expect(await titles({ sort: 'state' })).toEqual(['50 % of_roofs', 'Shade', 'Wells', 'Buses']);
    expect((await titles({ sort: '-capacity' }))[0]).toBe('Wells');
    for (const sort of SESSION_SORTS) expect((await list({ sort })).total).toBe(4);
    expect(await programme.problem('get', `${apiPaths.sessions}?sort=version`)).toMatchObject({
      status: 400,
    });
  });

  it('gives some by their ids, and up to 500 at once', async () => {
    const [first, second] = (await list({})).items;
    expect(await titles({ ids: `${second?.id},${first?.id}` })).toEqual(['Buses', 'Shade']);
    expect((await list({ pageSize: '500' })).items).toHaveLength(4);
    expect(await programme.problem('get', `${apiPaths.sessions}?pageSize=501`)).toMatchObject({
      status: 400,
    });
  });

  it('is one statement whatever is asked', async () => {
    const all = { region: world, category: heat, language: 'en', needs: 'anything', q: 'a', sort: '-series' };
    expect(await programme.statementsOf(() => list(all))).toHaveLength(1);
  });

  describe('revised where it is', () => {
    const revise = (session: Session, change: object) =>
      programme.answer<Session>('patch', apiPaths.session(session.id), {
        version: session.version,
        ...change,
      });

    it('changes what is given and keeps the rest, meeting link included', async () => {
      const session = await aSession({
        ...titled('Night shift'),
        capacity: 9,
        meeting: { url: 'https://meet.example/night', passcode: 'moon' },
      });
      const renamed = await revise(session, { title: 'Late shift' });
      expect(renamed).toMatchObject({
        version: session.version + 1,
        capacity: 9,
        meeting: { url: 'https://meet.example/night', passcode: 'moon' },
        translations: { en: { title: 'Late shift' } },
      });
      programme.observer.told.length = 0;
      const moved = await revise(renamed, { startsLocal: '2026-10-07T14:00', endsLocal: '2026-10-07T16:00' });
      expect(moved.startsAt).toBe('2026-10-07T12:00:00Z');
      expect(programme.observer.told).toMatchObject([{ moved: { sessionId: session.id } }]);
      expect((await revise(moved, { capacity: null })).capacity).toBeNull();
    });

    it('refuses an old version, a title that is none, and a time that comes twice', async () => {
      const session = await aSession(titled('Refused'), 'draft');
      const refused = (change: object) =>
        programme.problem('patch', apiPaths.session(session.id), { version: session.version, ...change });
      expect(await refused({ version: 99, title: 'Newer' })).toMatchObject({ code: 'version.outdated' });
      expect(await refused({ title: '' })).toMatchObject({ fields: [{ path: 'title', code: 'required' }] });
      expect(await refused({ startsLocal: '2026-10-25T02:30', endsLocal: '2026-10-25T05:00' })).toMatchObject(
        { code: 'time.ambiguous' },
      );
      expect(await refused({ capacity: 0 })).toMatchObject({ fields: [{ path: 'capacity' }] });
      expect(await refused({ seriesId: series.id })).toMatchObject({ status: 400 });
    });
  });
});
