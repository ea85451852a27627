import { CorrespondenceWorld, type WorldPerson } from '../testing/correspondence-world';
import { CLAIM_REMINDERS, DUE_SESSIONS } from './reminders.sql';
import { SendReminders } from './send-reminders';

describe('reminders', () => {
  let world: CorrespondenceWorld;
  let mara: WorldPerson;
  const remind = () => world.get(SendReminders).sendDue();
  /** Starts of sessions, from the day after: now is Monday, 5 October 2026, 12:00 UTC. */
  const tomorrowNoon = '2026-10-06T12:00:00Z';

  beforeAll(async () => {
    world = await CorrespondenceWorld.make();
  });
  beforeEach(async () => {
    world.clock.set('2026-10-05T12:00:00Z');
    mara = await world.aPerson('mara@city.example');
  });
  afterEach(() => world.clear());
  afterAll(() => world.close());

  it('come a day and an hour before, in the person’s language and by their clock, with their own way in', async () => {
    const noon = await world.aPerson('noon@city.example', { language: 'de', timeZone: 'Asia/Kolkata' });
    const session = await world.aSession(tomorrowNoon);
    await world.aRegistration(session, noon);
    world.clock.set('2026-10-05T11:59:00Z');
    expect(await remind()).toBe(0);
    world.clock.set('2026-10-05T12:00:00Z');
    expect(await remind()).toBe(1);
    const [mail] = await world.mails();
    expect(mail).toMatchObject({
      template: 'reminder',
      to_address: 'noon@city.example',
      language: 'de',
      subject: 'Zur Erinnerung: Pipes (de), Dienstag, 6. Oktober',
      thread_id: `<session-${session}.${noon.id}@reihe.example>`,
      unsubscribe_url: null,
      useful_until: new Date(tomorrowNoon),
    });
    expect(mail?.text).toContain('Ihre Zeit: Dienstag, 6. Oktober 2026, 17:30');
    expect(mail?.text).toMatch(/https:\/\/reihe\.example\/join\/[\w-]{43}\n/);
    expect(mail?.text).toMatch(/https:\/\/reihe\.example\/de\/register\/release\/[\w-]{43}\n/);
    expect(mail?.text).toMatch(/https:\/\/reihe\.example\/de\/register\/manage\/[\w-]{43}\n/);
    expect(await remind()).toBe(0);
    world.clock.set('2026-10-06T11:00:00Z');
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect(await world.mails()).toHaveLength(2);
  });

  it('of several sessions of one day come in one mail, those of the next day in another', async () => {
    const first = await world.aSession('2026-10-06T07:00:00Z', { title: 'Wells' });
    const second = await world.aSession('2026-10-06T13:00:00Z', { title: 'Heat' });
    const nextDay = await world.aSession('2026-10-06T22:30:00Z', { title: 'Night' });
    for (const session of [first, second, nextDay]) await world.aRegistration(session, mara);
    world.clock.set('2026-10-05T07:00:00Z');
    expect(await remind()).toBe(1);
    const [digest] = await world.mails();
    expect(digest?.subject).toBe('Reminder: 2 sessions on Tuesday 6 October');
    expect(digest?.thread_id).toBeNull();
    expect(digest?.text.indexOf('Wells')).toBeLessThan(digest?.text.indexOf('Heat') ?? 0);
    world.clock.set('2026-10-05T13:00:00Z');
    expect(await remind()).toBe(0);
    // Half past midnight in Berlin: another day of hers.
    world.clock.set('2026-10-05T22:30:00Z');
    expect(await remind()).toBe(1);
    expect((await world.mails()).at(-1)?.text).toContain('Night');
  });

  it('go to nobody who was confirmed after their moment, waits, cancelled, or whose session is off', async () => {
    const session = await world.aSession(tomorrowNoon);
    await world.aRegistration(session, mara, { at: '2026-10-05T12:00:01Z' });
    for (const state of ['waitlisted', 'awaiting-approval', 'cancelled', 'declined', 'unverified'] as const)
      await world.aRegistration(session, await world.aPerson(`${state}@city.example`), { state });
    for (const state of ['draft', 'cancelled'] as const)
      await world.aRegistration(
        await world.aSession(tomorrowNoon, { state }),
        await world.aPerson(`${state}-session@city.example`),
      );
    world.clock.set('2026-10-05T12:30:00Z');
    expect(await remind()).toBe(0);
    // The one of an hour before is for her, too.
    world.clock.set('2026-10-06T11:00:00Z');
    expect(await remind()).toBe(1);
    expect((await world.mails()).map(({ to_address }) => to_address)).toEqual([mara.email]);
  });

  it('come as the series or the session rules, and not at all where there are none', async () => {
    const often = await world.aSession('2026-10-12T12:00:00Z');
    await world.rules(often, { reminders: [10_080] });
    const never = await world.aSession(tomorrowNoon);
    await world.rules(never, { reminders: [] });
    await world.aRegistration(often, mara);
    await world.aRegistration(never, mara);
    expect(await remind()).toBe(1);
    expect(await world.query(`SELECT lead_minutes AS lead FROM sent_reminders`)).toEqual([{ lead: 10_080 }]);
  });

  it('after a time without workers are one, the nearest, and none once it began', async () => {
    const soon = await world.aSession('2026-10-05T12:30:00Z');
    const begun = await world.aSession('2026-10-05T12:00:00Z');
    await world.aRegistration(soon, mara);
    await world.aRegistration(begun, mara);
    expect(await remind()).toBe(1);
    expect(await world.query(`SELECT lead_minutes AS lead FROM sent_reminders`)).toEqual([{ lead: 60 }]);
    expect(await remind()).toBe(0);
  });

  it('come to everybody where one stored zone is none that the database knows: that reader’s day is the host’s', async () => {
    const odd = await world.aPerson('odd@city.example', { timeZone: 'VST' });
    const sessions = [
      await world.aSession(tomorrowNoon),
      await world.aSession('2026-10-06T21:30:00Z', { title: 'Late' }),
    ];
    for (const session of sessions)
      for (const person of [odd, mara]) await world.aRegistration(session, person);
    expect(await remind()).toBeGreaterThan(0);
    world.clock.set('2026-10-05T21:30:00Z');
    await remind();
    const titles = async (email: string) =>
      (await world.mails(email)).map(({ text }) => ['Pipes', 'Late'].filter((title) => text.includes(title)));
    expect(await titles(mara.email)).toEqual([['Pipes', 'Late']]);
    expect((await titles(odd.email)).flat().sort()).toEqual(['Late', 'Pipes']);
    expect((await world.mails(odd.email))[0]?.text).toContain('19:00');
  });

  it('count anew for the new time of a session that moved', async () => {
    const session = await world.aSession(tomorrowNoon);
    await world.aRegistration(session, mara);
    expect(await remind()).toBe(1);
    await world.query(`UPDATE outbox_messages SET state = 'sent'`);
    await world.query(
      `UPDATE sessions SET starts_at = '2026-10-08T12:00:00Z', ends_at = '2026-10-08T13:00:00Z' WHERE id = $1`,
      [session],
    );
    expect(await remind()).toBe(0);
    world.clock.set('2026-10-07T12:00:00Z');
    expect(await remind()).toBe(1);
    expect((await world.mails()).at(-1)?.text).toContain('Thursday, 8 October 2026');
  });

  it('say nothing of a session while its change can be undone, and then what is so', async () => {
    const session = await world.aSession('2026-10-06T11:00:00Z');
    const other = await world.aSession(tomorrowNoon, { title: 'Wells' });
    for (const one of [session, other]) await world.aRegistration(one, mara);
    const change = await world.aChange(session);
    expect(await remind()).toBe(1);
    const [wells] = await world.mails();
    expect(wells?.subject).toContain('Wells');
    expect(wells?.text).not.toContain('Pipes');
    await world.query(`UPDATE session_changes SET undone_at = now() WHERE id = $1`, [change]);
    expect(await remind()).toBe(1);
    expect((await world.mails()).at(-1)?.subject).toContain('Pipes');
  });

  it('of moments before a new time was told do not come: that mail said it; a changed link is no new time', async () => {
    const moved = await world.aSession(tomorrowNoon);
    const relinked = await world.aSession('2026-10-06T11:00:00Z', { title: 'Wells' });
    for (const one of [moved, relinked]) await world.aRegistration(one, mara);
    await world.aChange(moved, { secondsLeft: -1, at: '2026-10-05T12:10:00Z' });
    await world.aChange(relinked, { kind: 'meeting', secondsLeft: -1, at: '2026-10-05T12:10:00Z' });
    world.clock.set('2026-10-05T12:11:00Z');
    expect(await remind()).toBe(1);
    expect((await world.mails()).map(({ subject }) => subject)).toEqual([
      'Reminder: Wells, Tuesday 6 October',
    ]);
    world.clock.set('2026-10-06T11:00:00Z');
    await world.query(`UPDATE outbox_messages SET state = 'sent'`);
    expect(await remind()).toBe(1);
    expect((await world.mails()).at(-1)?.subject).toContain('Pipes');
  });

  it('that have not gone are taken back where they no longer hold, and what is left of them is written anew', async () => {
    const off = await world.aSession('2026-10-06T11:00:00Z', { title: 'Off' });
    const on = await world.aSession(tomorrowNoon, { title: 'On' });
    for (const session of [off, on]) await world.aRegistration(session, mara);
    expect(await remind()).toBe(1);
    await world.query(`UPDATE sessions SET state = 'cancelled' WHERE id = $1`, [off]);
    expect(await remind()).toBe(1);
    const mails = await world.mails();
    expect(mails.map(({ subject }) => subject)).toEqual(['Reminder: On, Tuesday 6 October']);
    await world.query(`UPDATE registrations SET state = 'cancelled' WHERE session_id = $1`, [on]);
    expect(await remind()).toBe(0);
    expect(await world.mails()).toEqual([]);
  });

  it('of several sessions are of use until the last begins: without the first, once that has begun', async () => {
    const first = await world.aSession('2026-10-06T11:00:00Z', { title: 'First' });
    const last = await world.aSession('2026-10-06T15:00:00Z', { title: 'Last' });
    for (const session of [first, last]) {
      await world.rules(session, { reminders: [1440] });
      await world.aRegistration(session, mara);
    }
    expect(await remind()).toBe(1);
    const [both] = await world.mails();
    expect(both).toMatchObject({ useful_until: new Date('2026-10-06T15:00:00Z') });
    // Nothing could be sent for a day.
    world.clock.set('2026-10-06T11:00:00Z');
    expect(await remind()).toBe(1);
    expect((await world.mails()).map(({ subject }) => subject)).toEqual([
      'Reminder: Last, Tuesday 6 October',
    ]);
    world.clock.set('2026-10-06T15:00:00Z');
    expect(await remind()).toBe(0);
    expect(await world.mails()).toHaveLength(1);
  });

  it('are written once by any number of workers at once, also where their statements cross', async () => {
    const sessions = [await world.aSession(tomorrowNoon), await world.aSession('2026-10-06T14:00:00Z')];
    for (let index = 0; index < 120; index += 1) {
      const person = await world.aPerson(`reader-${index}@city.example`);
      for (const session of sessions) await world.aRegistration(session, person);
    }
    // Each in transactions of its own, on connections of its own.
    const workers = [remind(), remind(), remind(), remind()];
    const written = (await Promise.all(workers)).reduce((sum, mails) => sum + mails, 0);
    expect(written + (await remind())).toBe(120);
    const mails = await world.mails();
    expect(new Set(mails.map(({ to_address }) => to_address)).size).toBe(120);
    expect(mails).toHaveLength(120);
    expect(
      await world.query(`SELECT count(*)::int FROM sent_reminders WHERE message_id IS NOT NULL`),
    ).toEqual([{ count: 240 }]);
  });

  it('would be written twice by two workers without the key (negative control)', async () => {
    await world.aRegistration(await world.aSession(tomorrowNoon), mara);
    const withoutKey = CLAIM_REMINDERS.replace('ON CONFLICT DO NOTHING', '');
    const sessions = (await world.query<{ id: string }>(DUE_SESSIONS, [world.clock.now(), 50])).map(
      ({ id }) => id,
    );
    const [one, two] = [
      world.database.dataSource.createQueryRunner(),
      world.database.dataSource.createQueryRunner(),
    ];
    try {
      await world.query(`ALTER TABLE sent_reminders DROP CONSTRAINT pk_sent_reminders`);
      await one.startTransaction();
      await two.startTransaction();
      const claims = [];
      for (const runner of [one, two])
        claims.push((await runner.query(withoutKey, [world.clock.now(), 50, sessions])) as unknown[]);
      await one.commitTransaction();
      await two.commitTransaction();
      expect(claims.map((claimed) => claimed.length)).toEqual([1, 1]);
    } finally {
      await Promise.all([one.release(), two.release()]);
      await world.query(`DELETE FROM sent_reminders`);
      await world.query(
        `ALTER TABLE sent_reminders ADD CONSTRAINT pk_sent_reminders PRIMARY KEY (registration_id, lead_minutes, starts_at)`,
      );
    }
  });

  it('wait for a session that is being cancelled just now, and then do not come', async () => {
    const session = await world.aSession(tomorrowNoon);
    await world.aRegistration(session, mara);
    const runner = world.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`UPDATE sessions SET state = 'cancelled' WHERE id = $1`, [session]);
    const reminding = remind();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await runner.commitTransaction();
    await runner.release();
    expect(await reminding).toBe(0);
    expect(await world.mails()).toEqual([]);
  });

  it('are found by indexes among a hundred thousand registrations', async () => {
    await world.query(
      `WITH people AS (
         INSERT INTO participants (email, email_key, name, language, time_zone)
         SELECT k, k, 'Sample', 'en', 'Europe/Berlin' FROM (SELECT 'p' || n || '@city.example' AS k FROM generate_series(1, 1000) n) x
         RETURNING id
       ), times AS (
         INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
         SELECT $1, 'many-' || n, CASE WHEN n > 95 THEN 'published' ELSE 'held' END, 'exchange',
                '2026-10-06T12:00:00Z'::timestamptz - make_interval(days => 100 - n), '2026-10-06T13:00:00Z'::timestamptz - make_interval(days => 100 - n),
                '', '', 'UTC', '{en}' FROM generate_series(1, 100) n
         RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, language, time_zone, privacy_notice, created_at, confirmed_at)
       SELECT t.id, p.id, 'confirmed', 'en', 'UTC', '1', '2026-06-01', '2026-06-01' FROM times t CROSS JOIN people p`,
      [world.seriesId],
    );
    await world.query(
      `INSERT INTO sent_reminders (registration_id, lead_minutes, starts_at)
       SELECT r.id, 1440, s.starts_at FROM registrations r JOIN sessions s ON s.id = r.session_id WHERE s.state = 'held'`,
    );
    for (const table of ['registrations', 'sessions', 'participants', 'sent_reminders'])
      await world.query(`ANALYZE ${table}`);
    const plan = await world.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, TIMING OFF) ${DUE_SESSIONS.replaceAll('$1', `'2026-10-05T12:00:00Z'::timestamptz`).replaceAll('$2', '50')}`,
    );
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index .*registrations/);
    expect(lines).not.toMatch(/Seq Scan on (registrations|sent_reminders)/);
  }, 120_000);
});
