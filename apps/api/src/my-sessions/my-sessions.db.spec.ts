import { randomUUID } from 'node:crypto';
import { ThrottlerModule } from '@nestjs/throttler';
import { MySessionsModule, mySessionsRootRoutes } from '@reihe/api-my-sessions';
import { FeatureApp, Jobs, PortalRenderer, SessionWriter, type JobWork } from '@reihe/api-platform';
import { QuestionsModule } from '@reihe/api-questions';
import { RegistrationModule, registrationRootRoutes } from '@reihe/api-registration';
import type { ConfirmAnswer, MyRegistrations, Register } from '@reihe/shared-contracts';
import { publicPaths, readerPaths } from '@reihe/shared-contracts';
import {
  mySessionsApi,
  mySessionsPaths,
  type MyProfile,
  type ReleasePreview,
} from '@reihe/shared-registration';
import { aRegister, FixedClock } from '@reihe/shared-testing';
import { strFromU8, unzipSync } from 'fflate';

const NOW = '2026-09-01T08:00:00Z';

interface Mail {
  template: string;
  text: string;
  language: string;
}

describe('my sessions', () => {
  let app: FeatureApp;
  let seriesId: string;
  const clock = new FixedClock(NOW);
  const work = new Map<string, JobWork>();
  const sent: string[] = [];

  beforeAll(async () => {
    const jobs: Pick<Jobs, 'on' | 'every' | 'send'> = {
      on: (name, run) => work.set(name, run),
      every: (name, _cron, run) => work.set(name, run),
      send: (name) => sent.push(name),
    };
    const pages = {
      render: (_path: string, form?: { problem: { status: number; code: string } }) =>
        Promise.resolve({ status: form?.problem.status ?? 200, html: `<p>${form?.problem.code ?? ''}</p>` }),
    };
    app = await FeatureApp.open({
      clock,
      config: { isThrottlingForms: false },
      rootRoutes: [...registrationRootRoutes, ...mySessionsRootRoutes],
      modules: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        {
          module: class Surroundings {},
          global: true,
          providers: [
            { provide: Jobs, useValue: jobs },
            { provide: PortalRenderer, useValue: pages },
            // Only organisers change sessions.
            { provide: SessionWriter, useValue: {} },
          ],
          exports: [Jobs, PortalRenderer, SessionWriter],
        },
        QuestionsModule,
        RegistrationModule,
        MySessionsModule,
      ],
    });
    app.user = undefined;
    const [series] = await query<{ id: string }>(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin') RETURNING id`,
    );
    seriesId = series?.id ?? '';
  });
  beforeEach(() => {
    clock.set(NOW);
  });
  afterAll(() => app.close());

  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);

  async function aSession(capacity: number | null = 5, startsAt = '2026-10-06T12:00:00Z'): Promise<string> {
    const id = randomUUID();
    const slug = `session-${id.slice(0, 8)}`;
    await query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, capacity)
       VALUES ($1, $2, $3, 'published', 'exchange', $4, $4::timestamptz + interval '90 minutes', '2026-10-06T14:00', '2026-10-06T15:30',
               'Europe/Berlin', '{en}', $5)`,
      [id, seriesId, slug, startsAt, capacity],
    );
    await query(`INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      `Water ${slug}`,
    ]);
    return slug;
  }

  const mails = (email: string) =>
    query<Mail>(
      `SELECT template, text, language FROM outbox_messages WHERE lower(to_address) = lower($1) ORDER BY created_at`,
      [email],
    );

  /** Token of the latest mail that has such a link; `nth` counts them within it. */
  async function linkIn(email: string, kind: string, nth = 0): Promise<string> {
    for (const { text } of (await mails(email)).reverse()) {
      const found = [...text.matchAll(new RegExp(`/register/${kind}/([\\w-]+)`, 'g'))][nth]?.[1];
      if (found) return found;
    }
    throw new Error(`${email} has no ${kind} link.`);
  }

  async function register(
    email: string,
    sessionSlugs: string[],
    more: Partial<Register> = {},
  ): Promise<ConfirmAnswer> {
    await app.answer('post', readerPaths.register, aRegister({ email, sessionSlugs, ...more }));
    return app.answer('post', readerPaths.confirm, { token: await linkIn(email, 'confirm') });
  }

  const mine = async (token: string): Promise<MyRegistrations> =>
    (await app.call('get', readerPaths.myRegistrations).set('Authorization', `Bearer ${token}`))
      .body as MyRegistrations;

  const states = async (token: string) =>
    (await mine(token)).registrations.map(({ state, session: { slug } }) => [slug, state]);

  describe('a place given up with one click', () => {
    it('is passed on at once, by the link of the mail alone', async () => {
      const session = await aSession(1);
      const first = await register('first@city.example', [session]);
      const second = await register('second@city.example', [session]);
      expect(await states(second.manageToken)).toEqual([[session, 'waitlisted']]);
      const token = await linkIn('first@city.example', 'release');
      const preview = await app.answer<ReleasePreview>('get', `${mySessionsApi.release}?token=${token}`);
      expect(preview).toMatchObject({
        state: 'confirmed',
        canCancel: true,
        session: { slug: session, joinToken: null },
      });
      // Opening it, as mail scanners do, changed nothing.
      expect(await states(first.manageToken)).toEqual([[session, 'confirmed']]);
      const after = await app.answer<ReleasePreview>('post', mySessionsApi.release, { token });
      expect(after).toMatchObject({ state: 'cancelled', canCancel: false });
      expect(await states(second.manageToken)).toEqual([[session, 'confirmed']]);
      expect((await mails('second@city.example')).at(-1)).toMatchObject({ template: 'promoted' });
      // Who moved up can give it up the same way.
      await app.answer('post', mySessionsApi.release, {
        token: await linkIn('second@city.example', 'release'),
      });
      expect(await states(second.manageToken)).toEqual([[session, 'cancelled']]);
    });

    it('is given up once, however often it is pressed; a mail program may press it too', async () => {
      const session = await aSession();
      await register('again@city.example', [session]);
      const token = await linkIn('again@city.example', 'release');
      const page = mySessionsPaths.release('en', token);
      for (let pressed = 0; pressed < 2; pressed += 1) {
        await app
          .http('post', page)
          .type('form')
          .send({ 'List-Unsubscribe': 'One-Click' })
          .expect(303)
          .expect('Location', page);
      }
      const given = (await mails('again@city.example')).filter(
        ({ template }) => template === 'cancelled-by-you',
      );
      expect(given).toHaveLength(1);
    });

    it('is that one place and no other, and opens nothing', async () => {
      const [one, other] = [await aSession(), await aSession()];
      const { manageToken } = await register('two@city.example', [one, other]);
      await app.answer('post', mySessionsApi.release, {
        token: await linkIn('two@city.example', 'release', 1),
      });
      const now = await states(manageToken);
      expect(now.map(([, state]) => state).sort()).toEqual(['cancelled', 'confirmed']);
      const release = await linkIn('two@city.example', 'release');
      await app
        .call('get', readerPaths.myRegistrations)
        .set('Authorization', `Bearer ${release}`)
        .expect(404);
      await app.call('post', mySessionsApi.release, { token: manageToken }).expect(404);
    });

    it('is too late once the session began', async () => {
      const session = await aSession(5, '2026-09-01T09:00:00Z');
      await register('late@city.example', [session]);
      const token = await linkIn('late@city.example', 'release');
      clock.advance({ hours: 2 });
      expect(await app.answer('get', `${mySessionsApi.release}?token=${token}`)).toMatchObject({
        canCancel: false,
      });
      expect(await app.problem('post', mySessionsApi.release, { token })).toMatchObject({
        code: 'registration.wrong-state',
      });
    });
  });

  describe('own data', () => {
    it('is changed for what is to come, and stays as it was with what is over', async () => {
      const [past, coming] = [await aSession(5, '2026-09-01T09:00:00Z'), await aSession()];
      const { manageToken: token } = await register('data@city.example', [past, coming], {
        name: 'Before',
        city: 'Lviv',
      });
      clock.advance({ hours: 2 });
      const profile = (
        await app.call('get', mySessionsApi.profile).set('Authorization', `Bearer ${token}`).expect(200)
      ).body as MyProfile;
      expect(profile).toMatchObject({ email: 'data@city.example', name: 'Before', city: 'Lviv' });
      const { email, version, needs, ...data } = profile;
      const [{ registrationId }] = needs as [(typeof needs)[0]];
      const saved = await app.answer<MyProfile>('post', mySessionsApi.profile, {
        ...data,
        token,
        version,
        name: 'After',
        needs: [{ registrationId, accessibilityNeeds: 'Captions, please' }],
      });
      expect(saved).toMatchObject({
        email,
        name: 'After',
        needs: [{ registrationId, accessibilityNeeds: 'Captions, please' }],
        version: version + 1,
      });
      const rows = await query<{ slug: string; name: string; needs: string }>(
        `SELECT s.slug, r.name, r.accessibility_needs AS needs FROM registrations r JOIN sessions s ON s.id = r.session_id
         JOIN participants p ON p.id = r.participant_id WHERE p.email = $1`,
        [email],
      );
      expect(rows).toEqual(
        expect.arrayContaining([
          { slug: past, name: 'Before', needs: '' },
          { slug: coming, name: 'After', needs: 'Captions, please' },
        ]),
      );
      const [entry] = await query<{ after: { changed: string[] } }>(
        `SELECT after FROM audit_entries WHERE action = 'participant.change'`,
      );
      expect(entry?.after.changed.sort()).toEqual(['accessibilityNeeds', 'name']);
      expect(JSON.stringify(entry)).not.toContain('Captions');
      // Somebody else's older page does not write over it.
      const outdated = await app.problem('post', mySessionsApi.profile, {
        ...data,
        token,
        version,
        name: 'Older',
      });
      expect(outdated).toMatchObject({ code: 'version.outdated' });
    });

    it('is handed out as a file: nothing that opens a door in it', async () => {
      const session = await aSession();
      const { manageToken: token } = await register('file@city.example', [session], {
        name: '<script>alert(1)</script>',
        accessibilityNeeds: 'A ramp',
      });
      const { body } = await app
        .http('post', mySessionsPaths.download('de', token))
        .responseType('blob')
        .expect(200)
        .expect('Content-Type', 'application/zip')
        .expect('Cache-Control', 'no-store');
      const files = unzipSync(new Uint8Array(body as Buffer));
      const json = strFromU8(files['my-data.json'] ?? new Uint8Array());
      const html = strFromU8(files['my-data.html'] ?? new Uint8Array());
      expect(JSON.parse(json)).toMatchObject({
        person: { email: 'file@city.example' },
        registrations: [{ session, state: 'confirmed', consents: { picturesAndRecording: null } }],
        mails: [{ kind: 'registration-confirm' }, { kind: 'registration-confirmed' }],
      });
      expect(html).toContain('lang="de"');
      expect(html).not.toContain('<script>');
      for (const secret of [token, await linkIn('file@city.example', 'release')])
        expect(json + html).not.toContain(secret);
      expect(json).not.toMatch(/hash|sealed/i);
    });
  });

  describe('more sessions', () => {
    it('are registered for by the link alone, with what is known: no other mail to confirm', async () => {
      const [first, full, other] = [await aSession(), await aSession(1), await aSession()];
      const { manageToken: token } = await register('more@city.example', [first], { name: 'Known Person' });
      await register('before@city.example', [full]);
      const form = { token, sessionSlugs: [full, other], hasAcceptedPrivacyNotice: true };
      await app.answer<MyRegistrations>('post', mySessionsApi.more, form);
      expect(Object.fromEntries(await states(token))).toEqual({
        [first]: 'confirmed',
        [full]: 'waitlisted',
        [other]: 'confirmed',
      });
      const [row] = await query<{ name: string; origin: string }>(
        `SELECT r.name, r.origin FROM registrations r JOIN sessions s ON s.id = r.session_id
         JOIN participants p ON p.id = r.participant_id WHERE s.slug = $1 AND p.email = 'more@city.example'`,
        [other],
      );
      expect(row).toEqual({ name: 'Known Person', origin: 'link' });
      expect((await mails('more@city.example')).map(({ template }) => template)).toEqual([
        'registration-confirm',
        'registration-confirmed',
        'registration-confirmed',
      ]);
    });

    it('are for nobody without a link, and not without the privacy notice', async () => {
      const session = await aSession();
      const form = { sessionSlugs: [session], hasAcceptedPrivacyNotice: true };
      const stranger = { ...form, token: 'made-up-token-of-some-length' };
      expect(await app.problem('post', mySessionsApi.more, stranger)).toMatchObject({
        code: 'registration.link-unknown',
      });
      const { manageToken: token } = await register('notice@city.example', [await aSession()]);
      const unread = { ...form, token, hasAcceptedPrivacyNotice: false };
      expect(await app.problem('post', mySessionsApi.more, unread)).toMatchObject({
        fields: [{ path: 'hasAcceptedPrivacyNotice', code: 'must-be-accepted' }],
      });
    });

    it('go on to the list where the form came without scripts', async () => {
      const { manageToken: token } = await register('plain@city.example', [await aSession()]);
      const other = await aSession();
      await app
        .http('post', mySessionsPaths.more('de', token))
        .type('form')
        .send({ sessionSlugs: other, hasAcceptedPrivacyNotice: 'on' })
        .expect(303)
        .expect('Location', `${publicPaths.manage('de', token)}?done=more`);
      expect(Object.fromEntries(await states(token))).toMatchObject({ [other]: 'confirmed' });
    });
  });

  it('gives up everything that is to come at once, and passes each place on', async () => {
    const [one, other, past] = [
      await aSession(1),
      await aSession(1),
      await aSession(5, '2026-09-01T09:00:00Z'),
    ];
    const all = await register('all@city.example', [one, other, past]);
    const next = await register('next@city.example', [one, other]);
    clock.advance({ hours: 2 });
    await app.call('post', mySessionsApi.cancelAll, { token: all.manageToken }).expect(204);
    expect(Object.fromEntries(await states(all.manageToken))).toEqual({
      [one]: 'cancelled',
      [other]: 'cancelled',
      [past]: 'confirmed',
    });
    expect((await states(next.manageToken)).map(([, state]) => state)).toEqual(['confirmed', 'confirmed']);
  });

  it('deletes somebody who asks: the place passes on first, no trace stays, counts do', async () => {
    const [session, past] = [await aSession(1), await aSession(5, '2026-09-01T09:00:00Z')];
    const going = await register('going@city.example', [session, past], { name: 'Gone Person' });
    const next = await register('heir@city.example', [session]);
    clock.advance({ hours: 2 });
    await app
      .http('post', mySessionsPaths.leave('de', going.manageToken))
      .expect(303)
      .expect('Location', mySessionsPaths.gone('de'));
    expect(await states(next.manageToken)).toEqual([[session, 'confirmed']]);
    await app
      .call('get', readerPaths.myRegistrations)
      .set('Authorization', `Bearer ${going.manageToken}`)
      .expect(404);
    const traces = await query(
      `SELECT FROM participants p LEFT JOIN registrations r ON r.participant_id = p.id
       WHERE (p::text || coalesce(r::text, '')) ~* 'going@city|Gone Person'`,
    );
    expect(traces).toEqual([]);
    const [count] = await query<{ confirmed: number }>(
      `SELECT c.confirmed FROM session_counts c JOIN sessions s ON s.id = c.session_id WHERE s.slug = $1`,
      [past],
    );
    expect(count?.confirmed).toBe(1);
  });

  describe('a new link', () => {
    const ask = (email: string) => app.call('post', mySessionsApi.link, { email, language: 'de' });
    const run = () => work.get('my-sessions.send-links')?.();

    it('is sent to who is known, and nothing to who is not; the answer is the same', async () => {
      await register('known@city.example', [await aSession()]);
      const before = (await mails('known@city.example')).length;
      const [known, unknown] = [await ask('KNOWN@city.example'), await ask('nobody@city.example')];
      expect([known.status, known.body, known.headers['content-length']]).toEqual([
        unknown.status,
        unknown.body,
        unknown.headers['content-length'],
      ]);
      expect(known.body).toEqual({ outcome: 'check-your-mail' });
      // Nobody has looked yet.
      expect(await mails('known@city.example')).toHaveLength(before);
      await run();
      const written = (await mails('known@city.example')).slice(before);
      expect(written).toMatchObject([{ template: 'my-sessions-link', language: 'de' }]);
      expect((await mine(await linkIn('known@city.example', 'manage'))).registrations).toHaveLength(1);
      expect(await mails('nobody@city.example')).toEqual([]);
      expect(await query(`SELECT FROM link_requests`)).toEqual([]);
    });

    it('is not sent to who never proved the address, nor over and over', async () => {
      await app.answer(
        'post',
        readerPaths.register,
        aRegister({ email: 'unproven@city.example', sessionSlugs: [await aSession()] }),
      );
      await ask('unproven@city.example').expect(202);
      for (let times = 0; times < 5; times += 1) await ask('known@city.example').expect(202);
      await run();
      const links = (all: Mail[]) => all.filter(({ template }) => template === 'my-sessions-link').length;
      expect(links(await mails('unproven@city.example'))).toBe(0);
      expect(links(await mails('known@city.example'))).toBe(3);
    });

    it('is sent to whom an organiser entered, who never had a form to prove an address by', async () => {
      const session = await aSession();
      for (const origin of ['staff', 'import'])
        await query(
          `WITH entered AS (
             INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($2, $2, 'Guest', 'en', 'UTC') RETURNING id
           )
           INSERT INTO registrations (session_id, participant_id, state, origin, name, language, time_zone, privacy_notice)
           SELECT s.id, e.id, 'confirmed', $3, 'Guest', 'en', 'UTC', 'not-asked' FROM entered e, sessions s WHERE s.slug = $1`,
          [session, `${origin}@city.example`, origin],
        );
      for (const origin of ['staff', 'import']) await ask(`${origin}@city.example`).expect(202);
      await run();
      for (const origin of ['staff', 'import']) {
        expect(await mails(`${origin}@city.example`)).toMatchObject([{ template: 'my-sessions-link' }]);
        expect((await mine(await linkIn(`${origin}@city.example`, 'manage'))).registrations).toHaveLength(1);
      }
    });

    it('tells machines what they want to hear', async () => {
      await app
        .http('post', mySessionsPaths.link('en'))
        .type('form')
        .send({ email: 'known@city.example', website: 'https://spam.example' })
        .expect(303);
      expect(await query(`SELECT FROM link_requests`)).toEqual([]);
    });
  });

  it('sends a new link where the old one ran out before anybody pressed its button', async () => {
    const [first, second] = [await aSession(1), await aSession()];
    const email = 'slow@city.example';
    const form = aRegister({ email, sessionSlugs: [first, second], name: 'Slow Person' });
    await app.answer('post', readerPaths.register, form);
    const old = await linkIn(email, 'confirm');
    clock.advance({ hours: 49 });
    expect(await app.problem('post', readerPaths.confirm, { token: old })).toMatchObject({
      code: 'registration.link-expired',
    });
    await app.answer('post', mySessionsApi.again, { token: old });
    const link = await linkIn(email, 'confirm');
    expect(link).not.toBe(old);
    const { manageToken } = await app.answer<ConfirmAnswer>('post', readerPaths.confirm, { token: link });
    expect((await states(manageToken)).map(([, state]) => state)).toEqual(['confirmed', 'confirmed']);
    expect((await mine(manageToken)).name).toBe('Slow Person');
    // Forgotten, as whoever never confirms: nothing is left to send anything to.
    await app.answer('post', readerPaths.register, { ...form, email: 'never@city.example' });
    const never = await linkIn('never@city.example', 'confirm');
    clock.advance({ hours: 49 });
    await work.get('registration.expire')?.();
    await app.answer('post', mySessionsApi.again, { token: never });
    expect(await query(`SELECT FROM participants WHERE email = 'never@city.example'`)).toEqual([]);
  });

  it('feeds a calendar of one’s own, whose address stays the same and opens nothing else', async () => {
    const session = await aSession();
    const { manageToken } = await register('feed@city.example', [session]);
    const { calendarToken } = await mine(manageToken);
    expect((await mine(manageToken)).calendarToken).toBe(calendarToken);
    const { text } = await app
      .http('get', mySessionsPaths.calendar(calendarToken))
      .expect(200)
      .expect('Content-Type', /text\/calendar/);
    expect(text).toContain(`SUMMARY:Water ${session}`);
    expect(text.replace(/\r\n /g, '')).toMatch(/LOCATION:https:\/\/reihe\.example\/join\//);
    await app.http('get', mySessionsPaths.calendar(manageToken)).expect(404);
    await app
      .call('get', readerPaths.myRegistrations)
      .set('Authorization', `Bearer ${calendarToken}`)
      .expect(404);
    await app.call('post', mySessionsApi.cancelAll, { token: manageToken }).expect(204);
    expect((await app.http('get', mySessionsPaths.calendar(calendarToken)).expect(200)).text).not.toContain(
      'VEVENT',
    );
    expect(publicPaths.manage('en', manageToken)).toContain(manageToken);
  });
});
