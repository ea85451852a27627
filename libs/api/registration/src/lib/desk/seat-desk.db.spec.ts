import { SeatDesk, type AddedPerson } from '@reihe/api-platform';
import { aRegister } from '@reihe/shared-testing';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';

describe('decisions of organisers about seats', () => {
  let world: RegistrationWorld;
  let counter = 0;
  const anAddress = () => `guest-${(counter += 1)}@city.example`;
  const desk = () => world.app.get(SeatDesk);
  const staff = () => world.signIn('organiser');
  const idOf = async (email: string, session: WorldSession) =>
    (await world.registrationOf(email, session)).id;

  async function come(session: WorldSession, count: number): Promise<string[]> {
    const emails = Array.from({ length: count }, anAddress);
    for (const email of emails) {
      await world.register(email, [session]);
      world.clock.advance({ minutes: 1 });
    }
    return emails;
  }

  function person(session: WorldSession, change: Partial<AddedPerson> = {}): AddedPerson {
    return { ...aRegister(), email: anAddress(), sessionId: session.id, ...change };
  }

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  afterAll(() => world.close());

  it('give seats in the order of coming as long as there are some, then places on the waiting list', async () => {
    const session = await world.aSession({ capacity: 1, rules: { mode: 'approval' } });
    const [first = '', second = '', third = ''] = await come(session, 3);
    const ids = [await idOf(second, session), await idOf(first, session), await idOf(third, session)];
    const outcome = await desk().decide(ids, { kind: 'approve' }, staff());
    expect(outcome.registrations.map(({ after, place, refusal }) => [after, place, refusal])).toEqual([
      ['confirmed', null, null],
      ['waitlisted', 1, null],
      ['waitlisted', 2, null],
    ]);
    expect(outcome.mails).toBe(3);
    expect((await world.lastMail(first))?.subject).toBe('You are registered');
    const again = await desk().decide([ids[0] ?? ''], { kind: 'approve' }, staff());
    expect(again.registrations[0]?.refusal).toBe('wrong-state');
  });

  it('tell who is declined the reason as typed', async () => {
    const session = await world.aSession({ rules: { mode: 'approval' } });
    const [email = ''] = await come(session, 1);
    await desk().decide(
      [await idOf(email, session)],
      { kind: 'decline', reason: 'Only for cities' },
      staff(),
    );
    expect((await world.registrationOf(email, session)).state).toBe('declined');
    const mail = await world.lastMail(email);
    expect(mail).toMatchObject({ template: 'declined' });
    expect(mail?.text).toContain('> Only for cities');
  });

  it('pass on the seats that are cancelled, and say who moved up', async () => {
    const session = await world.aSession({ capacity: 2 });
    const [one = '', two = '', three = '', four = ''] = await come(session, 4);
    const outcome = await desk().decide(
      [await idOf(one, session), await idOf(two, session)],
      { kind: 'cancel', reason: '' },
      staff(),
    );
    expect(outcome.movedUp).toEqual([await idOf(three, session), await idOf(four, session)]);
    expect(outcome.mails).toBe(4);
    expect(await world.people(session, 'confirmed')).toEqual([three, four]);
  });

  it('move nobody up who is cancelled by the same decision, and count the mails that go', async () => {
    const session = await world.aSession({ capacity: 2 });
    const emails = await come(session, 6);
    const [, , third = '', , fifth = '', sixth = ''] = emails;
    const ids = await Promise.all(emails.slice(0, 4).map((email) => idOf(email, session)));
    const written = async () =>
      (await Promise.all(emails.map((email) => world.mails(email)))).flat().map(({ template }) => template);
    const before = await written();
    const decision = { kind: 'cancel', reason: '' } as const;
    const preview = await desk().decide(ids, decision, staff(), { isRehearsal: true });
    const outcome = await desk().decide(ids, decision, staff());
    expect(outcome).toEqual(preview);
    expect(outcome.movedUp).toEqual([await idOf(fifth, session), await idOf(sixth, session)]);
    expect((await world.mails(third)).map(({ template }) => template)).not.toContain('promoted');
    expect(await world.people(session, 'confirmed')).toEqual([fifth, sixth]);
    const sent = (await written()).length - before.length;
    expect([outcome.mails, sent]).toEqual([6, 6]);
  });

  it('count nobody as written to who was erased', async () => {
    const session = await world.aSession({ capacity: 2 });
    const [gone = '', here = ''] = await come(session, 2);
    const ids = [await idOf(gone, session), await idOf(here, session)];
    await world.query(
      `UPDATE participants SET email = NULL, email_key = NULL, name = '', organisation = '', job_position = '', city = '',
         country = NULL, time_zone = 'UTC', erased_at = now() WHERE email = $1`,
      [gone],
    );
    const outcome = await desk().decide(ids, { kind: 'cancel', reason: '' }, staff());
    expect(outcome.registrations.map(({ after }) => after)).toEqual(['cancelled', 'cancelled']);
    expect(outcome.mails).toBe(1);
  });

  it('make room for those promoted and for everybody before them: nobody overtakes', async () => {
    const session = await world.aSession({ capacity: 1 });
    const [, second = '', third = '', fourth = ''] = await come(session, 4);
    const outcome = await desk().decide([await idOf(third, session)], { kind: 'promote' }, staff());
    expect(outcome).toMatchObject({
      registrations: [{ before: 'waitlisted', after: 'confirmed', refusal: null }],
      movedUp: [await idOf(second, session)],
      capacities: [{ sessionId: session.id, before: 1, after: 3 }],
      mails: 2,
    });
    expect(await world.people(session, 'waitlisted')).toEqual([fourth]);
  });

  it('are looked at first without changing anything', async () => {
    const session = await world.aSession({ capacity: 1 });
    const [first = '', second = ''] = await come(session, 2);
    const before = [await world.mails(first), await world.mails(second)];
    const decision = { kind: 'cancel', reason: 'Full' } as const;
    const preview = await desk().decide([await idOf(first, session)], decision, staff(), {
      isRehearsal: true,
    });
    expect(preview).toMatchObject({
      registrations: [{ before: 'confirmed', after: 'cancelled' }],
      movedUp: [await idOf(second, session)],
      mails: 2,
    });
    expect(await world.people(session, 'confirmed')).toEqual([first]);
    expect([await world.mails(first), await world.mails(second)]).toEqual(before);
    expect(await desk().decide([await idOf(first, session)], decision, staff())).toEqual(preview);
  });

  it('refuse what is over, and do nothing at all where one of them is not there', async () => {
    const session = await world.aSession({ rules: { mode: 'approval' } });
    const [email = ''] = await come(session, 1);
    const id = await idOf(email, session);
    await expect(
      desk().decide([id, '00000000-0000-4000-8000-000000000000'], { kind: 'approve' }, staff()),
    ).rejects.toMatchObject({ code: 'registration.not-found' });
    await world.query(`UPDATE sessions SET state = 'held' WHERE id = $1`, [session.id]);
    const { registrations } = await desk().decide([id], { kind: 'approve' }, staff());
    expect(registrations).toMatchObject([{ after: 'awaiting-approval', refusal: 'over' }]);
  });

  it('enter people without asking them: seats first, then the waiting list, each once, and tell them unless it is quiet', async () => {
    const session = await world.aSession({ capacity: 1 });
    const [known, other] = [person(session), person(session, { name: 'Other Person' })];
    const added = await desk().add([known, other, { ...known, name: 'Twice' }], 'import', staff());
    expect(added.map(({ state, place, wasRegistered }) => [state, place, wasRegistered])).toEqual([
      ['confirmed', null, false],
      ['waitlisted', 1, false],
      ['confirmed', null, true],
    ]);
    expect((await world.mails(known.email)).map(({ template }) => template)).toEqual([
      'registration-confirmed',
    ]);
    expect(await world.lastMail(other.email)).toMatchObject({ to_name: 'Other Person' });
    const quiet = person(session);
    await desk().add([quiet], 'staff', staff(), { isQuiet: true });
    expect(await world.mails(quiet.email)).toEqual([]);
    const rehearsed = person(session);
    await desk().add([rehearsed], 'staff', staff(), { isRehearsal: true });
    expect(await world.query(`SELECT FROM participants WHERE email = $1`, [rehearsed.email])).toEqual([]);
  });

  it('do not change what somebody said of themselves', async () => {
    const [home, session] = [await world.aSession(), await world.aSession()];
    const email = anAddress();
    await world.register(email, [home], { name: 'Own Name' });
    await desk().add([person(session, { email, name: 'Another Name' })], 'staff', staff());
    expect(await world.query(`SELECT name FROM participants WHERE email = $1`, [email])).toEqual([
      { name: 'Own Name' },
    ]);
  });

  it('say what the organiser says of somebody whose wish was not proven, not what anybody typed before', async () => {
    const session = await world.aSession();
    const email = anAddress();
    const question = await world.aQuestion();
    await world.wish(email, [session], {
      ...{ name: 'Buy Now', organisation: 'Spam', city: 'Nowhere' },
      accessibilityNeeds: 'Your password',
      answers: [{ questionId: question, value: 'Strange words' }],
    });
    const added = person(session, { email, name: 'Guest of Honour', city: 'Lviv', accessibilityNeeds: '' });
    expect(await desk().add([added], 'staff', staff())).toMatchObject([
      { state: 'confirmed', wasRegistered: false },
    ]);
    expect(
      await world.query(
        `SELECT r.origin, r.name, r.organisation, r.city, r.accessibility_needs AS needs, p.name AS person,
                (SELECT count(*)::int FROM answers a WHERE a.registration_id = r.id) AS answers
         FROM registrations r JOIN participants p ON p.id = r.participant_id WHERE r.session_id = $1`,
        [session.id],
      ),
    ).toEqual([
      {
        ...{ origin: 'staff', name: 'Guest of Honour', person: 'Guest of Honour', city: 'Lviv' },
        ...{ organisation: added.organisation, needs: '', answers: 0 },
      },
    ]);
  });

  it.each([
    ['began', { startsAt: '2026-09-01T07:30:00Z' }],
    ['is over', { state: 'held' as const }],
    ['was called off', { state: 'cancelled' as const }],
    ['is no more than a draft', { state: 'draft' as const }],
  ])('enter nobody where the session %s', async (_when, setup) => {
    const [open, over] = [await world.aSession(), await world.aSession(setup)];
    const adding = desk().add([person(open), person(over)], 'staff', staff());
    await expect(adding).rejects.toMatchObject({ code: 'session.wrong-state', status: 409 });
    expect(await world.people(open, 'confirmed')).toEqual([]);
  });

  it('accept no privacy notice for anybody', async () => {
    const session = await world.aSession();
    const asked = anAddress();
    await world.wish(asked, [session]);
    await desk().add([person(session, { email: asked }), person(session)], 'import', staff());
    expect(
      await world.query(`SELECT DISTINCT privacy_notice AS notice FROM registrations WHERE session_id = $1`, [
        session.id,
      ]),
    ).toEqual([{ notice: 'not-asked' }]);
  });
});
