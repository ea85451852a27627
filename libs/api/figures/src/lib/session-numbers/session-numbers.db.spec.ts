import { randomUUID } from 'node:crypto';
import { FeatureApp } from '@reihe/api-platform';
import { apiPaths } from '@reihe/shared-contracts';
import type { SessionNumbers } from '@reihe/shared-registration';
import { FixedClock } from '@reihe/shared-testing';
import { FiguresModule } from '../figures.module';
import { SESSION_NUMBERS } from './session-numbers.sql';

interface Registered {
  state: string;
  country?: string;
  origin?: string;
  createdAt?: string;
  confirmedAt?: string;
  endedAt?: string;
  isHeld?: boolean;
  hasJoined?: boolean;
  /** In the log: they followed their link. */
  hasFollowed?: boolean;
}

describe('the live numbers of a session', () => {
  let app: FeatureApp;
  let seriesId: string;

  const row = async (sql: string, parameters: unknown[] = []): Promise<string> => {
    const [found] = await app.database.dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, parameters);
    return found?.id ?? '';
  };
  const aSession = async (timeZone = 'Europe/Berlin') => {
    const slug = randomUUID();
    const id = await row(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, capacity)
       VALUES ($1, $2, 'published', 'exchange', '2026-10-06T12:00Z', '2026-10-06T13:00Z', '2026-10-06T14:00', '2026-10-06T15:00', $3, '{en}', 4)`,
      [seriesId, slug, timeZone],
    );
    await app.database.dataSource.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', 'Pipes'), ($1, 'de', 'Rohre')`,
      [id],
    );
    return id;
  };
  const register = async (sessionId: string, registered: Registered): Promise<void> => {
    const { state, country = 'UA', origin = 'form', createdAt = '2026-09-01T08:00Z' } = registered;
    const { confirmedAt = null, endedAt = null, isHeld = false, hasJoined, hasFollowed } = registered;
    const person = await row(
      `INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($1, $1, 'P', 'en', 'UTC')`,
      [`${randomUUID()}@example.org`],
    );
    const id = await row(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, country, language, time_zone,
                                  privacy_notice, origin, created_at, confirmed_at, ended_at, held_until)
       VALUES ($1, $2, $3, CASE WHEN $3 = 'waitlisted' THEN nextval('registration_queue') END, 'P', $4, 'en', 'UTC', '1',
               $5, $6, $7, $8, CASE WHEN $9 THEN timestamptz '2026-09-01T09:00Z' END)`,
      [sessionId, person, state, country, origin, createdAt, confirmedAt, endedAt, isHeld],
    );
    if (hasJoined)
      await app.database.dataSource.query(
        `INSERT INTO join_hints (registration_id, session_id, first_at, last_at, presses) VALUES ($1, $2, now(), now(), 1)`,
        [id, sessionId],
      );
    if (hasFollowed)
      await app.database.dataSource.query(
        `INSERT INTO audit_entries (actor_kind, actor_id, action, subject, subject_id)
         VALUES ('participant', $1, 'registration.confirm', 'registration', $2)`,
        [person, id],
      );
  };
  const numbersOf = (id: string, language = 'en') =>
    app.answer<SessionNumbers>('get', `${apiPaths.sessionNumbers(id)}?lang=${language}`);

  beforeAll(async () => {
    app = await FeatureApp.open({ clock: new FixedClock('2026-09-01T08:00:00Z'), modules: [FiguresModule] });
    seriesId = await row(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
    );
  });
  afterAll(() => app.close());

  it('are all nothing before anybody registered', async () => {
    expect(await numbersOf(await aSession(), 'de')).toMatchObject({
      title: 'Rohre',
      capacity: 4,
      states: { registered: 0, confirmed: 0, held: 0, waiting: 0, awaitingApproval: 0, cancelled: 0 },
      funnel: { sent: 0, addressConfirmed: 0, seated: 0, joined: 0 },
      addedByStaff: 0,
      countries: [],
      overTime: [],
    });
  });

  it('tell each state, how far people came, and where they come from', async () => {
    const id = await aSession();
    const seated = { state: 'confirmed', confirmedAt: '2026-09-01T08:10Z' };
    await register(id, { ...seated, hasJoined: true });
    await register(id, { ...seated, country: 'BR' });
    await register(id, { ...seated, country: 'BR', origin: 'import' });
    await register(id, { state: 'unverified', isHeld: true });
    await register(id, { state: 'unverified' });
    await register(id, { state: 'waitlisted', country: 'BR' });
    await register(id, { state: 'awaiting-approval' });
    await register(id, {
      state: 'cancelled',
      confirmedAt: '2026-09-01T08:10Z',
      endedAt: '2026-09-01T10:00Z',
    });
    await register(id, { state: 'cancelled', endedAt: '2026-09-01T10:00Z', hasFollowed: true });
    await register(id, { state: 'cancelled', endedAt: '2026-09-01T10:00Z' });
    await register(id, { state: 'expired', endedAt: '2026-09-03T08:00Z' });
    const numbers = await numbersOf(id);
    expect(numbers.states).toEqual({
      registered: 5,
      confirmed: 3,
      held: 1,
      waiting: 1,
      awaitingApproval: 1,
      cancelled: 3,
    });
    expect(numbers.funnel).toEqual({ sent: 10, addressConfirmed: 6, seated: 3, joined: 1 });
    expect(numbers.addedByStaff).toBe(1);
    expect(numbers.countries).toEqual([
      { country: 'BR', registered: 3, confirmed: 2 },
      { country: 'UA', registered: 2, confirmed: 1 },
    ]);
  });

  it('add up hour by hour in the first days, and take a place that was given back off again', async () => {
    const id = await aSession('Asia/Kathmandu');
    await register(id, {
      state: 'confirmed',
      createdAt: '2026-09-01T08:20Z',
      confirmedAt: '2026-09-01T08:40Z',
    });
    await register(id, {
      state: 'cancelled',
      createdAt: '2026-09-01T08:50Z',
      confirmedAt: '2026-09-01T09:50Z',
      endedAt: '2026-09-01T12:30Z',
    });
    const { step, overTime } = await numbersOf(id);
    expect(step).toBe('hour');
    // A quarter to the hour: there the clock stands at full hours.
    expect(overTime).toEqual([
      { from: '2026-09-01T08:15:00Z', sent: 2, confirmed: 1, cancelled: 0 },
      { from: '2026-09-01T09:15:00Z', sent: 2, confirmed: 2, cancelled: 0 },
      { from: '2026-09-01T12:15:00Z', sent: 2, confirmed: 1, cancelled: 1 },
    ]);
  });

  it('add up by days of the session’s clock once it took longer', async () => {
    const id = await aSession('Europe/Berlin');
    await register(id, { state: 'unverified', createdAt: '2026-09-01T21:59Z' });
    await register(id, { state: 'unverified', createdAt: '2026-09-01T22:01Z' });
    await register(id, { state: 'unverified', createdAt: '2026-10-01T10:00Z' });
    const { step, overTime } = await numbersOf(id);
    expect(step).toBe('day');
    expect(overTime.map(({ from, sent }) => [from, sent])).toEqual([
      ['2026-08-31T22:00:00Z', 1],
      ['2026-09-01T22:00:00Z', 2],
      ['2026-09-30T22:00:00Z', 3],
    ]);
  });

  it('are for staff who may read figures, of sessions that there are', async () => {
    await app.call('get', apiPaths.sessionNumbers(randomUUID())).expect(404);
    app.user = undefined;
    await app.call('get', apiPaths.sessionNumbers(randomUUID())).expect(401);
    app.user = app.staff;
  });

  it('read one session by its index, however many others there are', async () => {
    const id = await aSession();
    await app.database.dataSource.query(
      `WITH people AS (
         INSERT INTO participants (email, email_key, language, time_zone)
         SELECT k, k, 'en', 'UTC' FROM (SELECT 'many-' || n || '@example.org' AS k FROM generate_series(1, 3000) n) x RETURNING id
       ), others AS (
         INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
         SELECT $1, 'other-' || n, 'published', 'exchange', now(), now() + interval '1 hour', '', '', 'UTC', '{en}'
         FROM generate_series(1, 10) n RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, privacy_notice)
       SELECT o.id, p.id, 'confirmed', 'P', 'en', 'UTC', '1' FROM people p, others o`,
      [seriesId],
    );
    await app.database.dataSource.query('ANALYZE');
    const plan = await app.database.dataSource.query<{ 'QUERY PLAN': string }[]>(
      `EXPLAIN ${SESSION_NUMBERS}`,
      [['en'], id],
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Scan (using|on) ix_registrations_\w+/);
    expect(text).not.toMatch(/Seq Scan on registrations/);
  });
});
