import { apiPaths } from '@reihe/shared-contracts';
import type { BatchSession, DuplicateSession } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { SchedulingWorld } from '../testing/scheduling-world';

describe('a session once more', () => {
  let world: SchedulingWorld;
  let original: string;
  beforeAll(async () => {
    world = await SchedulingWorld.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    const region = await world.aRegion('europe', ['DE']);
    original = await world.aSession(await world.aSeries(), { regionIds: [region] });
  });
  afterAll(() => world.close());

  const duplicate = (body: Partial<DuplicateSession> = {}) =>
    world.answer<BatchSession>('post', apiPaths.duplicateSession(original), bodyOf(body));
  const bodyOf = (change: Partial<DuplicateSession>): DuplicateSession => ({
    startsLocal: '2026-11-03T10:00',
    clockChoice: null,
    withAgenda: true,
    withSpeakers: true,
    ...change,
  });

  it('is a draft of its own at the new time, as long as the first, without its meeting and its people registered', async () => {
    const made = await duplicate();
    const [row] = await world.rows(
      `SELECT s.*, t.title, t.abstract,
              (SELECT count(*)::int FROM agenda_items a WHERE a.session_id = s.id) AS items,
              (SELECT count(*)::int FROM contributions c WHERE c.session_id = s.id) AS people,
              (SELECT count(*)::int FROM session_regions r WHERE r.session_id = s.id) AS regions
       FROM sessions s JOIN session_translations t ON t.session_id = s.id WHERE s.id = $1`,
      [made.id],
    );
    expect(row).toMatchObject({
      state: 'draft',
      title: 'Leaking pipes',
      abstract: 'Why pipes leak.',
      starts_local: '2026-11-03T10:00',
      ends_local: '2026-11-03T11:30',
      capacity: 400,
      languages: ['en', 'uk'],
      meeting_url: '',
      items: 1,
      people: 2,
      regions: 1,
    });
    expect(made.slug).toMatch(/-2026-11-03$/);
    const again = await duplicate();
    expect(again.slug).toBe(`${made.slug}-2`);
  });

  it('comes without agenda and people where these are not wanted', async () => {
    const { id } = await duplicate({ withAgenda: false, withSpeakers: false });
    expect(await world.rows(`SELECT 1 FROM agenda_items WHERE session_id = $1`, [id])).toEqual([]);
    expect(await world.rows(`SELECT 1 FROM contributions WHERE session_id = $1`, [id])).toEqual([]);
  });

  it('asks about a time that comes twice, and takes the answer', async () => {
    const asked = await world.problem(
      'post',
      apiPaths.duplicateSession(original),
      bodyOf({ startsLocal: '2026-10-25T02:30' }),
    );
    expect(asked).toMatchObject({ code: 'time.ambiguous', details: { field: 'startsLocal' } });
    const made = await duplicate({ startsLocal: '2026-10-25T02:30', clockChoice: 'later' });
    expect(made.startsAt).toBe('2026-10-25T01:30:00.000Z');
  });

  it('is recorded, and of nothing there is no duplicate', async () => {
    const { id } = await duplicate();
    const [entry] = await world.rows(`SELECT action, after FROM audit_entries WHERE subject_id = $1`, [id]);
    expect(entry).toMatchObject({ action: 'session.create', after: { model: { sessionId: original } } });
    expect(JSON.stringify(entry)).not.toContain('meet.example.org');
    const missing = apiPaths.duplicateSession('00000000-0000-4000-8000-000000000001');
    expect((await world.problem('post', missing, bodyOf({}))).code).toBe('session.not-found');
  });
});
