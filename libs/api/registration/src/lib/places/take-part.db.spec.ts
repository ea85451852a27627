import { SeatDesk } from '@reihe/api-platform';
import { NOW, RegistrationWorld, type WorldSession } from '../testing/registration-world';
import { RequestPlaces } from './request-places';
import { CONFIRM_MAILS_PER_HOUR } from './write-wishes';
import { TakeSeat } from './take-seat';
import { ExpireWishes } from './expire-wishes';
import { MyRegistrationsService } from './my-registrations';
import { aRegister } from '@reihe/shared-testing';

describe('taking part', () => {
  let world: RegistrationWorld;
  let counter = 0;
  const anAddress = () => `reader-${(counter += 1)}@city.example`;
  const take = () => world.app.get(TakeSeat);
  const mine = () => world.app.get(MyRegistrationsService);

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  afterAll(() => world.close());

  describe('wishing for a place', () => {
    it('takes no seat, and sends a mail whose link confirms', async () => {
      const session = await world.aSession({ capacity: 1 });
      const email = anAddress();
      await world.wish(email, [session], { timeZone: 'Asia/Kolkata' });
      expect((await world.registrationOf(email, session)).state).toBe('unverified');
      const mail = await world.lastMail(email);
      expect(mail).toMatchObject({ template: 'registration-confirm', to_name: 'Sample Person' });
      expect(mail?.text).toContain('Your time: Tuesday, 6 October 2026, 17:30');
      expect(mail?.text).toContain('Host’s time: Tuesday, 6 October 2026, 14:00');
      expect(mail?.text).not.toContain('secret-room');
      const tokens = await world.query<{ token_hash: string }>(`SELECT token_hash FROM participant_links`);
      expect(JSON.stringify(tokens)).not.toContain(world.tokenIn(mail, 'confirm'));
    });

    it('is one wish however often it is sent, with what was typed last, and every link of it confirms', async () => {
      const session = await world.aSession();
      const email = anAddress();
      const first = await world.wish(email, [session], { name: 'Sampl Person' });
      await world.wish(email.toUpperCase(), [session], { name: 'Sample Person' });
      const rows = await world.query(`SELECT name, state FROM registrations WHERE session_id = $1`, [
        session.id,
      ]);
      expect(rows).toEqual([{ name: 'Sample Person', state: 'unverified' }]);
      await take().confirm(first, 'en');
      expect(await world.people(session, 'confirmed')).toEqual([email]);
    });

    it.each([
      ['not-yet-open', { opensAt: '2026-09-02T08:00:00Z' }],
      ['closed', { closesAt: NOW }],
      ['running', { startsAt: '2026-09-01T07:30:00Z' }],
      ['held', { state: 'held' as const }],
      ['cancelled', { state: 'cancelled' as const }],
    ])('names the session that is %s and writes nothing down', async (phase, setup) => {
      const open = await world.aSession();
      const closed = await world.aSession(setup);
      const email = anAddress();
      await expect(world.wish(email, [open, closed])).rejects.toMatchObject({
        code: 'registration.not-open',
        status: 409,
        extras: {
          fields: [{ path: 'sessionSlugs.1', code: 'not-allowed' }],
          details: { sessions: [{ slug: closed.slug, phase }] },
        },
      });
      expect(await world.mails(email)).toEqual([]);
      expect(await world.query(`SELECT FROM registrations WHERE session_id = $1`, [open.id])).toEqual([]);
    });

    it('knows nothing of drafts', async () => {
      const draft = await world.aSession({ state: 'draft' });
      await expect(world.wish(anAddress(), [draft])).rejects.toMatchObject({ code: 'request.invalid' });
    });

    it('answers the same and works the same for a stranger, a known and a registered person; the mail tells', async () => {
      const [session, other] = [await world.aSession(), await world.aSession()];
      const [stranger, known, registered] = [anAddress(), anAddress(), anAddress()];
      await world.register(known, [other]);
      await world.register(registered, [session]);
      const answers: unknown[] = [];
      const links = async () => (await world.query(`SELECT FROM participant_links`)).length;
      for (const email of [stranger, known, registered]) {
        const before = [await links(), (await world.mails(email)).length];
        answers.push(
          await world.app.get(RequestPlaces).request(aRegister({ email, sessionSlugs: [session.slug] })),
        );
        expect((await world.mails(email)).length - (before[1] ?? 0)).toBe(1);
        expect((await links()) - (before[0] ?? 0)).toBeGreaterThan(0);
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect((await world.lastMail(stranger))?.template).toBe('registration-confirm');
      expect((await world.lastMail(known))?.template).toBe('registration-confirm');
      expect((await world.lastMail(registered))?.template).toBe('already-registered');
    });

    it('does not let a stranger change what is known of somebody, or speak to them', async () => {
      const [session, other] = [await world.aSession(), await world.aSession()];
      const email = anAddress();
      const manage = await world.register(email, [session]);
      await world.wish(email, [other], { name: 'Buy now', organisation: 'Spam' });
      expect((await mine().read(manage, 'en')).name).toBe('Sample Person');
      expect((await world.lastMail(email))?.text).not.toContain('Buy now');
    });

    it('mails one address a few times an hour at most, and answers as ever', async () => {
      const session = await world.aSession();
      const email = anAddress();
      for (let wish = 0; wish < CONFIRM_MAILS_PER_HOUR + 2; wish += 1) {
        expect(
          await world.app.get(RequestPlaces).request(aRegister({ email, sessionSlugs: [session.slug] })),
        ).toEqual({ outcome: 'check-your-mail' });
      }
      expect(await world.mails(email)).toHaveLength(CONFIRM_MAILS_PER_HOUR);
    });

    it('leaves no mail and no person where it fails', async () => {
      const session = await world.aSession();
      const email = anAddress();
      await world.query(`ALTER TABLE audit_entries RENAME TO audit_entries_away`);
      await expect(world.wish(email, [session])).rejects.toThrow();
      await world.query(`ALTER TABLE audit_entries_away RENAME TO audit_entries`);
      expect(await world.mails(email)).toEqual([]);
      expect(await world.query(`SELECT FROM participants WHERE email = $1`, [email])).toEqual([]);
    });
  });

  describe('confirming', () => {
    it('gives seats while there are some, then places on the waiting list, and sends what belongs to each', async () => {
      const session = await world.aSession({ capacity: 1 });
      const [first, second] = [anAddress(), anAddress()];
      await world.register(first, [session]);
      await world.register(second, [session], { language: 'de' });
      const [seat, wait] = [await world.lastMail(first), await world.lastMail(second)];
      expect(seat).toMatchObject({ template: 'registration-confirmed', calendar_method: 'REQUEST' });
      const address = `https://reihe.example/join/${world.tokenIn(seat, 'join')}`;
      expect(seat?.html).toContain(`href="${address}"`);
      const entry = seat?.calendar?.replaceAll('\r\n ', '') ?? '';
      expect(entry).toContain(`LOCATION:${address}`);
      expect(entry).toContain(`URL;VALUE=URI:${address}`);
      expect(seat?.calendar).toContain(`UID:session-${session.id}@reihe`);
      expect(wait).toMatchObject({ subject: 'Sie stehen auf der Warteliste', calendar: null });
      expect(wait?.text).toContain(`Wasser ${session.slug}`);
      expect(wait?.text).toContain('Platz 1 der Warteliste');
      expect(`${wait?.text ?? ''}${wait?.html ?? ''}`).not.toMatch(/secret-room|tide-4|\/join\//);
    });

    it('settles several sessions with one link, each by itself', async () => {
      const [full, free] = [await world.aSession({ capacity: 1 }), await world.aSession({ capacity: null })];
      await world.register(anAddress(), [full]);
      const email = anAddress();
      const token = await world.wish(email, [full, free]);
      const preview = await take().preview(token, 'de');
      expect(preview.sessions.map(({ title }) => title).sort()).toEqual(
        [`Wasser ${full.slug}`, `Wasser ${free.slug}`].sort(),
      );
      const { registrations } = await take().confirm(token, 'en');
      const states = new Map(
        registrations.map(({ session, state, place }) => [session.slug, [state, place]]),
      );
      expect(states.get(full.slug)).toEqual(['waitlisted', 1]);
      expect(states.get(free.slug)).toEqual(['confirmed', null]);
      expect(await world.lastMail(email)).toMatchObject({ calendar_method: 'REQUEST' });
    });

    it('changes nothing by looking, works once, and says which link is unknown, used or expired', async () => {
      const session = await world.aSession();
      const email = anAddress();
      const token = await world.wish(email, [session]);
      await take().preview(token, 'en');
      await take().preview(token, 'en');
      expect((await world.registrationOf(email, session)).state).toBe('unverified');
      await take().confirm(token, 'en');
      await expect(take().confirm(token, 'en')).rejects.toMatchObject({ code: 'registration.link-used' });
      await expect(take().preview('x'.repeat(43), 'en')).rejects.toMatchObject({
        code: 'registration.link-unknown',
      });
      const manage = world.tokenIn(await world.lastMail(email), 'manage');
      await expect(take().confirm(manage, 'en')).rejects.toMatchObject({ code: 'registration.link-unknown' });

      const late = await world.wish(anAddress(), [session]);
      world.clock.advance({ hours: 48 });
      await expect(take().confirm(late, 'en')).rejects.toMatchObject({ code: 'registration.link-expired' });
      world.clock.advance({ hours: -48 });
    });

    it('gives one seat for two clicks at once', async () => {
      const session = await world.aSession();
      const email = anAddress();
      const token = await world.wish(email, [session]);
      const clicks = await Promise.allSettled([1, 2, 3].map(() => take().confirm(token, 'en')));
      expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(
        (await world.mails(email)).filter(({ template }) => template === 'registration-confirmed'),
      ).toHaveLength(1);
    });

    it('ends the wish where the session began or was called off meanwhile', async () => {
      const session = await world.aSession();
      const email = anAddress();
      const token = await world.wish(email, [session]);
      await world.query(`UPDATE sessions SET state = 'cancelled', cancel_reason = 'Storm' WHERE id = $1`, [
        session.id,
      ]);
      const { registrations } = await take().confirm(token, 'en');
      expect(registrations).toMatchObject([
        { state: 'expired', canCancel: false, session: { isCancelled: true } },
      ]);
    });

    it('makes what was typed the person’s own, and the snapshot of the session stays', async () => {
      const [session, later] = [await world.aSession(), await world.aSession()];
      const email = anAddress();
      await world.register(email, [session], { city: 'Lviv' });
      const manage = await world.register(email, [later], {
        city: 'Belo Horizonte',
        country: 'BR',
        name: 'New Name',
      });
      expect((await mine().read(manage, 'en')).name).toBe('New Name');
      const cities = await world.query(`SELECT city FROM registrations WHERE session_id = $1`, [session.id]);
      expect(cities).toEqual([{ city: 'Lviv' }]);
    });
  });

  describe('cancelling', () => {
    let session: WorldSession;
    let emails: string[];
    let manage: string[];

    beforeEach(async () => {
      session = await world.aSession({ capacity: 2 });
      emails = [anAddress(), anAddress(), anAddress(), anAddress()];
      manage = [];
      for (const email of emails) manage.push(await world.register(email, [session]));
    });

    async function cancel(index: number) {
      const { id } = await world.registrationOf(emails[index] ?? '', session);
      return mine().cancel(manage[index] ?? '', id, 'en');
    }

    it('gives the seat to the longest waiting at once, and tells both', async () => {
      const { registrations } = await cancel(0);
      expect(registrations).toMatchObject([
        { state: 'cancelled', canCancel: false, session: { joinToken: null } },
      ]);
      expect(await world.people(session, 'confirmed')).toEqual([emails[1], emails[2]]);
      expect(await world.people(session, 'waitlisted')).toEqual([emails[3]]);
      expect(await world.lastMail(emails[0] ?? '')).toMatchObject({
        template: 'cancelled-by-you',
        calendar_method: 'CANCEL',
      });
      const promoted = await world.lastMail(emails[2] ?? '');
      expect(promoted).toMatchObject({ template: 'promoted', calendar_method: 'REQUEST' });
      const joinToken = world.tokenIn(promoted, 'join');
      const own = await mine().read(world.tokenIn(promoted, 'manage'), 'en');
      expect(own.registrations).toMatchObject([{ state: 'confirmed', session: { joinToken } }]);
    });

    it('frees no seat from the waiting list', async () => {
      await cancel(2);
      expect(await world.people(session, 'confirmed')).toEqual([emails[0], emails[1]]);
      expect((await world.lastMail(emails[2] ?? ''))?.calendar).toBeNull();
      expect(await mine().read(manage[3] ?? '', 'en')).toMatchObject({ registrations: [{ place: 1 }] });
    });

    it('promotes nobody once the session began, and is too late for the participant then', async () => {
      await world.query(`UPDATE sessions SET starts_at = $2 WHERE id = $1`, [
        session.id,
        '2026-09-01T07:59:00Z',
      ]);
      await expect(cancel(0)).rejects.toMatchObject({ code: 'registration.wrong-state' });
      const { id } = await world.registrationOf(emails[0] ?? '', session);
      await world.app.get(SeatDesk).decide([id], { kind: 'cancel', reason: '' }, world.signIn('organiser'));
      expect(await world.people(session, 'confirmed')).toEqual([emails[1]]);
      expect(await world.lastMail(emails[0] ?? '')).toMatchObject({ template: 'cancelled-by-organiser' });
    });

    it('is nobody else’s to do', async () => {
      const { id } = await world.registrationOf(emails[0] ?? '', session);
      await expect(mine().cancel(manage[1] ?? '', id, 'en')).rejects.toMatchObject({
        code: 'registration.not-found',
      });
    });

    it('can be followed by another registration, at the end of the list', async () => {
      await cancel(0);
      await world.register(emails[0] ?? '', [session]);
      expect(await world.people(session, 'waitlisted')).toEqual([emails[3], emails[0]]);
      const own = await mine().read(manage[0] ?? '', 'en');
      expect(own.registrations).toMatchObject([{ state: 'waitlisted', place: 2 }]);
    });

    it('is in the audit log with every change it caused, by reference only', async () => {
      await cancel(0);
      const audit = await world.query<{ action: string; after: object }>(
        `SELECT a.action, a.after FROM audit_entries a JOIN registrations r ON r.id = a.subject_id
         WHERE r.session_id = $1 ORDER BY a.id`,
        [session.id],
      );
      const count = (name: string) => audit.filter(({ action }) => action === `registration.${name}`).length;
      expect([count('request'), count('confirm'), count('cancel'), count('promote')]).toEqual([4, 4, 1, 1]);
      expect(JSON.stringify(audit)).not.toMatch(/city\.example|Sample Person/);
    });
  });

  it('ends wishes that nobody confirmed in time, and no others', async () => {
    const session = await world.aSession();
    const [old, young] = [anAddress(), anAddress()];
    await world.wish(old, [session]);
    world.clock.advance({ hours: 47 });
    await world.wish(young, [session]);
    world.clock.advance({ hours: 1 });
    await world.app.get(ExpireWishes).expire();
    expect(
      await world.query(`SELECT state FROM registrations WHERE session_id = $1 ORDER BY created_at`, [
        session.id,
      ]),
    ).toEqual([{ state: 'expired' }, { state: 'unverified' }]);
    expect((await world.registrationOf(young, session)).state).toBe('unverified');
    await world.register(old, [session]);
    expect(await world.people(session, 'confirmed')).toEqual([old]);
    world.clock.advance({ hours: -48 });
  });
});
