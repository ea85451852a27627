import { TransactionHost } from '@nestjs-cls/transactional';
import { Database } from '@reihe/api-persistence';
import { SeatDesk, SessionObserver } from '@reihe/api-platform';
import { aRegister } from '@reihe/shared-testing';
import fc from 'fast-check';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { ExpireWishes } from './expire-wishes';
import { RequestPlaces } from './request-places';
import { TakeSeat } from './take-seat';

const CONNECTIONS = 16;
/** Where an organiser decides more has to happen to each, so there are fewer: else hardly anybody would ever wait. */
const PEOPLE = { open: 10, approval: 4 };
const HOLD_MINUTES = 30;

const few = fc.integer({ min: 1, max: 2 });
/** What can happen to a session's seats, by anybody who can make it happen. */
const commandOf = (mode: keyof typeof PEOPLE) => {
  const who = fc.nat(PEOPLE[mode] - 1);
  return fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('register' as const), who }) },
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('come' as const), who }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('confirm' as const), who }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel' as const), who }) },
    // Several by one decision: everybody with a seat, and some of those who would have it next.
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel-front' as const), waiting: few }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('switch' as const),
        // Mostly back to the game's own: else hardly anybody would ever wait, or be decided about.
        mode: fc.constantFrom('open' as const, 'approval' as const, ...Array.from({ length: 6 }, () => mode)),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const) }) },
    {
      weight: mode === 'approval' ? 9 : 3,
      arbitrary: fc.record({ kind: fc.constant('approve' as const), who }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('decline' as const), who }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('raise' as const), by: few }) },
    // A room in use grows more easily than it shrinks.
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('lower' as const), by: few }) },
  );
};
type Command = ReturnType<typeof commandOf> extends fc.Arbitrary<infer C> ? C : never;

/** Refusals that a person could get; anything else is a fault. */
const EXPECTED =
  /registration\.(wrong-state|not-found|not-open|link-used|link-expired|link-unknown)|confirmed registrations|no wish yet|no confirm link/;

