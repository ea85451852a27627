import { jest } from '@jest/globals';
import { TransactionHost } from '@nestjs-cls/transactional';
import { Database } from '@reihe/api-persistence';
import { SessionObserver } from '@reihe/api-platform';
import { RegistrationsRepository, type LockedSession } from '@reihe/api-seats';
import { aRegister } from '@reihe/shared-testing';
import fc from 'fast-check';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { MyRegistrationsService } from './my-registrations';
import { RequestPlaces } from './request-places';
import { TakeSeat } from './take-seat';

const CLIENTS = 36;
const SEATS = 5;
/** As the repository reads sessions, without the lock. No holds: the seats are given away when people confirm. */
const UNLOCKED = `SELECT s.id, s.state, s.starts_at AS "startsAt", s.capacity, u.mode, u.hold_minutes AS "holdMinutes",
    u.has_waiting_list AS "hasWaitingList", u.waiting_list_limit AS "waitingListLimit"
  FROM sessions s JOIN session_rules u ON u.session_id = s.id WHERE s.id = ANY ($1::uuid[]) ORDER BY s.id`;
const WITHOUT_HOLDS = { hold_minutes: 0 };

async function confirmApart(world: RegistrationWorld, token: string): Promise<void> {
  const [outcome] = await world.app.get(TakeSeat).confirmAll([{ token, language: 'en' }]);
  if (outcome?.status === 'rejected') throw outcome.reason as Error;
}

