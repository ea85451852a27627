import {
  apiPaths,
  type ChangePreview,
  type PendingChangeAnswer,
  type Series,
  type Session,
} from '@reihe/shared-contracts';
import type { SessionContent, SessionHistory } from '@reihe/shared-planning';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { SessionStates } from '../sessions/session-states.service';
import { ProgrammeApp } from '../testing/programme-app';

/** A version holds all of a session but what follows from the rest or is no content. */
const NO_CONTENT = [
  'id',
  'version',
  'state',
  'startsAt',
  'endsAt',
  'cancelReason',
  'sequence',
  'counts',
] satisfies (keyof Session)[];

function contentOf(session: Session): SessionContent {
  const kept = Object.entries(session).filter(([key]) => !(NO_CONTENT as string[]).includes(key));
  return Object.fromEntries(kept) as unknown as SessionContent;
}

describe('the history of a session', () => {
  let programme: ProgrammeApp;
  let series: Series;
  let slugs = 0;
  const create = (change: object = {}, state: 'draft' | 'published' = 'draft') =>
    programme.aSession(aSaveSession({ seriesId: series.id, slug: `session-${++slugs}`, ...change }), state);
  const save = (session: Session, change: object) =>
    programme.answer<Session>('put', apiPaths.session(session.id), { ...saveSessionOf(session), ...change });
  const historyOf = ({ id }: Session, query = '') =>
    programme.answer<SessionHistory>('get', `${apiPaths.sessionVersions(id)}${query}`);
  const restore = ({ id, version }: Session, number: number) =>
    programme.answer<Session>('post', apiPaths.restoreSession(id, number), { version });

  beforeAll(async () => {
    programme = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    series = await programme.aSeries(aSaveSeries());
  });
  afterAll(() => programme.close());
  beforeEach(() => {
    programme.observer.told.length = 0;
    programme.observer.isFailing = false;
  });

  /** A session in which everything is filled in. */
  async function whole(): Promise<Session> {
    const part = {
      speakerId: await programme.aSpeaker(),
      role: 'speaker',
      city: 'Lviv',
      country: 'UA',
      translations: { en: { position: 'Head of water', organisation: 'City of Lviv', topic: 'Pipes' } },
    };
    return create({
      capacity: 40,
      regionIds: [await programme.aTerm('region', `region-${slugs}`, { en: 'Europe' })],
      categoryIds: [await programme.aTerm('category', `category-${slugs}`, { en: 'Water' })],
      registrationOpensAt: '2026-09-01T00:00:00Z',
      meeting: {
        provider: 'zoom',
        url: 'https://meet.example/room',
        meetingId: '123 456',
        passcode: 'secret-word',
        dialIn: [{ label: 'Ukraine', number: '+380 44 000000', pin: '7' }],
        hostNotes: 'Record it.',
        account: 'host-1',
        opensBefore: 10,
      },
      agenda: [
        {
          kind: 'talk',
          startsAfter: 0,
          durationMinutes: 30,
          translations: { en: { title: 'Pipes', description: '' } },
          contributions: [part],
        },
      ],
      contributions: [{ role: 'moderator', translations: {} }],
    });
  }

  it('holds every version whole: who made it, how, and all that a save writes', async () => {
    const created = await whole();
    const saved = await save(created, { translations: { en: { title: 'Old pipes', abstract: 'Why.' } } });
    const published = await programme.answer<Session>('post', apiPaths.publishSession(saved.id), {
      version: saved.version,
    });
    const { items, total, before } = await historyOf(created);
    expect({ total, before }).toEqual({ total: 3, before: null });
    expect(items.map(({ version, action, by, state }) => [version, action, by, state])).toEqual([
      [3, 'session.publish', programme.organiser.name, 'published'],
      [2, 'session.save', programme.organiser.name, 'draft'],
      [1, 'session.create', programme.organiser.name, 'draft'],
    ]);
    expect(items.map(({ content }) => content)).toEqual([published, saved, created].map(contentOf));
  });

  it('comes in pages, each with the content before its oldest', async () => {
    let session = await create();
    for (let capacity = 2; capacity <= 4; capacity++) session = await save(session, { capacity });
    const first = await historyOf(session, '?pageSize=2');
    expect(first.items.map(({ content }) => content.capacity)).toEqual([4, 3]);
    expect(first.before?.capacity).toBe(2);
    const last = await historyOf(session, '?pageSize=2&page=2');
    expect(last).toMatchObject({ total: 4, before: null });
    expect((await programme.problem('get', apiPaths.sessionVersions(series.id))).code).toBe(
      'session.not-found',
    );
  });

  it('is written in the transaction of the change: what fails leaves no version', async () => {
    const session = await create({}, 'published');
    programme.observer.isFailing = true;
    await programme.call('put', apiPaths.session(session.id), {
      ...saveSessionOf(session),
      startsLocal: '2026-10-06T14:30',
    });
    expect((await historyOf(session)).total).toBe(2);
  });

  it('has one version for each of many saves at once, and none twice', async () => {
    const session = await create();
    await Promise.all(
      Array.from({ length: 6 }, (_, capacity) =>
        programme.call('put', apiPaths.session(session.id), {
          ...saveSessionOf(session),
          capacity: capacity + 1,
        }),
      ),
    );
    const { items } = await historyOf(session);
    const now = await programme.answer<Session>('get', apiPaths.session(session.id));
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
    expect(items[0]?.content.capacity).toBe(now.capacity);
  });

  it('also knows what Reihe itself and other libs did, in whatever way they raised the version', async () => {
    const session = await create(
      { startsLocal: '2026-08-01T10:00', endsLocal: '2026-08-01T11:00' },
      'published',
    );
    await programme.get(SessionStates).holdEndedSessions(new Date('2026-09-01T08:00:00Z'));
    await programme.database.dataSource.query(
      `UPDATE sessions SET version = version + 1, capacity = 7 WHERE id = $1`,
      [session.id],
    );
    const { items } = await historyOf(session);
    expect(items.slice(0, 2)).toMatchObject([
      { version: 4, by: null, action: 'session.save', state: 'held', content: { capacity: 7 } },
      { version: 3, by: null, action: 'session.hold', state: 'held' },
    ]);
  });

  it('is restored by a new save with the old content', async () => {
    const created = await whole();
    const emptied = await save(created, { agenda: [], contributions: [], capacity: null, categoryIds: [] });
    const restored = await restore(emptied, 1);
    expect(restored.version).toBe(3);
    const withoutIds = (content: SessionContent) =>
      JSON.parse(
        JSON.stringify(content, (key, value: unknown) => (key === 'id' ? undefined : value)),
      ) as object;
    expect(withoutIds(contentOf(restored))).toEqual(withoutIds(contentOf(created)));
    expect((await historyOf(created)).items[0]).toMatchObject({ version: 3, action: 'session.restore' });
    const [entry] = await programme.database.dataSource.query<{ after: object }[]>(
      `SELECT after FROM audit_entries WHERE action = 'session.restore' AND subject_id = $1`,
      [created.id],
    );
    expect(entry?.after).toMatchObject({ capacity: 40 });
    expect(JSON.stringify(entry)).not.toContain('secret-word');
  });

  it('tells people where restoring moves the time, and asks no answered clock question again', async () => {
    const twice = { startsLocal: '2026-10-25T02:30', endsLocal: '2026-10-25T04:00', clockChoice: 'later' };
    const session = await create(twice, 'published');
    const moved = await save(session, { startsLocal: '2026-10-26T10:00', endsLocal: '2026-10-26T11:00' });
    programme.observer.told.length = 0;
    const restored = await restore(moved, session.version);
    expect(restored.startsAt).toBe('2026-10-25T01:30:00Z');
    expect(restored.sequence).toBe(moved.sequence + 1);
    expect(programme.observer.told).toEqual([
      { moved: expect.objectContaining({ sessionId: session.id }) as object },
    ]);
  });

  it('shows the mails of a restoring first without doing it, and lets it be undone, parts and all', async () => {
    const created = await whole();
    const published = await programme.answer<Session>('post', apiPaths.publishSession(created.id), {
      version: created.version,
    });
    const body = { startsLocal: '2026-10-08T09:00', endsLocal: '2026-10-08T10:00', agenda: [] };
    const moved = await save(published, body);
    const preview = await programme.answer<ChangePreview>(
      'post',
      apiPaths.previewRestore(moved.id, published.version),
      { version: moved.version },
    );
    expect(preview.kinds).toEqual(['moved']);
    expect((await historyOf(moved)).total).toBe(moved.version);
    const restored = await restore(moved, published.version);
    expect(restored.startsLocal).toBe(published.startsLocal);
    expect(restored.agenda).toHaveLength(1);
    const { change } = await programme.answer<PendingChangeAnswer>('get', apiPaths.pendingChange(moved.id));
    const undone = await programme.answer<Session>('post', apiPaths.undoChange(moved.id, change?.id ?? ''));
    expect(undone).toMatchObject(body);
    expect(undone.contributions).toEqual(moved.contributions);
    expect((await historyOf(moved)).items[0]).toMatchObject({ action: 'session.undo' });
  });

  it('keeps the address of what is published, and leaves out what is in no directory any more', async () => {
    const created = await whole();
    const [region, speaker] = [created.regionIds[0], created.agenda[0]?.contributions[0]?.speakerId];
    const renamed = await save(created, { slug: `renamed-${slugs}`, agenda: [], regionIds: [] });
    await programme.database.dataSource.query(`DELETE FROM regions WHERE id = $1`, [region]);
    await programme.database.dataSource.query(`DELETE FROM speakers WHERE id = $1`, [speaker]);
    const published = await programme.answer<Session>('post', apiPaths.publishSession(created.id), {
      version: renamed.version,
    });
    const restored = await restore(published, 1);
    expect(restored).toMatchObject({
      slug: `renamed-${slugs}`,
      state: 'published',
      regionIds: [],
      categoryIds: created.categoryIds,
      agenda: [{ contributions: [{ speakerId: null, city: 'Lviv' }] }],
    });
  });

  it('is restored only by who saw the newest version and may write, and only from a version there is', async () => {
    const session = await create();
    const newer = await save(session, { capacity: 3 });
    const path = apiPaths.restoreSession(session.id, 1);
    const outdated = await programme.problem('post', path, { version: session.version });
    expect(outdated.code).toBe('version.outdated');
    const none = await programme.problem('post', apiPaths.restoreSession(session.id, 9), {
      version: newer.version,
    });
    expect(none.code).toBe('session.version-not-found');
    programme.user = { ...programme.organiser, roles: ['editor'] };
    const refusal = await programme.problem('post', path, { version: newer.version });
    expect((await historyOf(session)).total).toBe(2);
    programme.user = programme.organiser;
    expect(refusal.code).toBe('auth.forbidden');
  });
});