describe('seats over random sequences from many connections at once', () => {
  let world: RegistrationWorld;
  let round = 0;

  beforeAll(async () => {
    world = await RegistrationWorld.open({ poolSize: CONNECTIONS });
  });
  afterAll(() => world.close());

  interface Game {
    session: WorldSession;
    emails: string[];
    /** Decisions that cancelled at once who had a seat and who waited for one. */
    bulk: number;
  }

  async function liveOf({ session, emails }: Game, person: number): Promise<string> {
    const registration = await world.registrationOf(emails[person] ?? '', session).catch(() => null);
    if (!registration) throw new Error('no wish yet');
    return registration.id;
  }

  async function resize(session: WorldSession, by: number): Promise<void> {
    await world.app.get(TransactionHost).withTransaction(async () => {
      await world.app
        .get(Database)
        .query(`UPDATE sessions SET capacity = greatest(1, capacity + $2) WHERE id = $1`, [session.id, by]);
      await world.app.get(SessionObserver).capacityChanged(session.id);
    });
  }

  async function carryOut(step: Command, game: Game): Promise<void> {
    const { session, emails } = game;
    switch (step.kind) {
      case 'register':
        await world.app
          .get(RequestPlaces)
          .request(aRegister({ email: emails[step.who] ?? '', sessionSlugs: [session.slug] }));
        return;
      case 'come':
        await world.register(emails[step.who] ?? '', [session]);
        return;
      case 'confirm': {
        const mail = (await world.mails(emails[step.who] ?? '')).findLast(
          ({ template }) => template === 'registration-confirm',
        );
        if (!mail) throw new Error('no wish yet');
        await world.app.get(TakeSeat).confirm(world.tokenIn(mail, 'confirm'), 'en');
        return;
      }
      case 'cancel':
        await world.app
          .get(SeatDesk)
          .decide([await liveOf(game, step.who)], { kind: 'cancel', reason: '' }, ORGANISER);
        return;
      case 'cancel-front': {
        const front = await world.query<{ id: string; state: string }>(
          `SELECT id, state FROM registrations WHERE session_id = $1 AND state IN ('confirmed', 'waitlisted')
           ORDER BY state, queue_number LIMIT $2 + (
             SELECT count(*) FROM registrations WHERE session_id = $1 AND state = 'confirmed')`,
          [session.id, step.waiting],
        );
        const { registrations } = await world.app.get(SeatDesk).decide(
          front.map(({ id }) => id),
          { kind: 'cancel', reason: '' },
          ORGANISER,
        );
        const had = registrations.filter(({ refusal }) => refusal === null).map(({ before }) => before);
        if (had.includes('confirmed') && had.includes('waitlisted')) game.bulk += 1;
        return;
      }
      case 'switch':
        await world.query(`UPDATE registration_rules SET mode = $2 WHERE session_id = $1`, [
          session.id,
          step.mode,
        ]);
        return;
      case 'expire':
        await world.app.get(ExpireWishes).expire();
        return;
      case 'approve':
        await world.app.get(SeatDesk).decide([await liveOf(game, step.who)], { kind: 'approve' }, ORGANISER);
        return;
      case 'decline':
        await world.app
          .get(SeatDesk)
          .decide([await liveOf(game, step.who)], { kind: 'decline', reason: '' }, ORGANISER);
        return;
      case 'raise':
        return resize(session, step.by);
      case 'lower':
        return resize(session, -step.by);
    }
  }

  async function attempt(step: Command, game: Game): Promise<void> {
    try {
      await carryOut(step, game);
    } catch (error) {
      if (!EXPECTED.test(String((error as Error).message))) throw error;
    }
  }

  /** Every promise about seats, as the database has it now. */
  async function checkPromises({ session }: Game): Promise<void> {
    const [now] = await world.query<{
      capacity: number;
      taken: number;
      lapsed: number;
      waiting: number;
      doubles: number;
      unmailed: number;
      inVain: number;
    }>(
      `SELECT s.capacity, c.confirmed + c.held AS taken, c.waitlisted AS waiting,
              (SELECT count(*)::int FROM registrations r WHERE r.session_id = s.id AND r.held_until <= $2) AS lapsed,
              (SELECT count(*)::int FROM (
                 SELECT FROM registrations r WHERE r.session_id = s.id
                   AND r.state IN ('unverified', 'awaiting-approval', 'confirmed', 'waitlisted')
                 GROUP BY r.participant_id HAVING count(*) > 1) d) AS doubles,
              (SELECT count(*)::int FROM registrations r WHERE r.session_id = s.id AND r.state = 'confirmed'
                 AND NOT EXISTS (SELECT FROM outbox_messages m WHERE m.participant_id = r.participant_id
                                 AND m.template IN ('registration-confirmed', 'promoted'))) AS unmailed,
              -- Written by one transaction, and nobody sends them here.
              (SELECT count(*)::int FROM outbox_messages m JOIN outbox_messages n
                 ON n.participant_id = m.participant_id AND n.xmin = m.xmin
               JOIN registrations r ON r.participant_id = m.participant_id AND r.session_id = s.id
               WHERE m.template = 'promoted' AND n.template = 'cancelled-by-organiser') AS "inVain"
       FROM sessions s JOIN session_counts c ON c.session_id = s.id WHERE s.id = $1`,
      [session.id, world.clock.now()],
    );
    if (!now) throw new Error('The session is gone.');
    expect(now.taken).toBeLessThanOrEqual(now.capacity);
    // A seat is free while somebody waits only where nobody has the lock yet to end a hold that is over.
    expect(now.waiting === 0 || now.taken === now.capacity).toBe(true);
    expect(now.doubles).toBe(0);
    expect(now.unmailed).toBe(0);
    expect(now.inVain).toBe(0);
  }

  /**
   * The log in its order is the order in which the lock was held: whoever moved up must have been first in line, and with a reason; and
   * whoever confirmed while a seat was held for them must have got it.
   */
  async function replayQueue({ session }: Game): Promise<{ promotions: number; approvals: number }> {
    const events = await world.query<{
      id: string;
      action: string;
      after: { state?: string; reason?: string; heldUntil?: string };
    }>(
      `SELECT a.subject_id AS id, a.action, coalesce(a.after, '{}') AS after FROM audit_entries a
       JOIN registrations r ON r.id = a.subject_id WHERE r.session_id = $1 ORDER BY a.id`,
      [session.id],
    );
    const queue: string[] = [];
    const held = new Set<string>();
    let promotions = 0;
    let approvals = 0;
    for (const { id, action, after } of events) {
      if (action === 'registration.approve') approvals += 1;
      if (after.heldUntil) held.add(id);
      if (action === 'registration.confirm' && held.has(id)) expect(after.state).toBe('confirmed');
      if (action !== 'registration.request') held.delete(id);
      if (action === 'registration.promote') {
        expect(queue.shift()).toBe(id);
        expect(after.reason).toMatch(/^(seat-freed|capacity-raised|hold-ended)$/);
        promotions += 1;
      } else if (action === 'registration.cancel' && queue.includes(id)) {
        queue.splice(queue.indexOf(id), 1);
      } else if (after.state === 'waitlisted') {
        queue.push(id);
      }
    }
    const waiting = await world.query<{ id: string }>(
      `SELECT id FROM registrations WHERE session_id = $1 AND state = 'waitlisted' ORDER BY queue_number`,
      [session.id],
    );
    expect(queue).toEqual(waiting.map(({ id }) => id));
    return { promotions, approvals };
  }

  it.each(['open', 'approval'] as const)(
    'keep every promise after each step, where registration is %s',
    async (mode) => {
      const seen = { promotions: 0, approvals: 0, bulk: 0 };
      await fc.assert(
        fc.asyncProperty(fc.array(commandOf(mode), { minLength: 40, maxLength: 80 }), async (steps) => {
          round += 1;
          const session = await world.aSession({
            capacity: mode === 'approval' ? 1 : 2,
            startsAt: '2027-10-06T12:00:00Z',
            rules: { hold_minutes: HOLD_MINUTES, mode },
          });
          const emails = Array.from(
            { length: PEOPLE[mode] },
            (_, at) => `player-${round}-${at}@city.example`,
          );
          const game = { session, emails, bulk: 0 };
          for (let at = 0; at < steps.length; at += 8) {
            await Promise.all(steps.slice(at, at + 8).map((step) => attempt(step, game)));
            await checkPromises(game);
            // Some holds are over by the next steps, some links too late.
            world.clock.advance({ minutes: 13 });
          }
          const { promotions, approvals } = await replayQueue(game);
          seen.promotions += promotions;
          seen.approvals += approvals;
          seen.bulk += game.bulk;
          world.clock.advance({ hours: 2 });
        }),
        { numRuns: 6, endOnFailure: true },
      );
      // Runs in which nobody ever moved up, or was ever approved, would prove nothing.
      expect(mode === 'open' ? seen.promotions : seen.approvals).toBeGreaterThan(0);
      // With one seat and an organiser's word before it, few sequences have somebody seated and somebody waiting at once.
      if (mode === 'open') expect(seen.bulk).toBeGreaterThan(0);
    },
  );
});

const ORGANISER = {
  id: '00000000-0000-4000-8000-00000000000a',
  email: 'organiser@reihe.example',
  name: 'Organiser',
  roles: ['organiser' as const],
  language: 'en' as const,
};