describe('seats, wanted by many at once', () => {
  let world: RegistrationWorld;
  let counter = 0;
  const anAddress = () => `racer-${(counter += 1)}@city.example`;
  /** Each in a transaction of its own, as in as many processes. */
  const confirm = (token: string) => confirmApart(world, token);

  /** People with a link in hand, all about to press the button. */
  async function ready(session: WorldSession, count: number): Promise<string[]> {
    const tokens: string[] = [];
    for (let client = 0; client < count; client += 1) tokens.push(await world.wish(anAddress(), [session]));
    return tokens;
  }

  async function raceForSeats(): Promise<{ confirmed: number; waitlisted: number; refused: unknown[] }> {
    const session = await world.aSession({ capacity: SEATS, rules: WITHOUT_HOLDS });
    const outcomes = await Promise.allSettled((await ready(session, CLIENTS)).map(confirm));
    return {
      confirmed: (await world.people(session, 'confirmed')).length,
      waitlisted: (await world.people(session, 'waitlisted')).length,
      refused: outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [(outcome.reason as { driverError?: object }).driverError] : [],
      ),
    };
  }

  /** Reads sessions as before, but locks nothing: the mistake that the guards are there for. */
  function takeLockOut() {
    return jest
      .spyOn(world.app.get(RegistrationsRepository), 'lockSessions')
      .mockImplementation((ids) => world.app.get(Database).query<LockedSession>(UNLOCKED, [ids]));
  }

  async function setCapacity(session: WorldSession, capacity: number | null): Promise<void> {
    await world.app.get(TransactionHost).withTransaction(async () => {
      await world.app
        .get(Database)
        .query(`UPDATE sessions SET capacity = $2 WHERE id = $1`, [session.id, capacity]);
      await world.app.get(SessionObserver).capacityChanged(session.id);
    });
  }

  async function cancel(email: string, session: WorldSession): Promise<void> {
    const { id } = await world.registrationOf(email, session);
    const manage = world.tokenIn(
      (await world.mails(email)).find(({ template }) => template === 'registration-confirmed'),
      'manage',
    );
    await world.app.get(MyRegistrationsService).cancel(manage, id, 'en');
  }

  beforeAll(async () => {
    world = await RegistrationWorld.open({ poolSize: CLIENTS });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => world.close());

  it(`${CLIENTS} people take ${SEATS} seats, nobody is refused and the others wait`, async () => {
    expect(await raceForSeats()).toEqual({ confirmed: SEATS, waitlisted: CLIENTS - SEATS, refused: [] });
  });

  it('the database alone keeps the seats where the lock is forgotten', async () => {
    takeLockOut();
    const { confirmed, refused } = await raceForSeats();
    expect(confirmed).toBeLessThanOrEqual(SEATS);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: '23514', constraint: 'registrations_within_capacity' });
    }
    expect(refused.length).toBeGreaterThan(0);
  });

  it('gives freed seats to the longest waiting, whoever comes at the same moment', async () => {
    const session = await world.aSession({ capacity: SEATS });
    const seated = Array.from({ length: SEATS }, anAddress);
    const waiting = Array.from({ length: 12 }, anAddress);
    for (const email of [...seated, ...waiting]) await world.register(email, [session]);
    const newcomers = await ready(session, 12);
    await Promise.all([
      ...seated.slice(0, 4).map((email) => cancel(email, session)),
      ...newcomers.map(confirm),
      cancel(waiting[1] ?? '', session),
    ]);
    const confirmed = await world.people(session, 'confirmed');
    expect(confirmed).toHaveLength(SEATS);
    // The one who gave up waiting may have been promoted just before: then their seat was passed on as well.
    const expected = [seated[4], waiting[0], waiting[2], waiting[3], waiting[4]];
    expect(confirmed.sort()).toEqual(expected.sort());
    expect((await world.people(session, 'waitlisted')).slice(0, 7)).toEqual(waiting.slice(5));
  });

  it('has one person and one registration for one address, in whatever letters and however often at once', async () => {
    const session = await world.aSession();
    const email = anAddress();
    const spellings = [email, email.toUpperCase(), `R${email.slice(1)}`, ` ${email} `.trim()];
    const forms = Array.from({ length: 20 }, (_, index) =>
      world.app
        .get(RequestPlaces)
        .request(aRegister({ email: spellings[index % 4] ?? email, sessionSlugs: [session.slug] })),
    );
    await Promise.all(forms);
    const tokens = (await world.mails(email)).map((mail) => world.tokenIn(mail, 'confirm'));
    await Promise.allSettled(tokens.map(confirm));
    expect(await world.query(`SELECT state FROM registrations WHERE session_id = $1`, [session.id])).toEqual([
      { state: 'confirmed' },
    ]);
    expect(
      await world.query(`SELECT FROM participants WHERE lower(email) = lower($1)`, [email]),
    ).toHaveLength(1);
  });

  it('lets two people want the same two sessions in opposite order without waiting for each other', async () => {
    const [one, two] = [await world.aSession(), await world.aSession()];
    const tokens: string[] = [];
    for (let pair = 0; pair < 10; pair += 1) {
      tokens.push(await world.wish(anAddress(), [one, two]), await world.wish(anAddress(), [two, one]));
    }
    await Promise.all(tokens.map(confirm));
    expect(await world.people(one, 'confirmed')).toHaveLength(SEATS);
    expect(await world.people(two, 'confirmed')).toHaveLength(SEATS);
  });

  it('promotes as many as fit when the capacity rises, and refuses one below the confirmed with the number', async () => {
    const session = await world.aSession({ capacity: 2 });
    const emails = Array.from({ length: 6 }, anAddress);
    for (const email of emails) await world.register(email, [session]);
    await setCapacity(session, 4);
    expect((await world.people(session, 'confirmed')).sort()).toEqual(emails.slice(0, 4).sort());
    await expect(setCapacity(session, 3)).rejects.toMatchObject({
      driverError: { constraint: 'capacity_not_below_confirmed', detail: '4' },
    });
    await setCapacity(session, null);
    expect(await world.people(session, 'waitlisted')).toEqual([]);
    expect((await world.lastMail(emails[5] ?? ''))?.template).toBe('promoted');
  });

  describe('over any sequence of wishes, cancellations and capacities, several at once', () => {
    const command = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('come' as const), who: fc.nat(9) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat(9) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('resize' as const),
          capacity: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
        }),
      },
    );
    type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

    /** Refusals that a person could get; anything else is a fault. */
    const expected =
      /registration\.(wrong-state|not-found|link-used)|has no registration|no manage link|no confirm link|confirmed registrations/;

    async function carryOut(step: Command, session: WorldSession, emails: string[]): Promise<void> {
      try {
        if (step.kind === 'resize') await setCapacity(session, step.capacity);
        else if (step.kind === 'come') await world.register(emails[step.who] ?? '', [session]);
        else await cancel(emails[step.who] ?? '', session);
      } catch (error) {
        if (!expected.test(String((error as Error).message))) throw error;
      }
    }

    /** The audit log in its order is the order in which the locks were held: whoever moved up must have been first in line. */
    async function replayQueue(session: WorldSession): Promise<void> {
      const events = await world.query<{ id: string; action: string; state: string }>(
        `SELECT a.subject_id AS id, a.action, a.after->>'state' AS state FROM audit_entries a
         JOIN registrations r ON r.id = a.subject_id WHERE r.session_id = $1 ORDER BY a.id`,
        [session.id],
      );
      const queue: string[] = [];
      for (const { id, action, state } of events) {
        if (action === 'registration.promote') expect(queue.shift()).toBe(id);
        if (action === 'registration.cancel' && queue.includes(id)) queue.splice(queue.indexOf(id), 1);
        if (state === 'waitlisted') queue.push(id);
      }
    }

    it('nothing is oversold, held twice, left empty while somebody waits, or given out of turn', async () => {
      let promotions = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 30, maxLength: 60 }), async (steps) => {
          const session = await world.aSession({ capacity: 3 });
          const emails = Array.from({ length: 10 }, anAddress);
          for (let at = 0; at < steps.length; at += 8) {
            await Promise.all(steps.slice(at, at + 8).map((step) => carryOut(step, session, emails)));
            const [now] = await world.query<Record<'confirmed' | 'waiting' | 'capacity' | 'doubles', number>>(
              `SELECT c.confirmed, c.waitlisted AS waiting, coalesce(s.capacity, 1000) AS capacity,
                      (SELECT count(*)::int FROM (
                         SELECT FROM registrations r WHERE r.session_id = s.id
                           AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')
                         GROUP BY participant_id HAVING count(*) > 1) d) AS doubles
               FROM sessions s JOIN session_counts c ON c.session_id = s.id WHERE s.id = $1`,
              [session.id],
            );
            if (!now) throw new Error('The session is gone.');
            expect(now.confirmed).toBeLessThanOrEqual(now.capacity);
            expect(now.waiting === 0 || now.confirmed === now.capacity).toBe(true);
            expect(now.doubles).toBe(0);
          }
          await replayQueue(session);
          const [moved] = await world.query<{ count: number }>(
            `SELECT count(*)::int FROM audit_entries a JOIN registrations r ON r.id = a.subject_id
             WHERE r.session_id = $1 AND a.action = 'registration.promote'`,
            [session.id],
          );
          promotions += moved?.count ?? 0;
          // Room for the next run's mails: the limit per address is by hour.
          world.clock.advance({ minutes: 1 });
        }),
        { numRuns: 8, endOnFailure: true },
      );
      // A run in which nobody ever moved up would prove nothing.
      expect(promotions).toBeGreaterThan(0);
    });
  });
});

describe('the negative control: without lock and without the database’s guard', () => {
  it('more people than seats are confirmed, so the race above is a real one', async () => {
    const world = await RegistrationWorld.open({ poolSize: CLIENTS });
    try {
      for (const event of ['insert', 'update']) {
        await world.query(`DROP TRIGGER registrations_within_capacity_on_${event} ON registrations`);
      }
      const repository = world.app.get(RegistrationsRepository);
      jest
        .spyOn(repository, 'lockSessions')
        .mockImplementation((ids) => world.app.get(Database).query<LockedSession>(UNLOCKED, [ids]));
      const session = await world.aSession({ capacity: SEATS, rules: WITHOUT_HOLDS });
      const tokens: string[] = [];
      for (let client = 0; client < CLIENTS; client += 1) {
        tokens.push(await world.wish(`racer-${client}@city.example`, [session]));
      }
      await Promise.all(tokens.map((token) => confirmApart(world, token)));
      expect((await world.people(session, 'confirmed')).length).toBeGreaterThan(SEATS);
    } finally {
      jest.restoreAllMocks();
      await world.close();
    }
  });
});
