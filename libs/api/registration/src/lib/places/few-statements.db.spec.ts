import { SeatDesk, type SeatDecision } from '@reihe/api-platform';
import { aRegister } from '@reihe/shared-testing';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { ExpireWishes } from './expire-wishes';
import { TakeSeat } from './take-seat';
import { WriteWishes } from './write-wishes';

const MANY = 8;

/** Everybody else waits for a session's lock: what is done under it must not grow with the people it is done for. */
describe('the statements under a lock', () => {
  let world: RegistrationWorld;
  let counter = 0;
  const someAddresses = (count: number) =>
    Array.from({ length: count }, () => `statement-${(counter += 1)}@city.example`);

  async function register(session: WorldSession, count: number): Promise<string[]> {
    const emails = someAddresses(count);
    for (const email of emails) await world.register(email, [session]);
    return Promise.all(emails.map(async (email) => (await world.registrationOf(email, session)).id));
  }

  const decide = (ids: string[], decision: SeatDecision) =>
    world.app.get(SeatDesk).decide(ids, decision, world.signIn('organiser'));

  const WORK: [string, (count: number) => Promise<() => Promise<unknown>>][] = [
    [
      'forms',
      async (count) => {
        const { slug } = await world.aSession({ capacity: 4 });
        const forms = someAddresses(count).map((email) => aRegister({ email, sessionSlugs: [slug] }));
        return () => world.app.get(WriteWishes).write(forms);
      },
    ],
    [
      'forms that are prepared before it',
      async (count) => {
        const { slug } = await world.aSession({ capacity: 4 });
        const forms = someAddresses(count).map((email) => aRegister({ email, sessionSlugs: [slug] }));
        return () => world.app.get(WriteWishes).writeAsSeen(forms);
      },
    ],
    [
      'pressed buttons',
      async (count) => {
        // For one as for many there is somebody with a seat and somebody who waits.
        const sessions = [await world.aSession({ capacity: 1 }), await world.aSession({ capacity: 20 })];
        await register(sessions[0] ?? { id: '', slug: '' }, 1);
        const tokens: string[] = [];
        for (const email of someAddresses(count)) tokens.push(await world.wish(email, sessions));
        return () =>
          world.app.get(TakeSeat).confirmAll(tokens.map((token) => ({ token, language: 'en' as const })));
      },
    ],
    [
      'places that are cancelled and passed on',
      async (count) => {
        const session = await world.aSession({ capacity: count });
        const ids = await register(session, 2 * count);
        return () => decide(ids.slice(0, count), { kind: 'cancel', reason: '' });
      },
    ],
    [
      'approvals',
      async (count) => {
        const session = await world.aSession({ capacity: 20, rules: { mode: 'approval' } });
        const ids = await register(session, count);
        return () => decide(ids, { kind: 'approve' });
      },
    ],
    [
      'refusals',
      async (count) => {
        const session = await world.aSession({ rules: { mode: 'approval' } });
        const ids = await register(session, count);
        return () => decide(ids, { kind: 'decline', reason: '' });
      },
    ],
    [
      'people who are entered',
      async (count) => {
        const { id: sessionId } = await world.aSession({ capacity: 20 });
        const people = someAddresses(count).map((email) => ({ ...aRegister(), email, sessionId }));
        return () => world.app.get(SeatDesk).add(people, 'import', world.signIn('organiser'));
      },
    ],
    [
      'holds that end',
      async (count) => {
        const session = await world.aSession({ capacity: count, rules: { hold_minutes: 1 } });
        for (const email of someAddresses(count)) await world.wish(email, [session]);
        await register(session, count);
        world.clock.advance({ minutes: 2 });
        return () => world.app.get(ExpireWishes).endHolds();
      },
    ],
    [
      'wishes that expire',
      async (count) => {
        const session = await world.aSession({ capacity: 20 });
        for (const email of someAddresses(count)) await world.wish(email, [session]);
        world.clock.advance({ hours: 49 });
        await world.app.get(ExpireWishes).endHolds();
        return () => world.app.get(ExpireWishes).expire();
      },
    ],
  ];

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  afterAll(() => world.close());

  it.each(WORK)('are as many for several %s as for one', async (_what, prepare) => {
    const one = await world.statementsOf(await prepare(1));
    const many = await world.statementsOf(await prepare(MANY));
    expect(one).toBeGreaterThan(5);
    expect(many).toBe(one);
  });
});
