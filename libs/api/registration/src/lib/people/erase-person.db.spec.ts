import { randomUUID } from 'node:crypto';
import { SeatDesk } from '@reihe/api-platform';
import { ErasePerson } from '@reihe/api-privacy';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { MyRegistrationsService } from '../places/my-registrations';

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
  /** What else somebody types, or is typed about them. */
  const typed = {
    needs: 'A lift to Unreachable Hall',
    answer: 'Herons of Untraceable',
    reason: 'Wrote from Unfindable Lane',
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

  /** As organisers do it; whoever was led to the one that goes is led on. */
  async function merged(absorbed: string, kept: string): Promise<void> {
    const [entry] = await world.query<{ kept: string; absorbed: string }>(
      `SELECT k.id AS kept, a.id AS absorbed FROM participants k, participants a WHERE k.email = $1 AND a.email = $2`,
      [kept, absorbed],
    );
    await world.query(
      `INSERT INTO participant_merges (kept_id, absorbed_id, staff_id, reason, moved_ids, ended_ids, merged_at)
       VALUES ($1, $2, $3, $4, '{}', '{}', now())`,
      [entry?.kept, entry?.absorbed, randomUUID(), typed.reason],
    );
    await world.query(`UPDATE registrations SET participant_id = $1 WHERE participant_id = $2`, [
      entry?.kept,
      entry?.absorbed,
    ]);
    await world.query(`UPDATE participants SET merged_into_id = $1 WHERE id = $2 OR merged_into_id = $2`, [
      entry?.kept,
      entry?.absorbed,
    ]);
  }

  async function idOf(address: string): Promise<string> {
    const [person] = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email_key = $1`, [
      address,
    ]);
    return person?.id ?? '';
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
    const question = await world.aQuestion();
    const told = {
      ...person,
      accessibilityNeeds: typed.needs,
      answers: [{ questionId: question, value: typed.answer }],
    };
    manage = await world.register(email, [session, full], told);
    await world.register('third@city.example', [full]);
    await world.wish(email, [pending], told);
    await world.query(`INSERT INTO invited_addresses (series_id, pattern) SELECT id, $1 FROM series`, [
      email,
    ]);
    await world.query(
      `INSERT INTO invited_addresses (series_id, pattern) SELECT id, '@city.example' FROM series`,
    );
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
    id = await idOf(email);
    await world.register('mara.absorbed@city.example', [await world.aSession()], person);
    await world.wish('mara.older@city.example', [await world.aSession()], person);
    await merged('mara.older@city.example', 'mara.absorbed@city.example');
    await merged('mara.absorbed@city.example', email);
  });
  afterAll(() => world.close());

  it('leaves no trace of the person in any table, and every count as it was', async () => {
    const words = ['mara.', ...Object.values(person), ...Object.values(typed)];
    expect(await traces(words)).toEqual(
      expect.arrayContaining([
        'answers',
        'invited_addresses',
        'outbox_messages',
        'participant_merges',
        'participants',
        'registrations',
      ]),
    );
    const before = await counts();
    await world.app.get(ErasePerson).erase(id, '', world.signIn('administrator'));
    expect(await traces(words)).toEqual([]);
    expect(await counts()).toEqual(before);
    // Of everybody at an organisation, not of this person.
    expect(await world.query(`SELECT pattern FROM invited_addresses`)).toEqual([
      { pattern: '@city.example' },
    ]);
  });

  it('leaves feedback and attendance to the session and the certificate to be checked, all without the person', async () => {
    expect(await world.query(`SELECT comment, registration_id, given_on FROM feedback`)).toEqual([
      { comment: 'Well done', registration_id: null, given_on: null },
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

  it('passes on the seat that was held for the person, and tells whoever is next', async () => {
    const small = await world.aSession({ capacity: 1 });
    await world.wish('held@city.example', [small]);
    await world.register('next@city.example', [small]);
    expect(await world.people(small, 'waitlisted')).toEqual(['next@city.example']);
    await world.app
      .get(ErasePerson)
      .erase(await idOf('held@city.example'), '', world.signIn('administrator'));
    expect(await world.people(small, 'confirmed')).toEqual(['next@city.example']);
    expect(await world.lastMail('next@city.example')).toMatchObject({ template: 'promoted' });
  });

  it('takes the whole person where the entry was merged into another, which is what is written down', async () => {
    await world.register('whole@city.example', [session]);
    await world.register('part@city.example', [await world.aSession()]);
    const [whole, part] = [await idOf('whole@city.example'), await idOf('part@city.example')];
    await merged('part@city.example', 'whole@city.example');
    await world.app.get(ErasePerson).erase(part, '', world.signIn('administrator'));
    expect([await idOf('whole@city.example'), await idOf('part@city.example')]).toEqual(['', '']);
    expect(
      await world.query(
        `SELECT subject_id FROM audit_entries WHERE action = 'participant.erase' AND subject_id = ANY ($1::uuid[])`,
        [[whole, part]],
      ),
    ).toEqual([{ subject_id: whole }]);
    await expect(
      world.app.get(ErasePerson).erase(part, '', world.signIn('administrator')),
    ).rejects.toMatchObject({
      code: 'participant.not-found',
    });
  });

  it('frees the address: the same one is a new person', async () => {
    await world.register(email, [session]);
    const people = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [email]);
    expect(people).toHaveLength(1);
    expect(people[0]?.id).not.toBe(id);
  });

  it('cannot be done twice', async () => {
    await expect(
      world.app.get(ErasePerson).erase(id, '', world.signIn('administrator')),
    ).rejects.toMatchObject({
      code: 'participant.not-found',
    });
  });
});
