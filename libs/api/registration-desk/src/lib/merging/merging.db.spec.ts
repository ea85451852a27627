import { randomUUID } from 'node:crypto';
import { apiPaths } from '@reihe/shared-contracts';
import type { LikelyPair, MergePreview, ParticipantHistory } from '@reihe/shared-registration';
import { DeskApp } from '../testing/desk-app';

describe('two entries of one person', () => {
  let desk: DeskApp;
  let series: string;
  let pipes: string;
  let wells: string;
  let kept: string;
  let absorbed: string;

  const preview = (keptId: string, absorbedId: string) =>
    desk.answer<MergePreview>('post', apiPaths.previewMerge(keptId), { absorbedId });
  const merge = (body: object, id = kept) => desk.call('post', apiPaths.mergeParticipants(id), body);
  const history = (id: string) => desk.answer<ParticipantHistory>('get', apiPaths.participant(id));
  const states = (participantId: string) =>
    desk.query<{ session_id: string; state: string }>(
      `SELECT session_id, state FROM registrations WHERE participant_id = $1 ORDER BY state, session_id`,
      [participantId],
    );

  /** Until so many statements wait for a lock. */
  async function waiting(count: number): Promise<void> {
    for (;;) {
      const [now] = await desk.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if ((now?.waiting ?? 0) >= count) return;
    }
  }

  beforeAll(async () => {
    desk = await DeskApp.openDesk();
  });
  beforeEach(async () => {
    desk.seats.passedOn.length = 0;
    series = await desk.aSeries();
    pipes = await desk.aSession(series, 'Pipes');
    wells = await desk.aSession(series, 'Wells', '2026-10-07T12:00:00Z');
    const tag = randomUUID().slice(0, 8);
    kept = await desk.aPerson({ email: `anna.${tag}@water.example`, name: `Anna ${tag}` });
    absorbed = await desk.aPerson({ email: `anna${tag}+news@water.example`, name: `Sample ${tag}` });
  });
  afterAll(() => desk.close());

  it('are found by an address that is the same but for dots and tags, or by name and organisation', async () => {
    const [person] = await desk.query<{ name: string }>(`SELECT name FROM participants WHERE id = $1`, [
      kept,
    ]);
    const [, tag = ''] = person?.name.split(' ') ?? [];
    const namesake = await desk.aPerson({ name: `${tag.toUpperCase()}, Dr. Anna` });
    await desk.aPerson({ name: `Anna ${tag}`, organisation: 'Elsewhere' });
    await desk.aRegistration({ sessionId: pipes, participantId: kept });
    const { likelySame } = await history(kept);
    expect(new Map(likelySame.map(({ id, because }) => [id, because]))).toEqual(
      new Map([
        [absorbed, 'address'],
        [namesake, 'name'],
      ]),
    );
    const pairs = await desk.answer<LikelyPair[]>('get', `${apiPaths.likelyPairs}?series=${series}`);
    expect(pairs.map(({ one, other }) => [one.id, other.id].sort())).toEqual(
      expect.arrayContaining([[kept, absorbed].sort(), [kept, namesake].sort()]),
    );
  });

  it('show before what becomes of each registration, and that one person fewer is counted; nothing is done by looking', async () => {
    await desk.aRegistration({ sessionId: pipes, participantId: kept });
    await desk.aRegistration({ sessionId: pipes, participantId: absorbed, state: 'waitlisted' });
    await desk.aRegistration({ sessionId: wells, participantId: absorbed });
    const seen = await preview(kept, absorbed);
    expect(seen.registrations.map(({ sessionTitle, outcome }) => [sessionTitle, outcome])).toEqual([
      ['Pipes', 'ends'],
      ['Wells', 'moves'],
    ]);
    expect(seen.series).toEqual([{ id: series, title: 'Water', before: 2, after: 1 }]);
    expect(seen.refusal).toBeNull();
    expect(await states(absorbed)).toHaveLength(2);
    expect((await history(absorbed)).mergedIntoId).toBeNull();
    expect(await desk.query(`SELECT FROM participant_merges WHERE absorbed_id = $1`, [absorbed])).toEqual([]);
  });

  it('become one: the better registration stays, the seat of the other goes on, and what moved is kept with its reason', async () => {
    await desk.aRegistration({ sessionId: pipes, participantId: kept, state: 'waitlisted' });
    const better = await desk.aRegistration({ sessionId: pipes, participantId: absorbed });
    const moved = await desk.aRegistration({ sessionId: wells, participantId: absorbed, state: 'cancelled' });
    const { fingerprint } = await preview(kept, absorbed);
    desk.seats.passedOn.length = 0;
    expect((await merge({ absorbedId: absorbed, reason: 'New address', fingerprint })).status).toBe(204);
    expect(await states(kept)).toEqual(
      expect.arrayContaining([
        { session_id: pipes, state: 'confirmed' },
        { session_id: pipes, state: 'cancelled' },
        { session_id: wells, state: 'cancelled' },
      ]),
    );
    expect(desk.seats.passedOn).toEqual([pipes]);
    expect(
      await desk.query(
        `SELECT kept_id, reason, moved_ids, cardinality(ended_ids) AS ended FROM participant_merges
                        WHERE absorbed_id = $1`,
        [absorbed],
      ),
    ).toEqual([{ kept_id: kept, reason: 'New address', moved_ids: [better, moved], ended: 1 }]);
    const known = await history(kept);
    expect(known.otherAddresses).toHaveLength(1);
    expect(known.registrations.map(({ sessionTitle }) => sessionTitle)).toEqual(['Wells', 'Pipes', 'Pipes']);
    expect((await history(absorbed)).mergedIntoId).toBe(kept);
    const audit = await desk.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = ANY ($1::uuid[])`,
      [[kept, absorbed, better, moved]],
    );
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'participant.merge',
      'participant.merged-into',
      'registration.move',
      'registration.move',
    ]);
  });

  it('become one who wants no news where either wanted none', async () => {
    await desk.query(
      `INSERT INTO news_opt_outs (participant_id, series_id) VALUES ($1, NULL), ($1, $3), ($2, $3)`,
      [absorbed, kept, series],
    );
    const { fingerprint } = await preview(kept, absorbed);
    expect((await merge({ absorbedId: absorbed, reason: 'New address', fingerprint })).status).toBe(204);
    expect(
      await desk.query(`SELECT series_id FROM news_opt_outs WHERE participant_id = $1 ORDER BY series_id`, [
        kept,
      ]),
    ).toEqual([{ series_id: series }, { series_id: null }]);
  });

  it('leave an address that nobody proved to whoever has it: no link that was mailed there leads to the person', async () => {
    const unproven = await desk.aPerson({ email: 'typed@city.example', isVerified: false });
    const wish = await desk.aRegistration({ sessionId: pipes, participantId: unproven, state: 'unverified' });
    const link = (participantId: string, purpose: string, registrationId: string | null = null) =>
      desk.query(
        `INSERT INTO participant_links (participant_id, purpose, token_hash, registration_id, sealed_token)
         VALUES ($1, $2, gen_random_uuid()::text, $3, CASE WHEN $2 = 'calendar' THEN 'sealed' END)`,
        [participantId, purpose, registrationId],
      );
    await link(kept, 'manage');
    for (const purpose of ['confirm', 'manage', 'calendar']) await link(unproven, purpose);
    await link(unproven, 'release', wish);
    const { fingerprint } = await preview(kept, unproven);
    const body = { absorbedId: unproven, reason: 'The same', fingerprint };
    expect((await merge(body)).status).toBe(204);
    expect(
      await desk.query(
        `SELECT purpose, registration_id FROM participant_links WHERE participant_id = ANY ($1::uuid[]) ORDER BY purpose`,
        [[kept, unproven]],
      ),
    ).toEqual([
      { purpose: 'manage', registration_id: null },
      { purpose: 'release', registration_id: wish },
    ]);
    expect(await desk.query(`SELECT FROM participants WHERE email_key = 'typed@city.example'`)).toEqual([]);
    // Who merged them still sees which address it was.
    expect((await history(kept)).otherAddresses).toEqual(['typed@city.example']);
  });

  it('wait for somebody who registers one of them at the same moment, and lock in everybody’s order', async () => {
    const { fingerprint } = await preview(kept, absorbed);
    const [form, next] = [0, 1].map(() => desk.database.dataSource.createQueryRunner());
    if (!form || !next) throw new Error('There are two.');
    await form.startTransaction();
    await next.startTransaction();
    const lockSession = `SELECT FROM sessions WHERE id = $1 FOR NO KEY UPDATE`;
    const lockPerson = `SELECT FROM participants WHERE id = $1 FOR UPDATE`;
    await form.query(lockSession, [wells]);
    for (const id of [kept, absorbed].sort()) await form.query(lockPerson, [id]);
    await form.query(
      `INSERT INTO registrations (session_id, participant_id, state, language, time_zone, privacy_notice)
       SELECT $1, id, 'confirmed', 'en', 'UTC', '1' FROM unnest($2::uuid[]) AS p (id)`,
      [wells, [kept, absorbed]],
    );
    const merging = merge({ absorbedId: absorbed, reason: 'The same', fingerprint }).then((answer) => answer);
    await waiting(1);
    const taking = next.query(lockSession, [wells]).then(() => next.query(lockPerson, [absorbed]));
    await waiting(2);
    await form.commitTransaction();
    await taking;
    await next.commitTransaction();
    // What came in between was not seen before, and is not merged unseen.
    expect((await merging).body).toMatchObject({ code: 'registration.preview-outdated' });
    await Promise.all([form.release(), next.release()]);
  });

  it('of two who wait, the one who waited longer stays', async () => {
    const early = await desk.aRegistration({
      sessionId: pipes,
      participantId: absorbed,
      state: 'waitlisted',
    });
    const late = await desk.aRegistration({ sessionId: pipes, participantId: kept, state: 'waitlisted' });
    const { registrations } = await preview(kept, absorbed);
    expect(
      new Map(registrations.map(({ id, outcome, belongsTo }) => [id, `${belongsTo} ${outcome}`])),
    ).toEqual(
      new Map([
        [early, 'absorbed moves'],
        [late, 'kept ends'],
      ]),
    );
  });

  it('do not become one where something changed since it was seen: what would happen now is told', async () => {
    const { fingerprint } = await preview(kept, absorbed);
    await desk.aRegistration({ sessionId: wells, participantId: absorbed });
    const refused = await merge({ absorbedId: absorbed, reason: 'The same', fingerprint });
    expect(refused.body).toMatchObject({
      code: 'registration.preview-outdated',
      details: { preview: { registrations: [{ sessionTitle: 'Wells', outcome: 'moves' }] } },
    });
    expect((await history(absorbed)).mergedIntoId).toBeNull();
  });

  it('keep an address that was proven, need a reason, and are two', async () => {
    const unproven = await desk.aPerson({ isVerified: false });
    const { refusal, fingerprint } = await preview(unproven, absorbed);
    expect(refusal).toBe('unproven');
    const body = { absorbedId: absorbed, reason: 'The same', fingerprint };
    expect((await merge(body, unproven)).body).toMatchObject({ code: 'participant.merge-impossible' });
    expect((await merge({ ...body, reason: '' })).body).toMatchObject({ fields: [{ path: 'reason' }] });
    expect((await merge({ ...body, absorbedId: kept })).body).toMatchObject({
      code: 'participant.merge-impossible',
    });
    expect((await merge({ ...body, absorbedId: randomUUID() })).body).toMatchObject({
      code: 'participant.not-found',
    });
  });

  it('are read by nobody who may not see registrations, and hold no meeting link', async () => {
    await desk.aRegistration({ sessionId: pipes, participantId: kept });
    expect(JSON.stringify(await history(kept))).not.toMatch(/secret-room|tide-42/);
    desk.user = await desk.as('editor');
    expect(await desk.problem('get', apiPaths.participant(kept))).toMatchObject({ status: 403 });
    desk.user = desk.staff;
    expect(await desk.problem('get', apiPaths.participant(randomUUID()))).toMatchObject({
      code: 'participant.not-found',
    });
  });
});