describe('the parts of a session', () => {
  let programme: ProgrammeApp;

  beforeAll(async () => {
    programme = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
  });
  afterAll(() => programme.close());

  it('stay the same ones over a save that names them, and are new where it does not, or names those of another', async () => {
    const series = await programme.aSeries(aSaveSeries());
    const item = (title: string, id?: string) => ({
      ...(id && { id }),
      kind: 'talk' as const,
      startsAfter: 0,
      durationMinutes: 10,
      translations: { en: { title, description: '' } },
      contributions: [{ role: 'speaker' as const, translations: {} } as never],
    });
    const body = aSaveSession({ seriesId: series.id, agenda: [item('One'), item('Two')] });
    const session = await programme.aSession(body, 'draft');
    const other = await programme.aSession({ ...body, slug: 'another' }, 'draft');
    const [one, two] = session.agenda;
    const foreign = other.agenda[0]?.id;
    const saved = await programme.answer<Session>('put', apiPaths.session(session.id), {
      ...saveSessionOf(session),
      agenda: [two, item('New'), one, item('Twice', one?.id), item('Foreign', foreign)],
    });
    const ids = saved.agenda.map(({ id }) => id);
    expect([ids[0], ids[2]]).toEqual([two?.id, one?.id]);
    expect(new Set([...ids, foreign]).size).toBe(6);
    expect(saved.agenda[0]?.contributions[0]?.id).toBe(two?.contributions[0]?.id);
  });
});
