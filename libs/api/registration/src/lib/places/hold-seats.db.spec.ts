import { TransactionHost } from '@nestjs-cls/transactional';
import { Database } from '@reihe/api-persistence';
import { OwnSeats, SeatDesk } from '@reihe/api-platform';
import { aRegister } from '@reihe/shared-testing';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { ExpireWishes } from './expire-wishes';
import { RequestPlaces } from './request-places';
import { TakePlaces, type KnownForm } from './take-places';
import { TakeSeat } from './take-seat';
import { CONFIRM_MAILS_PER_HOUR, WriteWishes } from './write-wishes';

describe('a seat held for somebody who has yet to confirm', () => {
  let world: RegistrationWorld;
  let counter = 0;
  const anAddress = () => `holder-${(counter += 1)}@city.example`;
  const confirm = (token: string) => world.app.get(TakeSeat).confirm(token, 'en');
  const held = async (session: WorldSession) =>
    (
      await world.query<{ held: number }>(`SELECT held FROM session_counts WHERE session_id = $1`, [
        session.id,
      ])
    )[0]?.held;

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  afterAll(() => world.close());

  it('is theirs until the time that the mail tells, whoever comes and confirms before', async () => {
    const session = await world.aSession({ capacity: 1, rules: { hold_minutes: 30 } });
    const [first, second] = [anAddress(), anAddress()];
    const token = await world.wish(first, [session], { timeZone: 'Asia/Kolkata' });
    const mail = await world.lastMail(first);
    expect(mail?.text).toContain('A place is held for you until Tuesday, 1 September 2026 at 14:00');
    expect((await world.app.get(TakeSeat).preview(token, 'en')).sessions).toMatchObject([
      { heldUntil: '2026-09-01T08:30:00.000Z', mode: 'open' },
    ]);
    const other = await world.wish(second, [session]);
    expect((await world.lastMail(second))?.text).toContain('you are put on the waiting list');
    expect((await confirm(other)).registrations).toMatchObject([{ state: 'waitlisted', place: 1 }]);
    world.clock.advance({ minutes: 29 });
    expect((await confirm(token)).registrations).toMatchObject([{ state: 'confirmed' }]);
    world.clock.advance({ minutes: -29 });
  });

  it('goes to the longest waiting when the time is over, with the reason in the log, and to them who confirm late only if it is free', async () => {
    const session = await world.aSession({ capacity: 1, rules: { hold_minutes: 30 } });
    const [late, waiting] = [anAddress(), anAddress()];
    const token = await world.wish(late, [session]);
    await confirm(await world.wish(waiting, [session]));
    world.clock.advance({ minutes: 30 });
    expect(await world.app.get(ExpireWishes).endHolds()).toBeGreaterThan(0);
    expect(await world.people(session, 'confirmed')).toEqual([waiting]);
    expect((await world.lastMail(waiting))?.template).toBe('promoted');
    const moves = await world.query<{ after: object }>(
      `SELECT a.after FROM audit_entries a JOIN registrations r ON r.id = a.subject_id
       WHERE r.session_id = $1 AND a.action = 'registration.promote'`,
      [session.id],
    );
    expect(moves).toMatchObject([{ after: { reason: 'hold-ended' } }]);
    expect((await confirm(token)).registrations).toMatchObject([{ state: 'waitlisted', place: 1 }]);
    world.clock.advance({ minutes: -30 });
  });

  it.each(['organiser', 'participant', 'all of a participant'] as const)(
    'is offered to nobody whose place is given up (%s) while it ends; the next has it',
    async (by) => {
      const session = await world.aSession({ capacity: 1, rules: { hold_minutes: 30 } });
      const [late, leaving, next] = [anAddress(), anAddress(), anAddress()];
      await world.wish(late, [session]);
      for (const email of [leaving, next]) await confirm(await world.wish(email, [session]));
      world.clock.advance({ minutes: 30 });
      const { id, participantId: person } = await world.registrationOf(leaving, session);
      const staff = world.signIn('organiser');
      if (by === 'organiser')
        await world.app.get(SeatDesk).decide([id], { kind: 'cancel', reason: '' }, staff);
      else if (by === 'participant') await world.app.get(OwnSeats).release(id, person);
      else await world.app.get(OwnSeats).releaseAll(person);
      expect((await world.mails(leaving)).map(({ template }) => template)).not.toContain('promoted');
      expect(await world.people(session, 'confirmed')).toEqual([next]);
      const moves = await world.query<{ id: string; reason: string }>(
        `SELECT a.subject_id AS id, a.after->>'reason' AS reason
         FROM audit_entries a JOIN registrations r ON r.id = a.subject_id
         WHERE r.session_id = $1 AND a.action = 'registration.promote'`,
        [session.id],
      );
      expect(moves.map((move) => move.id)).toEqual([(await world.registrationOf(next, session)).id]);
      world.clock.advance({ minutes: -30 });
    },
  );

  it('ends without a worker too: the next who comes finds it free, unless somebody waits', async () => {
    const session = await world.aSession({ capacity: 1, rules: { hold_minutes: 30 } });
    const [gone, next] = [anAddress(), anAddress()];
    await world.wish(gone, [session]);
    world.clock.advance({ minutes: 31 });
    const token = await world.wish(next, [session]);
    expect(await held(session)).toBe(1);
    expect((await confirm(token)).registrations).toMatchObject([{ state: 'confirmed' }]);
    world.clock.advance({ minutes: -31 });
  });

  it('is not prolonged by sending the form again', async () => {
    const session = await world.aSession({ capacity: 1, rules: { hold_minutes: 30 } });
    const email = anAddress();
    await world.wish(email, [session]);
    world.clock.advance({ minutes: 20 });
    await world.wish(email, [session]);
    const [row] = await world.query<{ held_until: Date }>(
      `SELECT held_until FROM registrations WHERE session_id = $1`,
      [session.id],
    );
    expect(row?.held_until.toISOString()).toBe('2026-09-01T08:30:00.000Z');
    world.clock.advance({ minutes: -20 });
  });

  it('is counted by the database: nobody can be confirmed into it', async () => {
    const session = await world.aSession({ capacity: 1 });
    await world.wish(anAddress(), [session]);
    const token = await world.wish(anAddress(), [session]);
    expect(token).not.toBe('');
    await expect(
      world.query(
        `UPDATE registrations SET state = 'confirmed' WHERE session_id = $1 AND held_until IS NULL`,
        [session.id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'registrations_within_capacity' } });
    await expect(
      world.query(`UPDATE registrations SET state = 'cancelled' WHERE session_id = $1`, [session.id]),
    ).rejects.toMatchObject({ driverError: { constraint: 'ck_registrations_held' } });
  });

  it('is refused where nobody can wait, and who confirms when all is gone is told so', async () => {
    const session = await world.aSession({
      capacity: 1,
      rules: { hold_minutes: 30, has_waiting_list: false },
    });
    const [first, second] = [anAddress(), anAddress()];
    const token = await world.wish(first, [session]);
    await expect(world.wish(second, [session])).rejects.toMatchObject({
      extras: { details: { sessions: [{ slug: session.slug, phase: 'full' }] } },
    });
    world.clock.advance({ minutes: 30 });
    await world.register(second, [session]);
    expect((await confirm(token)).registrations).toMatchObject([{ state: 'expired' }]);
    expect(await world.lastMail(first)).toMatchObject({ subject: 'There was no place left' });
    world.clock.advance({ minutes: -30 });
  });

  it('keeps the waiting list to its length', async () => {
    const session = await world.aSession({ capacity: 1, rules: { waiting_list_limit: 1 } });
    await world.register(anAddress(), [session]);
    await world.register(anAddress(), [session]);
    await expect(world.wish(anAddress(), [session])).rejects.toMatchObject({
      extras: { details: { sessions: [{ phase: 'full' }] } },
    });
  });

  it('stays what was promised where an organiser decides by the time it is confirmed', async () => {
    const session = await world.aSession({ capacity: 1 });
    const [first, second] = [anAddress(), anAddress()];
    const token = await world.wish(first, [session]);
    await confirm(await world.wish(second, [session]));
    await world.query(`INSERT INTO registration_rules (session_id, mode) VALUES ($1, 'approval')`, [
      session.id,
    ]);
    await world.wish(first, [session]);
    expect((await world.lastMail(first))?.text).toContain('A place is held for you until');
    expect((await confirm(token)).registrations).toMatchObject([{ state: 'confirmed' }]);
    expect(await world.people(session, 'waitlisted')).toEqual([second]);
    expect((await confirm(await world.wish(anAddress(), [session]))).registrations).toMatchObject([
      { state: 'awaiting-approval' },
    ]);
  });

  it('waits for nobody whom no link reaches any more', async () => {
    const [often, session] = [await world.aSession({ capacity: 20 }), await world.aSession({ capacity: 1 })];
    const [flooded, other] = [anAddress(), anAddress()];
    for (let form = 0; form < CONFIRM_MAILS_PER_HOUR; form += 1) await world.wish(flooded, [often]);
    // Together, so that the one who comes first could take the other's seat.
    const forms = [flooded, other].map((email) => aRegister({ email, sessionSlugs: [session.slug] }));
    await world.app.get(WriteWishes).write(forms);
    const heldFor = await world.query(
      `SELECT p.email FROM registrations r JOIN participants p ON p.id = r.participant_id
       WHERE r.session_id = $1 AND r.held_until IS NOT NULL`,
      [session.id],
    );
    expect(heldFor).toEqual([{ email: other }]);
    expect((await world.lastMail(other))?.text).toContain('A place is held for you until');
  });

  describe('where it is by invitation', () => {
    const invite = (session: WorldSession, columns: Record<string, unknown>, table = 'invitation_codes') =>
      world.query(
        `INSERT INTO ${table} (session_id, ${Object.keys(columns).join(', ')})
         VALUES ($1, ${Object.keys(columns)
           .map((_, at) => `$${at + 2}`)
           .join(', ')})`,
        [session.id, ...Object.values(columns)],
      );
    const ask = (email: string, session: WorldSession, invitationCode = '') =>
      world.app
        .get(RequestPlaces)
        .request(aRegister({ email, sessionSlugs: [session.slug], invitationCode }));

    it('lets in by code as often as it is good for, told at once where it is wrong', async () => {
      const session = await world.aSession({ rules: { mode: 'invitation' } });
      await invite(session, { code: 'CITY-2026', code_key: 'CITY2026', max_uses: 1 });
      const [first, second] = [anAddress(), anAddress()];
      await ask(first, session, 'city 2026');
      expect((await world.registrationOf(first, session)).state).toBe('unverified');
      for (const [email, code] of [
        [second, 'CITY-2026'],
        [second, 'wrong'],
      ] as const) {
        await expect(ask(email, session, code)).rejects.toMatchObject({
          code: 'request.invalid',
          extras: { fields: [{ path: 'invitationCode', code: 'not-allowed' }] },
        });
      }
    });

    it('counts a code once for each person, however often and for however many sessions they use it', async () => {
      const [one, two] = [
        await world.aSession({ rules: { mode: 'invitation' } }),
        await world.aSession({ rules: { mode: 'invitation' } }),
      ];
      await world.query(
        `INSERT INTO invitation_codes (series_id, code, code_key, max_uses)
         SELECT series_id, 'SERIES', 'SERIES', 2 FROM sessions WHERE id = $1`,
        [one.id],
      );
      const [first, second, third] = [anAddress(), anAddress(), anAddress()];
      const both = { sessionSlugs: [one.slug, two.slug], invitationCode: 'series' };
      await world.app.get(RequestPlaces).request(aRegister({ email: first, ...both }));
      // Sent again without the code, which still let them in.
      await ask(first, one);
      await world.app.get(RequestPlaces).request(aRegister({ email: second, ...both }));
      for (const session of [one, two])
        expect(await world.people(session, 'unverified')).toEqual([first, second].sort());
      await expect(ask(third, one, 'series')).rejects.toMatchObject({ code: 'request.invalid' });
    });

    it('lets its last user into more sessions by their own link, and tells on nobody in the form for everybody', async () => {
      const [one, two] = [
        await world.aSession({ rules: { mode: 'invitation' } }),
        await world.aSession({ rules: { mode: 'invitation' } }),
      ];
      await world.query(
        `INSERT INTO invitation_codes (series_id, code, code_key, max_uses)
         SELECT series_id, 'LAST', 'LAST', 1 FROM sessions WHERE id = $1`,
        [one.id],
      );
      const email = anAddress();
      await world.register(email, [one], { invitationCode: 'last' });
      // Whether an address used a code is nothing that a form tells: it refuses everybody alike.
      for (const somebody of [email, anAddress()])
        await expect(ask(somebody, two, 'last')).rejects.toMatchObject({ code: 'request.invalid' });
      const [person] = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [
        email,
      ]);
      const form = { ...aRegister(), sessionSlugs: [two.slug], invitationCode: 'last' };
      await world.app.get(TakePlaces).takeKnown(person?.id ?? '', form, 'en');
      expect(await world.people(two, 'confirmed')).toEqual([email]);
    });

    it('lets in by address and domain, answers everybody alike, and tells strangers by mail alone', async () => {
      const session = await world.aSession({ rules: { mode: 'invitation' } });
      const [named, stranger] = [anAddress(), 'somebody@elsewhere.example'];
      const colleague = 'colleague@water.example';
      await invite(session, { pattern: named }, 'invited_addresses');
      await invite(session, { pattern: '@water.example' }, 'invited_addresses');
      const answers = [
        await ask(named, session),
        await ask(colleague, session),
        await ask(stranger, session),
      ];
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await world.people(session, 'unverified')).toEqual([colleague, named].sort());
      expect((await world.lastMail(stranger))?.template).toBe('not-invited');
    });
  });

  it('is never held where an organiser decides; who confirms waits for them', async () => {
    const session = await world.aSession({ capacity: 1, rules: { mode: 'approval' } });
    const email = anAddress();
    const token = await world.wish(email, [session]);
    expect(await held(session)).toBe(0);
    expect((await world.lastMail(email))?.text).toContain('An organiser decides who takes part');
    expect((await confirm(token)).registrations).toMatchObject([{ state: 'awaiting-approval' }]);
    expect(await world.lastMail(email)).toMatchObject({
      subject: 'Your registration waits for the organisers',
      calendar: null,
    });
  });

  describe('for somebody known by their link', () => {
    const known = (sessions: WorldSession[]): KnownForm => ({
      sessionSlugs: sessions.map(({ slug }) => slug),
      accessibilityNeeds: '',
      allowsRecording: null,
      answers: [],
      invitationCode: '',
    });

    it('needs no confirmation: they have the seat, wait, or are asked about at once', async () => {
      const [home, free, full, decided] = [
        await world.aSession(),
        await world.aSession({ capacity: 3 }),
        await world.aSession({ capacity: 1 }),
        await world.aSession({ rules: { mode: 'approval' } }),
      ];
      const email = anAddress();
      await world.register(email, [home], { city: 'Lviv' });
      await world.register(anAddress(), [full]);
      const [person] = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [
        email,
      ]);
      const settled = await world.app
        .get(TakePlaces)
        .takeKnown(person?.id ?? '', known([home, free, full, decided]), 'en');
      const states = new Map(settled.map(({ session, state }) => [session.slug, state]));
      expect([home, free, full, decided].map(({ slug }) => states.get(slug))).toEqual([
        'confirmed',
        'confirmed',
        'waitlisted',
        'awaiting-approval',
      ]);
      expect(
        await world.query(`SELECT city, origin FROM registrations WHERE session_id = $1`, [free.id]),
      ).toEqual([{ city: 'Lviv', origin: 'link' }]);
      const mails = await world.mails(email);
      expect(mails.filter(({ template }) => template === 'registration-confirmed')).toHaveLength(2);
      expect(await world.app.get(TakePlaces).takeKnown(person?.id ?? '', known([free]), 'en')).toHaveLength(
        1,
      );
      expect(await world.mails(email)).toHaveLength(mails.length);
    });

    const idOf = async (email: string) =>
      (await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [email]))[0]?.id ??
      '';

    it('says what they say, not what somebody typed for their address before', async () => {
      const [home, session] = [await world.aSession(), await world.aSession()];
      const email = anAddress();
      await world.register(email, [home], { name: 'Own Name', city: 'Lviv' });
      const question = await world.aQuestion();
      await world.wish(email, [session], {
        ...{ name: 'Buy Now', organisation: 'Spam', position: 'Boss', city: 'Nowhere', country: 'FR' },
        accessibilityNeeds: 'Your password',
        answers: [{ questionId: question, value: 'Strange words' }],
      });
      const form = { ...known([session]), accessibilityNeeds: 'A ramp' };
      await world.app.get(TakePlaces).takeKnown(await idOf(email), form, 'en');
      expect(
        await world.query(
          `SELECT r.state, r.origin, r.name, r.organisation, r.job_position, r.city, r.country, r.accessibility_needs AS needs,
                  (SELECT count(*)::int FROM answers a WHERE a.registration_id = r.id) AS answers
           FROM registrations r WHERE r.session_id = $1`,
          [session.id],
        ),
      ).toEqual([
        {
          ...{ state: 'confirmed', origin: 'link', name: 'Own Name', city: 'Lviv', country: 'UA' },
          ...{
            organisation: 'City administration',
            job_position: 'Urban planner',
            needs: 'A ramp',
            answers: 0,
          },
        },
      ]);
    });

    it('is for nobody who was erased or made part of somebody else, not even at the same moment', async () => {
      const [home, session] = [await world.aSession(), await world.aSession()];
      const [kept, absorbed] = [anAddress(), anAddress()];
      for (const email of [kept, absorbed]) await world.register(email, [home]);
      const [keptId, absorbedId] = [await idOf(kept), await idOf(absorbed)];
      const take = () => world.app.get(TakePlaces).takeKnown(absorbedId, known([session]), 'en');
      const transactions = world.app.get(TransactionHost);
      let taking: Promise<unknown> | undefined;
      await transactions.withTransaction(async () => {
        await world.app
          .get(Database)
          .query(`UPDATE participants SET merged_into_id = $1 WHERE id = $2`, [keptId, absorbedId]);
        taking = transactions.withoutTransaction(take);
        taking.catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
      for (const refused of [taking, take()])
        await expect(refused).rejects.toMatchObject({ code: 'registration.link-unknown' });
      expect(await world.query(`SELECT FROM registrations WHERE session_id = $1`, [session.id])).toEqual([]);
    });
  });
});
