import { randomUUID } from 'node:crypto';
import { SeatDesk } from '@reihe/api-platform';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { MyRegistrationsService } from '../places/my-registrations';
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
    const { id: registrationId } = await world.registrationOf(email, session);
    await world.query(
      `INSERT INTO certificates (registration_id, code, language, name, title, host, starts_at, ends_at, time_zone, issued_at)
       VALUES ($1, 'ABCD-EFGH-2345', 'en', $2, 'Water', 'Host', now(), now(), 'UTC', now())`,
      [registrationId, person.name],
    );
    await world.query(
      `INSERT INTO feedback (session_id, registration_id, comment, given_on) VALUES ($1, $2, 'Well done', now())`,
      [session.id, registrationId],
    );
    await world.query(`INSERT INTO feedback_givers (registration_id, is_anonymous) VALUES ($1, false)`, [
      registrationId,
    ]);
    await world.query(
      `INSERT INTO attendances (registration_id, evidence, recorded_at) VALUES ($1, 'manual', now())`,
      [registrationId],
    );
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

  it('leaves feedback and attendance to the session and the certificate to be checked, all without the person', async () => {
    expect(await world.query(`SELECT comment, registration_id FROM feedback`)).toEqual([
      { comment: 'Well done', registration_id: null },
    ]);
    expect(await world.query(`SELECT code, name, withdrawn_at FROM certificates`)).toEqual([
      { code: 'ABCD-EFGH-2345', name: null, withdrawn_at: null },
    ]);
    expect(await world.query(`SELECT evidence FROM attendances`)).toEqual([{ evidence: 'manual' }]);
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
    await world.app.get(SeatDesk).decide([seat], { kind: 'cancel', reason: '' }, world.signIn('organiser'));
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
