import { apiPaths, type Session } from '@reihe/shared-contracts';
import type { BulkChange, BulkPreview, BulkResult, BulkTarget } from '@reihe/shared-planning';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { PlanningApp } from './testing/planning-app';

describe('changes in bulk', () => {
  let app: PlanningApp;
  let seriesId: string;
  const clock = new FixedClock('2026-09-01T08:00:00Z');
  let number = 0;

  const aSession = (
    change: Partial<Parameters<typeof aSaveSession>[0]> = {},
    state?: 'draft' | 'published',
  ) => {
    number += 1;
    return app.aSession(aSaveSession({ seriesId, slug: `session-${number}`, ...change }), state);
  };
  const targets = (...sessions: (Session | BulkTarget)[]): BulkTarget[] =>
    sessions.map(({ id, version, ...rest }) =>
      'clockChoice' in rest ? { id, version, ...rest } : { id, version },
    );
  const preview = (change: BulkChange, sessions: BulkTarget[]) =>
    app.answer<BulkPreview>('post', apiPaths.bulkPreview, { change, sessions });
  const apply = (change: BulkChange, sessions: BulkTarget[]) =>
    app.answer<BulkResult>('post', apiPaths.bulkChange, { change, sessions });
  const refusal = (change: BulkChange, sessions: BulkTarget[]) =>
    app.problem('post', apiPaths.bulkChange, { change, sessions });

  beforeAll(async () => {
    app = await PlanningApp.openAt(clock);
    seriesId = (await app.aSeries(aSaveSeries())).id;
  });
  afterAll(() => app.close());

  it('are previewed: per session what happens, what is refused and why, and who is told, nobody twice', async () => {
    const [first, second] = [await aSession(), await aSession()];
    const draft = await aSession({}, 'draft');
    const gone = { id: '00000000-0000-4000-8000-00000000dead', version: 1 };
    await app.register('both@city.example', 'confirmed', first.id, second.id);
    await app.register('waiting@city.example', 'waitlisted', first.id);
    const [speaker] = await app.query<{ id: string }>(
      `INSERT INTO speakers (name, email) VALUES ('Sample', 'speaker@city.example') RETURNING id`,
    );
    await app.query(
      `INSERT INTO contributions (session_id, speaker_id, role, position) VALUES ($1, $3, 'speaker', 0), ($2, $3, 'moderator', 0)`,
      [first.id, second.id, speaker?.id],
    );

    const told = await preview({ kind: 'cancel', reason: 'A strike.' }, targets(first, second, draft, gone));
    expect(told).toMatchObject({ peopleTold: 2, speakersTold: 1 });
    const byId = new Map(told.items.map((item) => [item.id, item]));
    expect(byId.get(first.id)).toMatchObject({ peopleTold: 2, speakersTold: 1, refusal: null });
    expect(byId.get(second.id)).toMatchObject({ peopleTold: 1, speakersTold: 1 });
    expect(byId.get(draft.id)).toMatchObject({ peopleTold: 0, refusal: { code: 'still-draft' } });
    expect(byId.get(gone.id)).toMatchObject({ refusal: { code: 'not-found' } });
    expect((await app.session(first.id)).state).toBe('published');
  });

  it('are previewed in two statements, however many sessions there are', async () => {
    const sessions = [await aSession(), await aSession(), await aSession()];
    const statements = await app.statementsOf(() => preview({ kind: 'move', days: 1 }, targets(...sessions)));
    expect(statements).toHaveLength(2);
  });

  it('publish drafts, all or none: one with a gap refuses all, by name', async () => {
    const ready = await aSession({}, 'draft');
    const gap = await aSession({ translations: { de: { title: 'Nur Deutsch', abstract: '' } } }, 'draft');
    const refused = await refusal({ kind: 'publish' }, targets(ready, gap));
    expect(refused).toMatchObject({
      status: 409,
      code: 'bulk.refused',
      details: {
        refused: [{ id: gap.id, refusal: { code: 'incomplete', gaps: ['no-default-language'] } }],
      },
    });
    expect((await app.session(ready.id)).state).toBe('draft');
    expect(await apply({ kind: 'publish' }, targets(ready))).toMatchObject({ changed: 1 });
    expect(await app.session(ready.id)).toMatchObject({ state: 'published', version: ready.version + 1 });
  });

  it('take publishing back while nobody registered, and not afterwards', async () => {
    const drafts = [await aSession({}, 'draft'), await aSession({}, 'draft')];
    const { undo } = await apply({ kind: 'publish' }, targets(...drafts));
    await app.answer('post', apiPaths.bulkChange, undo ?? {});
    expect((await app.session(drafts[0]?.id ?? '')).state).toBe('draft');

    const again = await Promise.all(drafts.map(({ id }) => app.session(id)));
    const second = await apply({ kind: 'publish' }, targets(...again));
    await app.register('quick@city.example', 'confirmed', again[1]?.id ?? '');
    expect(await app.problem('post', apiPaths.bulkChange, second.undo ?? {})).toMatchObject({
      details: { refused: [{ id: again[1]?.id, refusal: { code: 'registered' } }] },
    });
  });

  it('move by days with the time on the clock, tell who is registered, and move back', async () => {
    const session = await aSession({
      startsLocal: '2026-10-20T14:00',
      endsLocal: '2026-10-20T15:30',
      registrationClosesAt: '2026-10-19T12:00:00.000Z',
    });
    await app.register('mover@city.example', 'confirmed', session.id);
    const { undo } = await apply({ kind: 'move', days: 7 }, targets(session));
    expect(await app.session(session.id)).toMatchObject({
      startsLocal: '2026-10-27T14:00',
      // An hour more from UTC's sight: the clocks went back on the 25th.
      startsAt: '2026-10-27T13:00:00Z',
      registrationClosesAt: '2026-10-26T13:00:00Z',
      sequence: session.sequence + 1,
    });
    expect(await app.mails('mover@city.example')).toEqual(['session-moved']);
    await app.answer('post', apiPaths.bulkChange, undo ?? {});
    expect(await app.session(session.id)).toMatchObject({
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      registrationClosesAt: session.registrationClosesAt,
    });
    const audit = await app.query<{ before: object; after: object }>(
      `SELECT before, after FROM audit_entries WHERE subject_id = $1 AND action = 'session.save' ORDER BY at`,
      [session.id],
    );
    expect(audit[0]).toMatchObject({
      before: { startsLocal: '2026-10-20T14:00' },
      after: { startsLocal: '2026-10-27T14:00' },
    });
  });

  it('ask of each session what a time means that the clock change makes doubtful, and go back to the instant it had', async () => {
    const night = await aSession({ startsLocal: '2026-10-24T02:30', endsLocal: '2026-10-24T04:00' });
    const day = await aSession({ startsLocal: '2026-10-24T14:00', endsLocal: '2026-10-24T15:00' });
    const change = { kind: 'move', days: 1 } as const;
    const { items } = await preview(change, targets(night, day));
    expect(items.map(({ question }) => question?.kind)).toEqual(['ambiguous', undefined]);
    expect(await refusal(change, targets(night, day))).toMatchObject({ code: 'bulk.refused' });

    const answered = targets({ ...targets(night)[0], clockChoice: 'later' } as BulkTarget, day);
    await apply(change, answered);
    const moved = await app.session(night.id);
    expect(moved).toMatchObject({ startsLocal: '2026-10-25T02:30', startsAt: '2026-10-25T01:30:00Z' });
    const away = await apply({ kind: 'move', days: 2 }, targets(moved));
    await app.answer('post', apiPaths.bulkChange, away.undo ?? {});
    expect((await app.session(night.id)).startsAt).toBe('2026-10-25T01:30:00Z');
  });

  it('tell when a session was saved since the preview, and change none', async () => {
    const [one, other] = [await aSession(), await aSession()];
    const seen = targets(one, other);
    await app.answer('put', apiPaths.session(other.id), { ...saveSessionOf(other), capacity: 9 });
    expect(await refusal({ kind: 'move', days: 1 }, seen)).toMatchObject({
      details: { refused: [{ id: other.id, refusal: { code: 'changed' } }] },
    });
    expect((await app.session(one.id)).startsLocal).toBe(one.startsLocal);
  });

  it('let one of two organisers at once win, and tell the other', async () => {
    const sessions = [await aSession(), await aSession(), await aSession()];
    const seen = targets(...sessions);
    const answers = await Promise.all([
      app.call('post', apiPaths.bulkChange, { change: { kind: 'move', days: 1 }, sessions: seen }),
      app.call('post', apiPaths.bulkChange, {
        change: { kind: 'move', days: 2 },
        sessions: [...seen].reverse(),
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = await Promise.all(sessions.map(({ id }) => app.session(id)));
    expect(new Set(now.map(({ startsLocal }) => startsLocal)).size).toBe(1);
  });

  it('raise capacities: the longest waiting move up and are told, and no seat is taken away again', async () => {
    const [full, free] = [await aSession({ capacity: 1 }), await aSession({ capacity: 5 })];
    await app.register('seated@city.example', 'confirmed', full.id);
    await app.register('first@city.example', 'waitlisted', full.id);
    await app.register('second@city.example', 'waitlisted', full.id);
    const change = { kind: 'capacity', capacity: 2 } as const;
    const seen = await preview(change, targets(full, free));
    expect(seen).toMatchObject({ peopleTold: 1 });
    const { undo } = await apply(change, targets(full, free));
    expect(undo).toBeNull();
    expect(await app.mails('first@city.example')).toEqual(['promoted']);
    expect(await app.mails('second@city.example')).toEqual([]);
    expect(await preview({ kind: 'capacity', capacity: 1 }, targets(full))).toMatchObject({
      items: [{ refusal: { code: 'below-confirmed', confirmed: 2 } }],
    });
  });

  it('give each session the capacity back that it had', async () => {
    const [some, unlimited] = [await aSession({ capacity: 5 }), await aSession()];
    const { undo } = await apply({ kind: 'capacity', capacity: 20 }, targets(some, unlimited));
    await app.answer('post', apiPaths.bulkChange, undo ?? {});
    expect((await app.session(some.id)).capacity).toBe(5);
    expect((await app.session(unlimited.id)).capacity).toBeNull();
  });

  it('cancel with the reason, tell everyone, and only with a reason', async () => {
    const session = await aSession();
    await app.register('hopeful@city.example', 'confirmed', session.id);
    expect(await refusal({ kind: 'cancel' }, targets(session))).toMatchObject({
      fields: [{ path: 'change.reason', code: 'required' }],
    });
    expect(await apply({ kind: 'cancel', reason: 'A strike.' }, targets(session))).toMatchObject({
      undo: null,
    });
    expect(await app.session(session.id)).toMatchObject({ state: 'cancelled', cancelReason: 'A strike.' });
    expect(await app.mails('hopeful@city.example')).toEqual(['session-cancelled']);
  });

  it('leave everything as it was where one fails in the middle', async () => {
    const [one, other] = [await aSession(), await aSession()];
    await app.register('broken@city.example', 'confirmed', one.id, other.id);
    await app.query(`
      CREATE FUNCTION fail_for_spec() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
      CREATE TRIGGER fail_for_spec BEFORE UPDATE OF starts_at ON sessions FOR EACH ROW WHEN (OLD.id = '${other.id}') EXECUTE FUNCTION fail_for_spec()`);
    expect(await refusal({ kind: 'move', days: 1 }, targets(one, other))).toMatchObject({ status: 500 });
    await app.query(`DROP TRIGGER fail_for_spec ON sessions; DROP FUNCTION fail_for_spec`);
    expect(await app.session(one.id)).toMatchObject({ version: one.version, startsLocal: one.startsLocal });
    expect(await app.mails('broken@city.example')).toEqual([]);
  });

  it('are for those who may write the programme', async () => {
    const session = await aSession();
    const body = { change: { kind: 'publish' }, sessions: targets(session) };
    app.user = { ...app.staff, roles: ['editor'] };
    for (const path of [apiPaths.bulkPreview, apiPaths.bulkChange])
      expect((await app.call('post', path, body)).status).toBe(403);
    app.user = app.staff;
    expect((await app.call('post', apiPaths.bulkChange, { ...body, sessions: [] })).status).toBe(400);
    expect(
      (await app.call('post', apiPaths.bulkChange, { ...body, change: { kind: 'delete' } })).status,
    ).toBe(400);
  });
});
