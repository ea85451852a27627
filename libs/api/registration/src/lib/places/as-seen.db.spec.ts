import { AsyncLocalStorage } from 'node:async_hooks';
import { jest } from '@jest/globals';
import { isOvertaken } from '@reihe/api-persistence';
import { WantedSessions } from '@reihe/api-seats';
import { aRegister } from '@reihe/shared-testing';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { RequestPlaces } from './request-places';
import { WriteWishes } from './write-wishes';

/** Forms are prepared before their sessions are locked: what was seen then may hold no more under the lock. */
describe('forms that are prepared before the lock', () => {
  let world: RegistrationWorld;
  let counter = 0;
  /** What happens meanwhile is not of the transaction in progress. */
  const outside = AsyncLocalStorage.snapshot();
  const anAddress = () => `seen-${(counter += 1)}@city.example`;
  const aForm = ({ slug }: WorldSession, email = anAddress()) => aRegister({ email, sessionSlugs: [slug] });
  const wishes = () => world.app.get(WriteWishes);
  const statesIn = ({ id }: WorldSession) =>
    world.query<{ email: string; isHeld: boolean }>(
      `SELECT p.email, r.held_until IS NOT NULL AS "isHeld" FROM registrations r
       JOIN participants p ON p.id = r.participant_id WHERE r.session_id = $1 ORDER BY r.held_until IS NULL, p.email`,
      [id],
    );

  /** Something happens once, between seeing and locking. */
  function meanwhile(what: () => Promise<unknown>): void {
    const sessions = world.app.get(WantedSessions);
    const see = sessions.see.bind(sessions);
    jest.spyOn(sessions, 'see').mockImplementationOnce(async (slugs) => {
      const seen = await see(slugs);
      await outside(what);
      return seen;
    });
  }

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => world.close());

  it('get what is free in their order, and the rest none', async () => {
    const session = await world.aSession({ capacity: 2 });
    const forms = [aForm(session), aForm(session), aForm(session)];
    const outcomes = await wishes().writeAsSeen(forms);
    expect(outcomes?.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(await statesIn(session)).toEqual(forms.map(({ email }, at) => ({ email, isHeld: at < 2 })));
  });

  it('are refused each for its own fault', async () => {
    const session = await world.aSession({ capacity: 2 });
    const unknown = aForm({ ...session, slug: 'no-such-session' });
    const outcomes = await wishes().writeAsSeen([unknown, aForm(session)]);
    expect(outcomes?.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await world.query(`SELECT FROM participants WHERE email = $1`, [unknown.email])).toEqual([]);
  });

  it.each<[string, (session: WorldSession) => Promise<unknown>]>([
    ['the seats are taken', (session) => wishes().write([aForm(session), aForm(session), aForm(session)])],
    [
      'the organiser makes the room smaller',
      ({ id }) => world.query(`UPDATE sessions SET capacity = 2 WHERE id = $1`, [id]),
    ],
    [
      'the organiser wants to decide',
      ({ id }) =>
        world.query(`INSERT INTO registration_rules (session_id, mode) VALUES ($1, 'approval')`, [id]),
    ],
    [
      'the session is called off',
      ({ id }) =>
        world.query(`UPDATE sessions SET state = 'cancelled', cancel_reason = 'Storm' WHERE id = $1`, [id]),
    ],
  ])('are not taken down where meanwhile %s', async (_what, happen) => {
    const session = await world.aSession({ capacity: 3 });
    const form = aForm(session);
    meanwhile(() => happen(session));
    const failed: unknown = await wishes()
      .writeAsSeen([form])
      .catch((error: unknown) => error);
    expect(isOvertaken(failed)).toBe(true);
    expect(await world.query(`SELECT FROM participants WHERE email = $1`, [form.email])).toEqual([]);
    expect(await world.query(`SELECT FROM outbox_messages WHERE to_address = $1`, [form.email])).toEqual([]);
  });

  it('are taken down under the lock then, without a seat where there is none any more', async () => {
    const session = await world.aSession({ capacity: 1 });
    const [first, second, third] = [aForm(session), aForm(session), aForm(session)];
    meanwhile(() => wishes().write([first]));
    const places = world.app.get(RequestPlaces);
    await Promise.all([second, third].map((form) => places.request(form)));
    expect(await statesIn(session)).toEqual(
      [first, second, third].map(({ email }) => ({ email, isHeld: email === first.email })),
    );
  });

  it('of somebody who becomes known meanwhile are one wish, with one person', async () => {
    const session = await world.aSession({ capacity: 5 });
    const [form, other] = [aForm(session), aForm(session)];
    meanwhile(() => wishes().write([form]));
    const places = world.app.get(RequestPlaces);
    await Promise.all([form, other].map((one) => places.request(one)));
    expect(await statesIn(session)).toEqual([form, other].map(({ email }) => ({ email, isHeld: true })));
  });

  it('are answered by a mail that lists their sessions by time, in whatever order they were ticked', async () => {
    const [late, early] = [await world.aSession(), await world.aSession()];
    await world.query(`UPDATE sessions SET starts_at = starts_at - interval '1 hour' WHERE id = $1`, [
      early.id,
    ]);
    const form = aRegister({ email: anAddress(), sessionSlugs: [late.slug, early.slug] });
    await wishes().writeAsSeen([form]);
    const [mail] = await world.query<{ text: string }>(
      `SELECT text FROM outbox_messages WHERE to_address = $1`,
      [form.email],
    );
    const at = ({ slug }: WorldSession) => mail?.text.indexOf(slug) ?? -1;
    expect(at(early)).toBeGreaterThan(0);
    expect(at(early)).toBeLessThan(at(late));
  });

  it('are not looked at beforehand where nobody wants the same', async () => {
    const session = await world.aSession({ capacity: 5 });
    const see = jest.spyOn(world.app.get(WantedSessions), 'see');
    await world.app.get(RequestPlaces).request(aForm(session));
    expect(see).not.toHaveBeenCalled();
    expect(await statesIn(session)).toHaveLength(1);
  });

  it('wait for the lock where somebody is known, an organiser decides or a hold is over', async () => {
    const session = await world.aSession({ capacity: 1, rules: { hold_minutes: 1 } });
    const form = aForm(session);
    await wishes().write([form]);
    expect(await wishes().writeAsSeen([form])).toBeNull();
    world.clock.advance({ minutes: 2 });
    expect(await wishes().writeAsSeen([aForm(session)])).toBeNull();
    const decided = await world.aSession({ capacity: 1, rules: { mode: 'approval' } });
    expect(await wishes().writeAsSeen([aForm(decided)])).toBeNull();
  });
});
