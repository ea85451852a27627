import { followUpApiPaths, type AttendanceList, type MarkedAttendance } from '@reihe/shared-registration';
import { FollowUpWorld, type Somebody } from '../testing/follow-up-world';

describe('attendance', () => {
  let world: FollowUpWorld;
  let sessionId: string;
  let ada: Somebody;
  let ben: Somebody;

  const list = () => world.answer<AttendanceList>('get', followUpApiPaths.attendance(sessionId));
  const mark = (people: Somebody[], isPresent = true) =>
    world.answer<MarkedAttendance>('post', followUpApiPaths.attendance(sessionId), {
      registrationIds: people.map(({ registrationId }) => registrationId),
      isPresent,
    });

  beforeAll(async () => {
    world = await FollowUpWorld.begin();
  });
  beforeEach(async () => {
    world.user = world.staff;
    sessionId = await world.aSession();
    ada = await world.somebody(sessionId, { name: 'Ada Sample' });
    ben = await world.somebody(sessionId, { name: 'Ben Sample' });
  });
  afterAll(() => world.close());

  it('is marked and taken back, naming exactly those it changed', async () => {
    expect(await mark([ada])).toEqual({ changed: [ada.registrationId], withdrawn: 0 });
    expect((await mark([ada, ben])).changed).toEqual([ben.registrationId]);
    expect((await list()).people.map(({ name, evidence }) => [name, evidence])).toEqual([
      ['Ada Sample', ['manual']],
      ['Ben Sample', ['manual']],
    ]);
    expect((await mark([ben], false)).changed).toEqual([ben.registrationId]);
    expect((await mark([ben], false)).changed).toEqual([]);
    const entries = await world.query<{ action: string; after: object }>(
      `SELECT action, after FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`,
      [sessionId],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'session.mark-present',
      'session.mark-present',
      'session.mark-absent',
    ]);
    expect(entries[1]?.after).toMatchObject({ registrationIds: [ben.registrationId] });
  });

  it('is not what pressing "Join" says, which is shown beside it', async () => {
    await world.query(
      `INSERT INTO join_hints (registration_id, session_id, first_at, last_at, presses)
       VALUES ($1, $2, '2026-10-06T11:58:00Z', '2026-10-06T12:10:00Z', 2)`,
      [ada.registrationId, sessionId],
    );
    const { people } = await list();
    expect(people[0]).toMatchObject({
      joinHint: { firstAt: '2026-10-06T11:58:00Z', presses: 2 },
      evidence: [],
      certificate: null,
    });
    expect((await world.page(ada)).certificate.state).toBe('none');
  });

  it('is for confirmed people of the session alone', async () => {
    const waiting = await world.somebody(sessionId, { state: 'waitlisted' });
    const elsewhere = await world.somebody(await world.aSession());
    expect((await mark([waiting, elsewhere])).changed).toEqual([]);
    expect((await list()).people).toHaveLength(2);
  });

  it('names nobody of whom the session keeps nothing any more, though they are known elsewhere', async () => {
    await world.query(`UPDATE registrations SET name = '' WHERE id = $1`, [ada.registrationId]);
    expect((await list()).people.map(({ name }) => name)).toEqual(['', 'Ben Sample']);
  });

  it('is marked from the start of a session that takes place', async () => {
    world.clock.set('2026-10-06T11:59:59Z');
    expect((await list()).canMark).toBe(false);
    const body = { registrationIds: [ada.registrationId], isPresent: true };
    expect(await world.problem('post', followUpApiPaths.attendance(sessionId), body)).toMatchObject({
      code: 'attendance.too-early',
    });
    world.clock.set('2026-10-06T12:00:00Z');
    expect((await mark([ada])).changed).toHaveLength(1);
    world.clock.set('2026-10-07T12:00:00Z');
  });

  it('stays where a report says so too: only the mark by hand is taken back', async () => {
    await world.query(
      `INSERT INTO attendances (registration_id, evidence, recorded_at) VALUES ($1, 'imported', now())`,
      [ada.registrationId],
    );
    expect((await mark([ada])).changed).toEqual([]);
    expect((await mark([ada], false)).changed).toEqual([]);
    expect((await list()).people[0]?.evidence).toEqual(['imported']);
  });

  it('is for those who may work with registrations', async () => {
    world.user = await world.as('editor');
    await world.call('get', followUpApiPaths.attendance(sessionId)).expect(403);
    world.user = undefined;
    await world.call('get', followUpApiPaths.attendance(sessionId)).expect(401);
  });

  it('is read by one statement, however many there are', async () => {
    const statements = await world.statementsOf(list);
    expect(statements).toHaveLength(2);
  });
});
