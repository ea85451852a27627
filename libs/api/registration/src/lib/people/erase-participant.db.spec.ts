import { randomUUID } from 'node:crypto';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { MyRegistrationsService } from '../places/my-registrations';
import { ReleaseSeat } from '../places/release-seat';
import { EraseParticipant } from './erase-participant';

describe('erasing a participant', () => {
  let world: RegistrationWorld;
  let session: WorldSession;
  let full: WorldSession;
  let pending: WorldSession;
  let manage: string;
  let id: string;
  const email = 'mara.erased@city.example';
  const person = {
    name: 'Mara Unforgettable',
    organisation: 'Waterworks of Erasable',
    position: 'Keeper of Sluices',
  };

  /** Every row of every table in which one of the words stands. */
  async function traces(words: string[]): Promise<string[]> {
    const tables = await world.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await world.query<object>(
        `SELECT FROM ${name} AS t WHERE t::text ILIKE ANY ($1::text[])`,
        [words.map((word) => `%${word}%`)],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  const counts = async () => [
    await world.query(
      `SELECT session_id, registered, confirmed, waitlisted FROM session_counts ORDER BY session_id`,
    ),
    await world.query(`SELECT * FROM series_counts ORDER BY series_id`),
    await world.query(`SELECT * FROM session_figures ORDER BY session_id, measure`),
  ];

  beforeAll(async () => {
    world = await RegistrationWorld.open();
    [session, full, pending] = [
      await world.aSession(),
      await world.aSession({ capacity: 1 }),
      await world.aSession(),
    ];
    await world.register('other@city.example', [full]);
    manage = await world.register(email, [session, full], person);
    await world.register('third@city.example', [full]);
    await world.wish(email, [pending], person);
    await world.query(`UPDATE outbox_messages SET state = 'sent' WHERE template = 'registration-confirmed'`);
    const [row] = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [email]);
    id = row?.id ?? '';
  });
  afterAll(() => world.close());

  it('leaves no trace of the person in any table, and every count as it was', async () => {
    const words = ['mara.erased', ...Object.values(person)];
    expect(await traces(words)).toEqual(
      expect.arrayContaining(['outbox_messages', 'participants', 'registrations']),
    );
    const before = await counts();
    await world.app.get(EraseParticipant).erase(id, randomUUID());
    expect(await traces(words)).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it('ends the links in the mails', async () => {
    await expect(world.app.get(MyRegistrationsService).read(manage, 'en')).rejects.toMatchObject({
      code: 'registration.link-unknown',
    });
  });

  it('is written down by reference', async () => {
    const entries = await world.query(
      `SELECT subject_id FROM audit_entries WHERE action = 'participant.erase' AND actor_kind = 'staff'`,
    );
    expect(entries).toEqual([{ subject_id: id }]);
  });

  it('passes over the person when a seat becomes free: nobody could tell them', async () => {
    const { id: seat } = await world.registrationOf('other@city.example', full);
    await world.app.get(ReleaseSeat).cancelAsOrganiser(seat, randomUUID());
    expect(await world.people(full, 'confirmed')).toEqual(['third@city.example']);
  });

  it('frees the address: the same one is a new person', async () => {
    await world.register(email, [session]);
    const people = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [email]);
    expect(people).toHaveLength(1);
    expect(people[0]?.id).not.toBe(id);
  });

  it('cannot be done twice', async () => {
    await expect(world.app.get(EraseParticipant).erase(id, randomUUID())).rejects.toMatchObject({
      code: 'participant.not-found',
    });
  });
});
