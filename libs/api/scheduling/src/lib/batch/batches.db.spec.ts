import { apiPaths } from '@reihe/shared-contracts';
import type { SessionBatch } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { aCreateBatch, SchedulingWorld } from '../testing/scheduling-world';

describe('a batch of sessions', () => {
  let world: SchedulingWorld;
  let seriesId: string;

  beforeAll(async () => {
    world = await SchedulingWorld.openAt(new FixedClock('2026-09-01T08:00:00Z'));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.user = world.staff;
    seriesId = await world.aSeries();
  });

  const sessionsOf = (series: string) =>
    world.rows(
      `SELECT s.*, t.title FROM sessions s JOIN session_translations t ON t.session_id = s.id AND t.language = 'en'
       WHERE series_id = $1 ORDER BY starts_at`,
      [series],
    );

  it('becomes drafts at the same wall clock, each with its title, address, day of the year and record', async () => {
    const batch = await world.answer<SessionBatch>('post', apiPaths.batches, aCreateBatch({ seriesId }));
    expect(batch.sessions.map(({ slug, startsAt }) => [slug, startsAt]).slice(0, 2)).toEqual([
      ['peer-advice-of-2026-10-13', '2026-10-13T12:00:00Z'],
      ['peer-advice-of-2026-10-27', '2026-10-27T13:00:00Z'],
    ]);
    const rows = await sessionsOf(seriesId);
    expect(rows).toHaveLength(6);
    expect(rows[1]).toMatchObject({
      title: 'Peer advice 2 of 6',
      state: 'draft',
      version: 1,
      kind: 'peer-advice',
      capacity: 20,
      starts_local: '2026-10-27T14:00',
      ends_local: '2026-10-27T15:30',
      time_zone: 'Europe/Berlin',
      meeting_url: '',
    });
    const german = await world.rows(
      `SELECT title FROM session_translations WHERE session_id = $1 AND language = 'de'`,
      [rows[1]?.['id']],
    );
    expect(german).toEqual([{ title: 'Beratung am 27. Oktober 2026' }]);
    const audit = await world.rows(
      `SELECT actor_id, after FROM audit_entries WHERE action = 'session.create' AND subject_id = ANY($1)`,
      [rows.map(({ id }) => id)],
    );
    expect(audit).toHaveLength(6);
    expect(audit[0]).toMatchObject({
      actor_id: world.staff.id,
      after: { batchId: batch.id, state: 'draft' },
    });
  });

  it('is made once, however often and how close together its key comes in', async () => {
    const body = aCreateBatch({ seriesId });
    const answers = await Promise.all([1, 2, 3].map(() => world.call('post', apiPaths.batches, body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await sessionsOf(seriesId)).toHaveLength(6);
    const other = await world.problem('post', apiPaths.batches, { ...body, capacity: 30 });
    expect(other.code).toBe('batch.key-used');
    expect(await sessionsOf(seriesId)).toHaveLength(6);
  });

  it('is made whole or not at all', async () => {
    const body = aCreateBatch({ seriesId });
    const unknown = '00000000-0000-4000-8000-000000000001';
    const refused = await world.problem('post', apiPaths.batches, { ...body, categoryIds: [unknown] });
    expect(refused.fields).toEqual([{ path: 'categoryIds', code: 'not-allowed' }]);
    expect(await sessionsOf(seriesId)).toEqual([]);
    expect(await world.rows(`SELECT * FROM session_batches WHERE id = $1`, [body.key])).toEqual([]);
    expect((await world.answer<SessionBatch>('post', apiPaths.batches, body)).sessions).toHaveLength(6);
  });

  it('asks about times that clocks leave out or bring twice, and makes nothing until all are answered', async () => {
    const pattern = {
      firstLocal: '2026-10-18T02:30',
      timeZone: 'Europe/Berlin',
      every: 'week',
      interval: 1,
      count: 24,
    } as const;
    const body = aCreateBatch({ seriesId, pattern });
    const asked = await world.problem('post', apiPaths.batches, body);
    expect([asked.code, asked.details]).toEqual(['time.nonexistent', { dates: [1, 23] }]);
    const changes = [
      { index: 1, isLeftOut: false, startsLocal: null, clockChoice: 'later' as const },
      { index: 23, isLeftOut: false, startsLocal: '2027-03-28T03:30', clockChoice: null },
    ];
    const half = await world.problem('post', apiPaths.batches, { ...body, changes: changes.slice(1) });
    expect([half.code, half.details]).toEqual(['time.ambiguous', { dates: [1] }]);
    expect(await sessionsOf(seriesId)).toEqual([]);
    const batch = await world.answer<SessionBatch>('post', apiPaths.batches, { ...body, changes });
    expect(batch.sessions[1]?.startsAt).toBe('2026-10-25T01:30:00Z');
    expect(batch.sessions[23]?.startsAt).toBe('2027-03-28T01:30:00Z');
  });

  it('leaves out what was left out, and refuses to be empty', async () => {
    const leave = (index: number) => ({ index, isLeftOut: true, startsLocal: null, clockChoice: null });
    const body = aCreateBatch({ seriesId, changes: [0, 3].map(leave) });
    const batch = await world.answer<SessionBatch>('post', apiPaths.batches, body);
    expect(batch.sessions).toHaveLength(4);
    expect((await sessionsOf(seriesId))[0]).toMatchObject({ title: 'Peer advice 1 of 4' });
    const empty = aCreateBatch({ seriesId, changes: [0, 1, 2, 3, 4, 5].map(leave) });
    expect((await world.problem('post', apiPaths.batches, empty)).fields?.[0]?.path).toBe('changes');
  });

  it('takes over abstract, agenda and people of a model, and never its meeting', async () => {
    const model = await world.aSession(seriesId);
    const whole = { sessionId: model, withAgenda: true, withSpeakers: true };
    const batch = await world.answer<SessionBatch>(
      'post',
      apiPaths.batches,
      aCreateBatch({ seriesId, model: whole }),
    );
    const id = batch.sessions[1]?.id;
    expect(await partsOf(id)).toEqual({
      abstract: 'Why pipes leak.',
      items: ['A city reports'],
      people: ['moderator', 'speaker in an item: Pipes'],
    });
    const [row] = await world.rows(
      `SELECT meeting_url, meeting_passcode, starts_at - registration_closes_at = interval '1 day' AS moved FROM sessions WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ meeting_url: '', meeting_passcode: '', moved: true });

    const peopleOnly = aCreateBatch({ seriesId, model: { ...whole, withAgenda: false } });
    const second = await world.answer<SessionBatch>('post', apiPaths.batches, peopleOnly);
    expect(await partsOf(second.sessions[0]?.id)).toMatchObject({
      items: [],
      people: ['moderator', 'speaker: Pipes'],
    });
    const agendaOnly = aCreateBatch({ seriesId, model: { ...whole, withSpeakers: false } });
    const third = await world.answer<SessionBatch>('post', apiPaths.batches, agendaOnly);
    expect(await partsOf(third.sessions[0]?.id)).toMatchObject({ items: ['A city reports'], people: [] });
  });

  async function partsOf(id: string | undefined) {
    const [text] = await world.rows(
      `SELECT abstract FROM session_translations WHERE session_id = $1 AND language = 'en'`,
      [id],
    );
    const items = await world.rows(
      `SELECT t.title FROM agenda_items a JOIN agenda_item_translations t ON t.agenda_item_id = a.id WHERE a.session_id = $1`,
      [id],
    );
    const people = await world.rows(
      `SELECT c.role || CASE WHEN a.id IS NULL THEN '' ELSE ' in an item' END || coalesce(': ' || t.topic, '') AS part
       FROM contributions c
       LEFT JOIN agenda_items a ON a.id = c.agenda_item_id AND a.session_id = c.session_id
       LEFT JOIN contribution_translations t ON t.contribution_id = c.id
       WHERE c.session_id = $1 ORDER BY 1`,
      [id],
    );
    return {
      abstract: text?.['abstract'],
      items: items.map(({ title }) => title),
      people: people.map(({ part }) => part),
    };
  }

  it('takes as many statements for its rows with sixty dates as with two', async () => {
    const writes = async (count: number) => {
      const { pattern } = aCreateBatch({ seriesId });
      const body = aCreateBatch({ seriesId, pattern: { ...pattern, count } });
      const statements = await world.statementsOf(() => world.answer('post', apiPaths.batches, body));
      return statements.filter((sql) => !sql.includes('audit_entries')).length;
    };
    expect(await writes(60)).toBe(await writes(2));
  });

  it('can be taken back while nobody has touched it, which the audit log keeps', async () => {
    const batch = await world.answer<SessionBatch>('post', apiPaths.batches, aCreateBatch({ seriesId }));
    await world.answer('delete', apiPaths.batch(batch.id));
    expect(await sessionsOf(seriesId)).toEqual([]);
    const audit = await world.rows(
      `SELECT 1 FROM audit_entries WHERE action = 'session.remove' AND subject_id = ANY($1)`,
      [batch.sessions.map(({ id }) => id)],
    );
    expect(audit).toHaveLength(6);
    expect((await world.problem('delete', apiPaths.batch(batch.id))).code).toBe('batch.not-found');
  });

  it('stays whole when one of it was saved or published meanwhile', async () => {
    const batch = await world.answer<SessionBatch>('post', apiPaths.batches, aCreateBatch({ seriesId }));
    await world.rows(`UPDATE sessions SET version = version + 1 WHERE id = $1`, [batch.sessions[2]?.id]);
    const refused = await world.problem('delete', apiPaths.batch(batch.id));
    expect([refused.status, refused.code, refused.details]).toEqual([409, 'batch.touched', { touched: 1 }]);
    expect(await sessionsOf(seriesId)).toHaveLength(6);
  });

  it('stays whole, with its records, when something hangs on one of it', async () => {
    const batch = await world.answer<SessionBatch>('post', apiPaths.batches, aCreateBatch({ seriesId }));
    await world.register(batch.sessions[4]?.id ?? '', 1, 'DE', 'Europe/Berlin');
    const refused = await world.problem('delete', apiPaths.batch(batch.id));
    expect([refused.status, refused.code, refused.details]).toEqual([409, 'batch.touched', { touched: 1 }]);
    expect(await sessionsOf(seriesId)).toHaveLength(6);
    const removals = await world.rows(
      `SELECT FROM audit_entries WHERE action = 'session.remove' AND subject_id = ANY($1)`,
      [batch.sessions.map(({ id }) => id)],
    );
    expect(removals).toEqual([]);
  });

  it('is read once where its key comes in again', async () => {
    const body = aCreateBatch({ seriesId });
    const first = await world.answer<SessionBatch>('post', apiPaths.batches, body);
    let again: SessionBatch | undefined;
    const statements = await world.statementsOf(async () => {
      again = await world.answer<SessionBatch>('post', apiPaths.batches, body);
    });
    expect(again).toEqual(first);
    expect(statements.filter((sql) => sql.includes('FROM session_batches'))).toHaveLength(1);
  });

  it('finds free addresses where its days are taken already', async () => {
    const first = await world.answer<SessionBatch>('post', apiPaths.batches, aCreateBatch({ seriesId }));
    const second = await world.answer<SessionBatch>('post', apiPaths.batches, aCreateBatch({ seriesId }));
    const slugs = [...first.sessions, ...second.sessions].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(12);
  });

  it('is not for editors, who may look at a preview', async () => {
    world.user = { ...world.staff, roles: ['editor'] };
    expect((await world.problem('post', apiPaths.batches, aCreateBatch({ seriesId }))).code).toBe(
      'auth.forbidden',
    );
  });
});
