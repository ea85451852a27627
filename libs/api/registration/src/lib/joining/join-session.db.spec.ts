import { JoinAddresses, SeatDesk } from '@reihe/api-platform';
import { ErasePerson } from '@reihe/api-privacy';
import {
  API_BASE,
  apiPaths,
  publicPaths,
  type JoinPage,
  type SpeakerJoinAddress,
} from '@reihe/shared-contracts';
import request from 'supertest';
import { MyRegistrationsService } from '../places/my-registrations';
import { RegistrationWorld, type WorldSession } from '../testing/registration-world';

const BEFORE = '2026-10-06T11:30:00Z';
const DURING = '2026-10-06T12:10:00Z';
const AFTER = '2026-10-06T14:00:00Z';
const SECRETS = /secret-room|tide-|555 0143/;

describe('joining a session at an address of one’s own', () => {
  let world: RegistrationWorld;
  let session: WorldSession;
  let number = 0;

  const anAddress = () => `joiner-${(number += 1)}@city.example`;
  const joinToken = async (email: string) => world.tokenIn(await world.lastMail(email), 'join');
  const read = (token: string, lang = 'en') =>
    request(world.server)
      .get(API_BASE + apiPaths.joinPage)
      .query({ lang })
      .set('Authorization', `Bearer ${token}`);
  const page = async (token: string, lang = 'en') => (await read(token, lang).expect(200)).body as JoinPage;
  const press = (token: string, lang: 'en' | 'de' = 'en') =>
    request(world.server).post(publicPaths.joinPage(lang, token));
  const hints = () =>
    world.query<{ presses: number; first_at: Date; last_at: Date }>(
      `SELECT presses, first_at, last_at FROM join_hints WHERE session_id = $1`,
      [session.id],
    );
  const change = (sql: string) => world.query(`UPDATE sessions SET ${sql} WHERE id = $1`, [session.id]);

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  beforeEach(async () => {
    world.staff = undefined;
    world.clock.set('2026-09-01T08:00:00Z');
    session = await world.aSession({ capacity: 1 });
  });
  afterAll(() => world.close());

  it('has one address per registration, of which the database alone tells nothing', async () => {
    const email = anAddress();
    const manage = await world.register(email, [session]);
    const token = await joinToken(email);
    const { id } = await world.registrationOf(email, session);
    const addresses = world.app.get(JoinAddresses);
    const again = await Promise.all(Array.from({ length: 8 }, () => addresses.tokensOf([id])));
    expect(new Set(again.map((tokens) => tokens.get(id)))).toEqual(new Set([token]));
    const mine = await world.app.get(MyRegistrationsService).read(manage, 'en');
    expect(mine.registrations[0]?.session.joinToken).toBe(token);
    const links = await world.query(`SELECT FROM join_links WHERE registration_id = $1`, [id]);
    expect(links).toHaveLength(1);
    expect(
      await world.query(`SELECT FROM join_links l WHERE l::text LIKE '%' || $1 || '%'`, [token]),
    ).toEqual([]);
  });

  it('makes one address between many who need the first at once', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const { id } = await world.registrationOf(email, session);
    await world.query(`DELETE FROM join_links WHERE registration_id = $1`, [id]);
    const addresses = world.app.get(JoinAddresses);
    const made = await Promise.all(Array.from({ length: 8 }, () => addresses.tokensOf([id])));
    expect(new Set(made.map((tokens) => tokens.get(id))).size).toBe(1);
    await page(made[0]?.get(id) ?? '');
  });

  it('keeps an address that was mailed under another secret open, and writes a new one into new mails', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    const { id } = await world.registrationOf(email, session);
    await world.query(`UPDATE join_links SET sealed_token = 'under-another' WHERE registration_id = $1`, [
      id,
    ]);
    const renewed = (await world.app.get(JoinAddresses).tokensOf([id])).get(id) ?? '';
    expect(renewed).not.toBe(token);
    world.clock.set(DURING);
    expect((await page(token)).situation).toBe('open');
    expect((await page(renewed)).situation).toBe('open');
  });

  it('says how to get in only while the door is open, and the link itself never', async () => {
    const email = anAddress();
    await world.register(email, [session], { name: 'Ada First', timeZone: 'America/Bogota' });
    const token = await joinToken(email);
    const early = await read(token).expect(200).expect('Cache-Control', 'no-store');
    expect(early.body).toMatchObject({
      situation: 'early',
      name: 'Ada First',
      timeZone: 'America/Bogota',
      opensAt: '2026-10-06T11:45:00.000Z',
      movedFrom: null,
      access: null,
    });
    expect(early.text).not.toMatch(SECRETS);
    world.clock.set(DURING);
    const open = await read(token).expect(200);
    expect(open.body).toMatchObject({
      situation: 'open',
      access: {
        hasLink: true,
        provider: 'other',
        meetingId: 'tide-id-43',
        passcode: 'tide-42',
        dialIn: [{ label: 'Lviv', number: '+380 32 555 0143', pin: 'tide-44' }],
      },
    });
    expect(open.text).not.toMatch(/secret-room|tide-notes|tide-account/);
    world.clock.set(AFTER);
    const over = await read(token).expect(200);
    expect(over.body).toMatchObject({ situation: 'over', access: null, recap: null });
    expect(over.text).not.toMatch(SECRETS);
  });

  it('leads to the link of the moment, without a new mail', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    const mails = (await world.mails(email)).length;
    world.clock.set(DURING);
    await press(token)
      .expect(303)
      .expect('Location', 'https://meet.example/secret-room')
      .expect('Referrer-Policy', 'no-referrer')
      .expect('Cache-Control', 'no-store');
    await change(`meeting_url = 'https://zoom.us/j/99', meeting_passcode = 'other'`);
    await press(token).expect(303).expect('Location', 'https://zoom.us/j/99');
    expect((await page(token)).access).toMatchObject({ provider: 'zoom', passcode: 'other' });
    expect(await world.mails(email)).toHaveLength(mails);
  });

  it('counts presses right, whoever presses how often at once', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    world.clock.set(DURING);
    await Promise.all(Array.from({ length: 12 }, () => press(token).expect(303)));
    world.clock.set('2026-10-06T13:00:00Z');
    await press(token).expect(303);
    expect(await hints()).toEqual([
      { presses: 13, first_at: new Date(DURING), last_at: new Date('2026-10-06T13:00:00Z') },
    ]);
  });

  it('takes nothing for a press that is none: an opened address, a shut door, a session without a link', async () => {
    const email = anAddress();
    await world.register(email, [session], { language: 'de' });
    const token = await joinToken(email);
    const back = publicPaths.joinPage('de', token);
    await press(token, 'de').expect(303).expect('Location', back);
    world.clock.set(DURING);
    await request(world.server)
      .get(publicPaths.join(token))
      .expect(302)
      .expect('Location', back)
      .expect('Referrer-Policy', 'no-referrer');
    await page(token);
    await change(`meeting_url = ''`);
    expect((await page(token)).access).toMatchObject({ hasLink: false, passcode: 'tide-42' });
    await press(token, 'de').expect(303).expect('Location', back);
    world.clock.set(AFTER);
    await press(token, 'de').expect(303).expect('Location', back);
    expect(await hints()).toEqual([]);
  });

  it('ends with the session’s cancelling and says why', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    await change(`state = 'cancelled', cancel_reason = 'The river rose.'`);
    world.clock.set(DURING);
    const { body, text } = await read(token).expect(200);
    expect(body).toMatchObject({ situation: 'cancelled', cancelReason: 'The river rose.', access: null });
    expect(text).not.toMatch(SECRETS);
    await press(token).expect(303).expect('Location', publicPaths.joinPage('en', token));
    expect(await hints()).toEqual([]);
  });

  it('says that a session was moved, and opens at its new time', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    await change(`starts_at = '2026-10-08T12:00:00Z', ends_at = '2026-10-08T13:30:00Z'`);
    world.clock.set(DURING);
    expect(await page(token)).toMatchObject({
      situation: 'early',
      movedFrom: '2026-10-06T12:00:00.000Z',
      session: { startsAt: '2026-10-08T12:00:00.000Z' },
    });
    world.clock.set('2026-10-08T11:45:00Z');
    expect((await page(token)).situation).toBe('open');
  });

  it('ends with the registration, and follows whoever registers again', async () => {
    const [first, second] = [anAddress(), anAddress()];
    const manage = await world.register(first, [session]);
    const token = await joinToken(first);
    await world.register(second, [session]);
    const { id } = await world.registrationOf(first, session);
    await world.app.get(MyRegistrationsService).cancel(manage, id, 'en');
    expect((await page(token)).situation).toBe('no-place');
    await world.wish(first, [session]);
    expect((await page(token)).situation).toBe('no-place');
    await world.register(first, [session]);
    world.clock.set(BEFORE);
    expect(await page(token)).toMatchObject({ situation: 'waiting-list', place: 1, access: null });
    const other = await world.registrationOf(second, session);
    await world.app
      .get(SeatDesk)
      .decide([other.id], { kind: 'cancel', reason: '' }, world.signIn('organiser'));
    world.clock.set(DURING);
    expect((await page(token)).situation).toBe('open');
    await press(token)
      .expect(303)
      .expect('Location', /secret-room/);
  });

  it('knows no token that was never given out, and forgets those of an erased person', async () => {
    const unknown = 'x'.repeat(43);
    await read(unknown).expect(404);
    await request(world.server)
      .get(publicPaths.join(unknown))
      .set('Accept-Language', 'de')
      .expect('Location', publicPaths.joinPage('de', unknown));
    await press(unknown).expect(404);
    expect(world.pages.rendered.at(-1)?.form?.problem.code).toBe('registration.link-unknown');
    await request(world.server).get(publicPaths.joinCalendar(unknown)).expect(404);
    await request(world.server).post(`/xx/join/${unknown}`).expect(404);

    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    world.clock.set(DURING);
    await press(token).expect(303);
    const [person] = await world.query<{ id: string }>(`SELECT id FROM participants WHERE email = $1`, [
      email,
    ]);
    await world.app.get(ErasePerson).erase(person?.id ?? '', '', world.signIn('administrator'));
    await read(token).expect(404);
    expect(await hints()).toMatchObject([{ presses: 1 }]);
  });

  it('gives an entry for the calendar that holds the address and never the meeting’s', async () => {
    const email = anAddress();
    await world.register(email, [session]);
    const token = await joinToken(email);
    const { text } = await request(world.server)
      .get(publicPaths.joinCalendar(token))
      .query({ lang: 'de' })
      .expect(200)
      .expect('Content-Type', /text\/calendar/)
      .expect('Cache-Control', 'no-store');
    const file = text.replaceAll('\r\n ', '');
    expect(file).toContain(`UID:session-${session.id}@reihe`);
    expect(file).toContain(`SUMMARY:Wasser ${session.slug}`);
    expect(file).toContain(`LOCATION:https://reihe.example/join/${token}`);
    expect(file).not.toMatch(SECRETS);
  });

  describe('for speakers', () => {
    const list = async () =>
      (
        await request(world.server)
          .get(API_BASE + apiPaths.speakerJoinAddresses(session.id))
          .expect(200)
      ).body as SpeakerJoinAddress[];
    const tokenOf = (speaker: SpeakerJoinAddress | undefined) =>
      speaker?.address.replace('https://reihe.example/join/', '') ?? '';

    beforeEach(async () => {
      await world.query(
        `WITH k AS (INSERT INTO speakers (name, title) VALUES ('Sample Speaker', 'Dr.') RETURNING id)
         INSERT INTO contributions (session_id, speaker_id, role, position)
         SELECT $1, k.id, r.role, r.at FROM k, (VALUES ('speaker', 0), ('moderator', 1)) AS r (role, at)`,
        [session.id],
      );
      world.signIn('organiser');
    });

    it('staff see one address for each, which opens the same door and counts nobody', async () => {
      const [speaker, ...others] = await list();
      expect(others).toEqual([]);
      expect(speaker).toMatchObject({ name: 'Dr. Sample Speaker', roles: ['moderator', 'speaker'] });
      expect(await list()).toEqual([speaker]);
      const token = tokenOf(speaker);
      expect(await page(token)).toMatchObject({ holder: 'speaker', situation: 'early', timeZone: null });
      world.clock.set(DURING);
      await press(token)
        .expect(303)
        .expect('Location', /secret-room/);
      expect(await hints()).toEqual([]);
    });

    it('it ends with their part', async () => {
      const [speaker] = await list();
      await world.query(`DELETE FROM contributions WHERE session_id = $1`, [session.id]);
      world.clock.set(DURING);
      expect(await page(tokenOf(speaker))).toMatchObject({
        situation: 'no-place',
        access: null,
      });
      expect(await list()).toEqual([]);
    });

    it('go on to lead to the parts when the entry is merged into another, and nowhere once they declined', async () => {
      const [speaker] = await list();
      const token = tokenOf(speaker);
      const merge = (sql: string) => world.query(sql, [session.id]);
      await merge(
        `WITH kept AS (INSERT INTO speakers (name) VALUES ('S. Sample') RETURNING id), moved AS (
           UPDATE contributions SET speaker_id = (SELECT id FROM kept) WHERE session_id = $1 RETURNING id
         )
         UPDATE speakers SET merged_into = (SELECT id FROM kept)
         WHERE id IN (SELECT speaker_id FROM contributions WHERE session_id = $1) AND EXISTS (SELECT FROM kept)`,
      );
      expect(await page(token)).toMatchObject({ holder: 'speaker', situation: 'early' });
      await merge(`UPDATE contributions SET invitation_state = 'declined' WHERE session_id = $1`);
      expect(await page(token)).toMatchObject({ situation: 'no-place' });
      expect(await list()).toEqual([]);
    });

    it('nobody else sees them', async () => {
      const ask = () => request(world.server).get(API_BASE + apiPaths.speakerJoinAddresses(session.id));
      world.signIn('editor');
      await ask().expect(403);
      world.staff = undefined;
      await ask().expect(401);
      world.signIn('organiser');
      await request(world.server)
        .get(API_BASE + apiPaths.speakerJoinAddresses('00000000-0000-4000-8000-000000000000'))
        .expect(404);
    });
  });

  it('keeps who pressed, as a hint beside the counts that stay as they are', async () => {
    session = await world.aSession();
    const [came, stayed] = [anAddress(), anAddress()];
    await world.register(came, [session]);
    world.clock.advance({ minutes: 1 });
    await world.register(stayed, [session]);
    const token = await joinToken(came);
    world.clock.set(DURING);
    await press(token);
    await press(token);
    const hints = await world.query(
      `SELECT p.email, h.first_at, h.last_at, h.presses FROM join_hints h
       JOIN registrations r ON r.id = h.registration_id JOIN participants p ON p.id = r.participant_id
       WHERE h.session_id = $1`,
      [session.id],
    );
    expect(hints).toEqual([
      { email: came, first_at: new Date(DURING), last_at: new Date(DURING), presses: 2 },
    ]);
    expect(
      await world.query(`SELECT FROM session_figures WHERE session_id = $1 AND measure = 'attended'`, [
        session.id,
      ]),
    ).toEqual([]);
  });
});

describe('joining, pressed over and over', () => {
  it('slows down whoever presses more than a town hall does, on the page they are on', async () => {
    const world = await RegistrationWorld.open();
    try {
      const statuses: number[] = [];
      for (let press = 0; press < 121; press += 1) {
        const { status } = await request(world.server).post(publicPaths.joinPage('en', 'x'.repeat(43)));
        statuses.push(status);
      }
      expect(statuses).toEqual([...Array.from({ length: 120 }, () => 404), 429]);
      expect(world.pages.rendered.at(-1)?.form?.problem.code).toBe('request.too-many');
    } finally {
      await world.close();
    }
  });
});
