import { TransactionHost } from '@nestjs-cls/transactional';
import { SeatDesk } from '@reihe/api-platform';
import { aRegister } from '@reihe/shared-testing';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { ExpireWishes } from './expire-wishes';
import { TakeSeat } from './take-seat';
import { WriteWishes } from './write-wishes';

describe('a wish that nobody confirmed', () => {
  let world: RegistrationWorld;
  let session: WorldSession;
  const person = { name: 'Nevio Unproven', organisation: 'Nowhere Works', position: 'Gatekeeper of Locks' };
  const typed = { needs: 'A lift to the Hall of Nowhere', answer: 'By barge from Nohow' };
  const words = ['nevio', ...Object.values(person), 'Atlantis', ...Object.values(typed)];
  const expire = () => world.app.get(ExpireWishes).expire();

  /** Names of the tables in which one of the words stands. */
  async function traces(of = words): Promise<string[]> {
    const tables = await world.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await world.query<object>(
        `SELECT FROM ${name} AS t WHERE t::text ILIKE ANY ($1::text[])`,
        [of.map((word) => `%${word}%`)],
      );
      if (rows.length > 0) found.push(name);
    }
    return found.sort();
  }

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  beforeEach(async () => {
    session = await world.aSession();
  });
  afterAll(() => world.close());

  it('leaves nothing of the person when its link is over; rows, counts and audit stay', async () => {
    const token = await world.wish('nevio@city.example', [session], {
      ...person,
      city: 'Atlantis',
      accessibilityNeeds: typed.needs,
      answers: [{ questionId: await world.aQuestion(), value: typed.answer }],
    });
    await world.query(`UPDATE outbox_messages SET state = 'sent'`);
    expect(await traces()).toEqual(['answers', 'outbox_messages', 'participants', 'registrations']);
    world.clock.advance({ hours: 47 });
    await expire();
    expect(await traces()).toEqual(['answers', 'outbox_messages', 'participants', 'registrations']);
    world.clock.advance({ hours: 1 });
    expect(await expire()).toBe(1);
    expect(await traces()).toEqual([]);
    expect(
      await world.query(
        `SELECT r.state, p.erased_at IS NOT NULL AS "isForgotten",
                (SELECT count(*)::int FROM audit_entries a WHERE a.subject_id IN (r.id, p.id)) AS entries
         FROM registrations r JOIN participants p ON p.id = r.participant_id WHERE r.session_id = $1`,
        [session.id],
      ),
    ).toEqual([{ state: 'expired', isForgotten: true, entries: 4 }]);
    // The link in the mail still says what happened.
    await expect(world.app.get(TakeSeat).confirm(token, 'en')).rejects.toMatchObject({
      code: 'registration.link-expired',
    });
    await world.register('nevio@city.example', [session]);
    expect(await world.people(session, 'confirmed')).toEqual(['nevio@city.example']);
    expect(await expire()).toBe(0);
  });

  it('takes only what was typed with it from somebody who is known', async () => {
    const other = await world.aSession();
    await world.register('known@city.example', [other], { name: 'Kim Known' });
    await world.wish('known@city.example', [session], {
      ...person,
      accessibilityNeeds: typed.needs,
      answers: [{ questionId: await world.aQuestion(), value: typed.answer }],
    });
    world.clock.advance({ hours: 48 });
    await expire();
    expect(
      await world.query(
        `SELECT p.email, p.name, r.name AS typed FROM registrations r JOIN participants p ON p.id = r.participant_id
         WHERE r.session_id = ANY ($1::uuid[]) ORDER BY r.name`,
        [[session.id, other.id]],
      ),
    ).toEqual([
      { email: 'known@city.example', name: 'Kim Known', typed: '' },
      { email: 'known@city.example', name: 'Kim Known', typed: 'Kim Known' },
    ]);
    expect(await traces(Object.values(typed))).toEqual([]);
  });

  it('takes the entries that were merged into it along, and no one who goes on', async () => {
    await world.wish('nevio.one@city.example', [session], person);
    await world.wish('nevio.two@city.example', [await world.aSession()], person);
    await world.query(
      `UPDATE participants SET merged_into_id = (SELECT id FROM participants WHERE email = 'nevio.one@city.example')
       WHERE email = 'nevio.two@city.example'`,
    );
    world.clock.advance({ hours: 48 });
    await expire();
    expect(await world.query(`SELECT email FROM participants WHERE email LIKE 'nevio.%'`)).toEqual([]);
  });

  it('does not take whom an organiser entered, also where they do not come after all', async () => {
    const guest = { ...aRegister(), email: 'guest@city.example', sessionId: session.id };
    const staff = world.signIn('organiser');
    const [added] = await world.app.get(SeatDesk).add([guest], 'import', staff);
    await world.app.get(SeatDesk).decide([added?.id ?? ''], { kind: 'cancel', reason: '' }, staff);
    world.clock.advance({ hours: 72 });
    await expire();
    expect(await world.people(session, 'cancelled')).toEqual([guest.email]);
  });

  it('does not greet them by what a stranger types for their address', async () => {
    const guest = {
      ...aRegister(),
      email: 'greeted@city.example',
      name: 'Gita Guest',
      sessionId: session.id,
    };
    await world.app.get(SeatDesk).add([guest], 'staff', world.signIn('organiser'));
    await world.wish(guest.email, [await world.aSession()], { name: 'Buy Now' });
    expect(await world.lastMail(guest.email)).toMatchObject({ to_name: 'Gita Guest' });
  });

  it('does not take somebody who asks again at the same moment', async () => {
    const email = 'again@city.example';
    await world.wish(email, [session]);
    world.clock.advance({ hours: 48 });
    await world.query(`UPDATE registrations SET state = 'expired', held_until = NULL WHERE session_id = $1`, [
      session.id,
    ]);
    const form = aRegister({ email, sessionSlugs: [session.slug] });
    // The form holds its person while the worker looks for whom to forget.
    await world.app.get(TransactionHost).withTransaction(async () => {
      await world.app.get(WriteWishes).write([form]);
      await worldApart(() => expire());
    });
    await expire();
    expect(await world.people(session, 'unverified')).toEqual([email]);
  });

  /** Outside of the transaction that is open here, as another process would. */
  function worldApart<T>(work: () => Promise<T>): Promise<T> {
    return world.app.get(TransactionHost).withoutTransaction(work);
  }
});
