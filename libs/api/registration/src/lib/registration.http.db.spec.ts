import { jest } from '@jest/globals';
import { apiPaths, API_BASE, publicPaths } from '@reihe/shared-contracts';
import { aRegister } from '@reihe/shared-testing';
import request from 'supertest';
import { RequestPlaces } from './places/request-places';
import { WriteWishes } from './places/write-wishes';
import { RegistrationWorld, type WorldSession } from './testing/registration-world';

const QUESTION = '10000000-0000-4000-8000-000000000001';

describe('registration over HTTP', () => {
  let world: RegistrationWorld;
  let session: WorldSession;
  const api = (path: string) => API_BASE + path;

  beforeAll(async () => {
    world = await RegistrationWorld.open();
  });
  beforeEach(async () => {
    world.staff = undefined;
    session = await world.aSession({ capacity: 1 });
  });
  afterAll(() => world.close());

  it('goes from the form to the seat and back by the tokens of the mails', async () => {
    const email = 'api@city.example';
    await request(world.server)
      .post(api(apiPaths.register))
      .send(aRegister({ email, sessionSlugs: [session.slug] }))
      .expect(202, { outcome: 'check-your-mail' });
    const token = world.tokenIn(await world.lastMail(email), 'confirm');
    const preview = await request(world.server)
      .get(api(apiPaths.confirmation))
      .query({ token, lang: 'de' })
      .expect(200);
    expect(preview.body).toMatchObject({ language: 'de', sessions: [{ title: `Wasser ${session.slug}` }] });
    const confirmed = await request(world.server).post(api(apiPaths.confirm)).send({ token }).expect(200);
    const { manageToken, registrations } = confirmed.body as {
      manageToken: string;
      registrations: { id: string }[];
    };
    expect(registrations).toMatchObject([{ state: 'confirmed', canCancel: true }]);
    const mine = await request(world.server)
      .get(api(apiPaths.myRegistrations))
      .set('Authorization', `Bearer ${manageToken}`)
      .expect(200);
    const joinToken = world.tokenIn(await world.lastMail(email), 'join');
    expect(mine.body).toMatchObject({ registrations: [{ session: { joinToken } }] });
    const cancelled = await request(world.server)
      .post(api(apiPaths.cancelMine))
      .send({ token: manageToken, registrationId: registrations[0]?.id })
      .expect(200);
    expect(cancelled.body).toMatchObject({ registrations: [{ state: 'cancelled' }] });
    expect(world.jobsSent).toContain('mail.deliver');
  });

  it('takes everybody’s form who comes at the same moment, though one is full of what no database keeps', async () => {
    const questionId = await world.aQuestion();
    const hostile = 'Lviv \uD800';
    const emails = ['a', 'b', 'hostile', 'c'].map((name) => `${name}.together@city.example`);
    const wishes = world.app.get(WriteWishes);
    const groups = [jest.spyOn(wishes, 'write'), jest.spyOn(wishes, 'writeAsSeen')];
    const answers = await Promise.all(
      emails.map((email) =>
        request(world.server)
          .post(api(apiPaths.register))
          .set('Content-Type', 'application/json')
          .send(
            JSON.stringify({
              ...aRegister({ email, sessionSlugs: [session.slug] }),
              ...(email.startsWith('hostile') && {
                name: `Mara ${hostile}`,
                accessibilityNeeds: hostile,
                answers: [{ questionId, value: hostile }],
              }),
            }),
          ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    // No group failed and was taken apart: each form was written once.
    expect(groups.flatMap(({ mock }) => mock.calls.flatMap(([forms]) => forms))).toHaveLength(emails.length);
    for (const group of groups) group.mockRestore();
    expect((await world.people(session, 'unverified')).sort()).toEqual([...emails].sort());
    expect(await world.query(`SELECT value FROM answers WHERE question_id = $1`, [questionId])).toEqual([
      { value: 'Lviv \uFFFD' },
    ]);
    await world.query(`UPDATE questions SET archived_at = now() WHERE id = $1`, [questionId]);
  });

  it('names each field that is wrong', async () => {
    const { body } = await request(world.server)
      .post(api(apiPaths.register))
      .send({ ...aRegister(), email: 'nobody', hasAcceptedPrivacyNotice: false })
      .expect(400);
    expect(body).toMatchObject({
      code: 'request.invalid',
      fields: [
        { path: 'email', code: 'wrong-format' },
        { path: 'hasAcceptedPrivacyNotice', code: 'must-be-accepted' },
      ],
    });
  });

  it('takes an optional field that is null for an empty one', async () => {
    const email = 'null@city.example';
    await request(world.server)
      .post(api(apiPaths.register))
      .send({ ...aRegister({ email, sessionSlugs: [session.slug] }), position: null })
      .expect(202);
    expect((await world.registrationOf(email, session)).state).toBe('unverified');
  });

  it('lets no cache keep what a token shows', async () => {
    const manage = await world.register('cached@city.example', [session]);
    await request(world.server)
      .get(api(apiPaths.myRegistrations))
      .set('Authorization', `Bearer ${manage}`)
      .expect('Cache-Control', 'no-store');
  });

  it('shows registrations to nobody without a token of their own', async () => {
    await request(world.server).get(api(apiPaths.myRegistrations)).expect(404);
    await request(world.server)
      .get(api(apiPaths.myRegistrations))
      .set('Authorization', 'Bearer made-up-token-of-some-length')
      .expect(404);
  });

  describe('by plain forms, without scripts', () => {
    const form = (email: string) => ({
      sessionSlugs: session.slug,
      name: 'Form Person',
      email,
      organisation: 'City',
      position: '',
      city: 'Lviv',
      country: 'UA',
      hasAcceptedPrivacyNotice: 'on',
      website: '',
      send: 'Register',
    });

    it('goes the whole way from page to page', async () => {
      const email = 'form@city.example';
      await request(world.server)
        .post(publicPaths.register('de'))
        .type('form')
        .send(form(email))
        .expect(303)
        .expect('Location', publicPaths.checkYourMail('de'));
      const mail = await world.lastMail(email);
      expect(mail).toMatchObject({ language: 'de', to_name: 'Form Person' });
      // Without a script nobody knows the browser's zone: the host's stands in.
      expect(mail?.text).toContain('14:00–15:30 Uhr (Mitteleuropäische Sommerzeit)');
      const confirmed = await request(world.server)
        .post(publicPaths.confirm('de', world.tokenIn(mail, 'confirm')))
        .type('form')
        .send({})
        .expect(303);
      const manage = confirmed.headers['location'] ?? '';
      expect(manage).toMatch(/^\/de\/register\/manage\/[\w-]{43}$/);
      const { id } = await world.registrationOf(email, session);
      await request(world.server)
        .post(manage)
        .type('form')
        .send({ registrationId: id })
        .expect(303)
        .expect('Location', `${manage}?done=cancelled&of=${id}`);
      expect((await world.registrationOf(email, session)).state).toBe('cancelled');
      // As the page that follows offers it.
      await request(world.server)
        .post(`${manage}/more`)
        .type('form')
        .send({ sessionSlugs: session.slug, hasAcceptedPrivacyNotice: 'on' })
        .expect(303)
        .expect('Location', `${manage}?done=more`);
      const states = await world.query<{ state: string }>(
        `SELECT r.state FROM registrations r JOIN participants p ON p.id = r.participant_id
         WHERE p.email = $1 AND r.session_id = $2 ORDER BY r.created_at`,
        [email, session.id],
      );
      expect(states.map(({ state }) => state)).toEqual(['cancelled', 'confirmed']);
    });

    it('gives the page back with what was typed and what is wrong', async () => {
      const other = await world.aSession();
      world.pages.rendered.length = 0;
      const response = await request(world.server)
        .post(`${publicPaths.register('en')}?session=${session.slug}`)
        .type('form')
        .send({
          ...form('broken'),
          sessionSlugs: [session.slug, other.slug],
          allowsRecording: 'no',
          [`answers.${QUESTION}`]: ['a', 'b'],
        })
        .expect(400)
        .expect('Content-Type', /html/)
        .expect('Cache-Control', 'no-store');
      expect(response.text).toContain('request.invalid');
      const [rendered] = world.pages.rendered;
      expect(rendered?.path).toBe(`${publicPaths.register('en')}?session=${session.slug}`);
      expect(rendered?.form).toMatchObject({
        values: {
          email: 'broken',
          name: 'Form Person',
          sessionSlugs: [session.slug, other.slug],
          allowsRecording: 'no',
          [`answers.${QUESTION}`]: ['a', 'b'],
        },
        problem: { status: 400, fields: [{ path: 'email', code: 'wrong-format' }] },
      });
      expect(rendered?.form?.values).not.toHaveProperty('send');
    });

    it('hands on what was answered, as texts, and leaves aside what is named after no question', async () => {
      const requested = jest.spyOn(world.app.get(RequestPlaces), 'request');
      await request(world.server)
        .post(publicPaths.register('en'))
        .type('form')
        .send({
          ...form('answers@city.example'),
          sessionSlugs: [session.slug],
          accessibilityNeeds: 'Captions',
          allowsRecording: 'yes',
          [`answers.${QUESTION}`]: ['', 'a', 'b'],
          [`answers.${session.id}`]: '12',
          'answers.stranger': 'x',
        })
        .expect(303);
      expect(requested.mock.lastCall?.[0]).toMatchObject({
        accessibilityNeeds: 'Captions',
        allowsRecording: true,
        answers: [
          { questionId: QUESTION, value: ['a', 'b'] },
          { questionId: session.id, value: '12' },
        ],
      });
      requested.mockRestore();
    });

    it('takes a post without any field for an empty form', async () => {
      await request(world.server).post(publicPaths.register('en')).expect(400);
      expect(world.pages.rendered.at(-1)?.form?.problem.fields).toContainEqual({
        path: 'name',
        code: 'required',
      });
    });

    it('says on the page that a link is not known, and that a language is not there', async () => {
      await request(world.server)
        .post(publicPaths.confirm('en', 'x'.repeat(43)))
        .expect(404);
      expect(world.pages.rendered.at(-1)?.form?.problem.code).toBe('registration.link-unknown');
      await request(world.server).post('/xx/register').type('form').send(form('a@city.example')).expect(404);
    });

    it('tells a machine that fills in everything what it wants to hear, and does nothing', async () => {
      const email = 'machine@city.example';
      await request(world.server)
        .post(publicPaths.register('en'))
        .type('form')
        .send({ ...form(email), website: 'https://spam.example' })
        .expect(303)
        .expect('Location', publicPaths.checkYourMail('en'));
      expect(await world.mails(email)).toEqual([]);
    });
  });
});

describe('registration, asked for over and over', () => {
  it('slows down whoever sends form after form', async () => {
    const world = await RegistrationWorld.open();
    try {
      const statuses: number[] = [];
      for (let form = 0; form < 31; form += 1) {
        const { status } = await request(world.server)
          .post(API_BASE + apiPaths.confirm)
          .send({});
        statuses.push(status);
      }
      expect(statuses).toEqual([...Array.from({ length: 30 }, () => 400), 429]);
    } finally {
      await world.close();
    }
  });
});
