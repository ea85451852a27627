import { JoinAddresses } from '@reihe/api-platform';
import {
  apiPaths,
  PHOTO_CONSENT_VERSION,
  type MyInvitations,
  type SaveProfile,
  type SessionInvitation,
  type Speaker,
} from '@reihe/shared-contracts';
import sharp from 'sharp';
import { DirectoryApp, NOW } from '../testing/directory-app';

const picture = (colour: string) =>
  sharp({ create: { width: 640, height: 640, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

/** The entry for the calendar; lines longer than 75 bytes are folded. */
const unfolded = (mail?: { calendar: string | null }) => mail?.calendar?.replaceAll('\r\n ', '') ?? '';

describe('invitations', () => {
  let directory: DirectoryApp;
  const stateOf = async (contributionId: string) => {
    const row = await directory.one<{ state: string }>(
      `SELECT invitation_state AS state FROM contributions WHERE id = $1`,
      [contributionId],
    );
    return row.state;
  };
  const mine = (token: string) =>
    directory.call('get', apiPaths.myInvitations).set('Authorization', `Bearer ${token}`);
  const answer = (token: string, contributionId: string, said: 'confirmed' | 'declined', words = '') =>
    directory.call('post', apiPaths.answerInvitation, { token, contributionId, answer: said, words });
  /** Somebody invited to a session, with the link of the mail. */
  const invited = async () => {
    const speaker = await directory.aSpeaker();
    const session = await directory.aSession();
    const part = await directory.aPart(session.id, speaker.id);
    await directory.invite(session.id, part).expect(200);
    return { speaker, session, part, token: await directory.token(speaker.email) };
  };

  beforeAll(async () => {
    directory = await DirectoryApp.openDirectory();
  });
  beforeEach(() => {
    directory.clock.set(NOW);
  });
  afterAll(() => directory.close());

  it('go out in the speaker’s language, with role, topic, their city’s time and the host’s, and a link', async () => {
    const { speaker, session, part } = await invited();
    const [mail, ...others] = await directory.mails(speaker.email);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ template: 'speaker-invited', language: 'de' });
    expect(mail?.subject).toContain('Undichte Rohre');
    expect(mail?.text).toContain(`Guten Tag, Dr. ${speaker.name},`);
    expect(mail?.text).toContain('Ihre Rolle: Moderation');
    expect(mail?.text).toContain('Ihr Thema: Who pays');
    expect(mail?.text).toMatch(/Ihre Zeit: Dienstag, 8\. September 2026.*15:00/);
    expect(mail?.text).toMatch(/Zeit beim Gastgeber: Dienstag, 8\. September 2026.*14:00/);
    expect(mail?.text).toMatch(/https:\/\/reihe\.example\/de\/speakers\/[\w-]{40,}/);
    expect(mail?.text).not.toContain('secret-room');
    const list = await directory.answer<SessionInvitation[]>('get', apiPaths.sessionInvitations(session.id));
    expect(list).toMatchObject([
      { contributionId: part, state: 'invited', hasEmail: true, topic: 'Who pays' },
    ]);
  });

  it('name the host’s time alone where nobody knows the speaker’s city', async () => {
    const speaker = await directory.aSpeaker({ city: 'Nowhere at all' });
    const session = await directory.aSession();
    await directory.invite(session.id, await directory.aPart(session.id, speaker.id)).expect(200);
    const [mail] = await directory.mails(speaker.email);
    expect(mail?.text).not.toContain('Ihre Zeit');
    expect(mail?.text).toMatch(/14:00.*Mitteleuropäische Sommerzeit/);
  });

  it('of one speaker’s parts in one session are one mail; asked again it says so', async () => {
    const speaker = await directory.aSpeaker({ language: 'en' });
    const session = await directory.aSession('draft');
    const parts = [
      await directory.aPart(session.id, speaker.id),
      await directory.aPart(session.id, speaker.id),
    ];
    await directory.invite(session.id, ...parts).expect(200);
    await directory.invite(session.id, ...parts).expect(200);
    const [first, second, ...others] = await directory.mails(speaker.email);
    expect(others).toEqual([]);
    expect(first?.text.match(/Your role: moderator/g)).toHaveLength(2);
    expect(first?.text).toContain('would be glad');
    expect(second?.text).toContain('would still be glad');
    // Nobody else sees a draft, so the mail leads to the speaker's own page only.
    expect(first?.text).not.toContain(`/sessions/${session.slug}`);
  });

  it('are all sent or none: no state without its mail, no mail without its state', async () => {
    const [speaker, session] = [await directory.aSpeaker(), await directory.aSession()];
    const [asked, nobody] = [
      await directory.aPart(session.id, speaker.id),
      await directory.aPart(session.id, null),
    ];
    const refused = await directory.invite(session.id, asked, nobody).expect(409);
    expect(refused.body).toMatchObject({
      code: 'invitation.no-address',
      details: { contributionIds: [nobody] },
    });
    expect(await stateOf(asked)).toBe('none');

    await directory.rows(
      `ALTER TABLE outbox_messages ADD CONSTRAINT no_more_mail CHECK (template <> 'speaker-invited') NOT VALID`,
    );
    await directory.invite(session.id, asked).expect(500);
    await directory.rows(`ALTER TABLE outbox_messages DROP CONSTRAINT no_more_mail`);
    expect(await stateOf(asked)).toBe('none');
    expect(await directory.mails(speaker.email)).toEqual([]);
  });

  it('are refused for a session that is off or over, a part elsewhere, and whoever has agreed', async () => {
    const speaker = await directory.aSpeaker();
    const off = await directory.aSession('cancelled');
    const other = await directory.aSession();
    const part = await directory.aPart(off.id, speaker.id);
    const elsewhere = await directory.aPart(other.id, speaker.id);
    await directory.invite(off.id, part).expect(409);
    await directory.invite(off.id, elsewhere).expect(409);
    await directory.invite(other.id, elsewhere).expect(200);
    await answer(await directory.token(speaker.email), elsewhere, 'confirmed').expect(204);
    await directory.invite(other.id, elsewhere).expect(409);
    directory.clock.set('2026-09-08T14:00:00Z');
    await directory.invite(other.id, elsewhere).expect(409);
  });

  it('wait for a merge of their speakers, which does not wait for them', async () => {
    const [kept, absorbed] = [await directory.aSpeaker(), await directory.aSpeaker()];
    const session = await directory.aSession();
    const part = await directory.aPart(session.id, absorbed.id);
    const merging = directory.database.dataSource.createQueryRunner();
    await merging.startTransaction();
    await merging.query(`SELECT id FROM speakers WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`, [
      [kept.id, absorbed.id],
    ]);
    const inviting = directory.invite(session.id, part).then(({ status }) => status);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await merging.query(`UPDATE contributions SET speaker_id = $1 WHERE speaker_id = $2`, [
      kept.id,
      absorbed.id,
    ]);
    await merging.commitTransaction();
    await merging.release();
    expect(await inviting).toBe(200);
    expect(await directory.mails(kept.email)).toHaveLength(1);
  });

  describe('behind the link', () => {
    it('keep only a hash of the token, and change nothing by being read', async () => {
      const { part, token, speaker } = await invited();
      const kept = await directory.rows(`SELECT * FROM speaker_links WHERE speaker_id = $1`, [speaker.id]);
      expect(kept).toHaveLength(1);
      expect(JSON.stringify(kept)).not.toContain(token);
      const before = await directory.rows(`SELECT * FROM contributions WHERE id = $1`, [part]);
      const { body, headers } = await mine(token).expect(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(body).toMatchObject({
        email: speaker.email,
        timeZone: 'Europe/Kyiv',
        invitations: [{ contributionId: part, state: 'invited', canAnswer: true }],
      } satisfies Partial<Record<keyof MyInvitations, unknown>>);
      expect(JSON.stringify(body)).not.toContain('secret-room');
      expect(await directory.rows(`SELECT * FROM contributions WHERE id = $1`, [part])).toEqual(before);
    });

    it('are confirmed once, with one mail and the entry for the calendar', async () => {
      const { part, token, speaker, session } = await invited();
      await Promise.all([answer(token, part, 'confirmed'), answer(token, part, 'confirmed')]);
      expect(await stateOf(part)).toBe('confirmed');
      const mails = await directory.mails(speaker.email);
      expect(mails.map(({ template }) => template)).toEqual(['speaker-invited', 'speaker-confirmed']);
      expect(mails[1]?.calendar).toContain(`UID:session-${session.id}@reihe`);
      expect(mails[1]?.calendar).toContain('METHOD:REQUEST');
      const entry = await directory.one<{ action: string; actor_kind: string; actor_id: string }>(
        `SELECT * FROM audit_entries WHERE subject_id = $1 ORDER BY id DESC LIMIT 1`,
        [session.id],
      );
      expect(entry).toMatchObject({
        action: 'session.speaker-confirmed',
        actor_kind: 'speaker',
        actor_id: speaker.id,
      });
    });

    it('thank once for a session, with the address to join at that the entry keeps', async () => {
      const { part, token, speaker, session } = await invited();
      const second = await directory.aPart(session.id, speaker.id);
      await directory.invite(session.id, second).expect(200);
      await answer(token, part, 'confirmed').expect(204);
      await answer(token, second, 'confirmed').expect(204);
      const thanks = (await directory.mails(speaker.email)).filter(
        ({ template }) => template === 'speaker-confirmed',
      );
      expect(thanks).toHaveLength(1);
      const tokens = await directory.get(JoinAddresses).tokensOfSpeakers(session.id, [speaker.id]);
      expect(unfolded(thanks[0])).toContain(`LOCATION:https://reihe.example/join/${tokens.get(speaker.id)}`);
    });

    it('enter the address of the seat for who has one', async () => {
      const { part, token, speaker, session } = await invited();
      const seat = await directory.one<{ id: string }>(
        `WITH p AS (
           INSERT INTO participants (email, email_key, name, language, time_zone)
           VALUES ($2, lower($2), 'Sample', 'en', 'UTC') RETURNING id
         )
         INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, privacy_notice)
         SELECT $1, id, 'confirmed', 'Sample', 'en', 'UTC', '1' FROM p RETURNING id`,
        [session.id, speaker.email],
      );
      await answer(token, part, 'confirmed').expect(204);
      const tokens = await directory.get(JoinAddresses).tokensOf([seat.id]);
      const thanks = (await directory.mails(speaker.email)).at(-1);
      expect(unfolded(thanks)).toContain(`LOCATION:https://reihe.example/join/${tokens.get(seat.id)}`);
    });

    it('open nothing to who reads the former mailbox once staff have changed the address', async () => {
      const { speaker, token } = await invited();
      const { version, title, name, city, country, language, translations } = speaker;
      const body = { version, title, name, city, country, language, translations };
      const save = (change: object) =>
        directory.answer<Speaker>('put', apiPaths.speaker(speaker.id), { ...body, ...change });
      const renamed = await save({ email: speaker.email.toUpperCase(), name: 'New Name' });
      await mine(token).expect(200);
      await save({ version: renamed.version, email: `new-${speaker.email}` });
      expect((await mine(token).expect(410)).body).toMatchObject({ code: 'invitation.link-expired' });
    });

    it('are declined with words, thought over, and asked again', async () => {
      const { part, token, session } = await invited();
      await answer(token, part, 'declined', 'I am away that week.').expect(204);
      const list = () =>
        directory.answer<SessionInvitation[]>('get', apiPaths.sessionInvitations(session.id));
      expect(await list()).toMatchObject([{ state: 'declined', words: 'I am away that week.' }]);
      await answer(token, part, 'confirmed').expect(204);
      expect(await list()).toMatchObject([{ state: 'confirmed', words: '' }]);
      await answer(token, part, 'declined', 'After all.').expect(204);
      await directory.invite(session.id, part).expect(200);
      expect(await list()).toMatchObject([{ state: 'invited', words: '', answeredAt: null }]);
    });

    it('open nothing to a stranger: unknown, expired and foreign links', async () => {
      const [one, other] = [await invited(), await invited()];
      expect((await mine('a-token-that-nobody-ever-got').expect(404)).body).toMatchObject({
        code: 'invitation.link-unknown',
      });
      await answer(one.token, other.part, 'confirmed').expect(409);
      expect(await stateOf(other.part)).toBe('invited');
      // Ninety days after the session's end.
      directory.clock.set('2026-12-07T14:00:00Z');
      expect((await mine(one.token).expect(410)).body).toMatchObject({ code: 'invitation.link-expired' });
      await answer(one.token, one.part, 'confirmed').expect(410);
      directory.clock.set('2026-12-07T13:59:59Z');
      await mine(one.token).expect(200);
      await answer(one.token, one.part, 'confirmed').expect(409);
    });

    it('let a speaker keep their own profile, but not the address their link went to', async () => {
      const { speaker, token } = await invited();
      const profile: SaveProfile = {
        token,
        version: speaker.version,
        title: 'Prof.',
        name: 'Another Name',
        city: 'Kyiv',
        country: 'UA',
        translations: { de: { position: 'Leiterin', organisation: 'Stadt', bio: 'Seit 2010.' } },
      };
      await directory.call('post', apiPaths.myProfile, { ...profile, email: 'new@example.org' }).expect(400);
      await directory.call('post', apiPaths.myProfile, profile).expect(204);
      const saved = await directory.answer<Speaker>('get', apiPaths.speaker(speaker.id));
      expect(saved).toMatchObject({ name: 'Another Name', email: speaker.email, language: 'de', version: 2 });
      expect(saved.translations).toEqual(profile.translations);
      expect((await directory.call('post', apiPaths.myProfile, profile).expect(409)).body).toMatchObject({
        code: 'version.outdated',
      });
    });

    it('take a photo only with consent and credit, show it, and let go of it when it is taken back', async () => {
      const { speaker, token } = await invited();
      const send = async (fields: Record<string, string>, file?: Buffer) => {
        let call = directory.call('post', apiPaths.myPhoto);
        for (const [name, value] of Object.entries({ token, ...fields })) call = call.field(name, value);
        return file ? call.attach('file', file, 'me.jpg') : call;
      };
      const good = { credit: 'Sample Photographer', hasConsented: 'true' };
      const file = await picture('#225577');
      expect((await send({ ...good, hasConsented: 'false' }, file)).body).toMatchObject({
        fields: [{ path: 'hasConsented', code: 'must-be-accepted' }],
      });
      expect((await send({ ...good, credit: '' }, file)).body).toMatchObject({
        fields: [{ path: 'credit' }],
      });
      expect((await send(good)).body).toMatchObject({ fields: [{ path: 'file', code: 'required' }] });
      expect((await send(good, Buffer.from('no picture'))).body).toMatchObject({ code: 'media.unsupported' });
      expect((await send(good, file)).status).toBe(204);

      const { photo } = (await mine(token)).body as MyInvitations;
      expect(photo).toMatchObject({ credit: 'Sample Photographer', alt: speaker.name, width: 640 });
      const kept = await directory.one(
        `SELECT photo_consent, photo_consented_at FROM speakers WHERE id = $1`,
        [speaker.id],
      );
      expect(kept).toEqual({ photo_consent: PHOTO_CONSENT_VERSION, photo_consented_at: new Date(NOW) });
      const readers = await directory.rows<{ contribution: { photo: object | null } }>(
        `SELECT contribution FROM public_contributions(ARRAY['en']) p JOIN contributions c ON c.id = p.contribution_id
         WHERE c.speaker_id = $1`,
        [speaker.id],
      );
      expect(readers[0]?.contribution.photo).toMatchObject({ credit: 'Sample Photographer' });

      await directory.call('post', apiPaths.removeMyPhoto, { token }).expect(204);
      expect(((await mine(token)).body as MyInvitations).photo).toBeNull();
      expect(await directory.rows(`SELECT id FROM media WHERE photographer = 'Sample Photographer'`)).toEqual(
        [],
      );
    });

    it('keeps no photo without consent, whoever writes the row', async () => {
      const { speaker } = await invited();
      const media = await directory.one<{ id: string }>(
        `INSERT INTO media (file_name, mime_type, width, height, byte_size, sha256, widths)
         VALUES ('x', 'image/jpeg', 1, 1, 1, 'x', '{1}') RETURNING id`,
      );
      await expect(
        directory.rows(`UPDATE speakers SET photo_media_id = $1 WHERE id = $2`, [media.id, speaker.id]),
      ).rejects.toThrow('ck_speakers_photo');
    });
  });

  describe('by forms without JavaScript', () => {
    const page = (token: string) => `/de/speakers/${token}`;
    const post = (token: string, values: Record<string, string>) =>
      directory.http('post', page(token)).type('form').send(values);

    it('answer, profile and photo lead back to the page', async () => {
      const { part, token, speaker } = await invited();
      const answered = await post(token, { form: 'answer', contributionId: part, answer: 'confirmed' });
      expect([answered.status, answered.headers['location']]).toEqual([303, `${page(token)}?done=answer`]);
      expect(await stateOf(part)).toBe('confirmed');
      const saved = await post(token, {
        form: 'profile',
        version: String(speaker.version),
        name: 'By Form',
        title: '',
        city: '',
        country: '',
        'translations.de.bio': 'Ohne Skripte.',
        'translations.en.bio': '',
      });
      expect(saved.headers['location']).toBe(`${page(token)}?done=profile`);
      const { profile } = (await mine(token)).body as MyInvitations;
      expect(profile).toMatchObject({ name: 'By Form', country: null });
      expect(profile.translations).toEqual({ de: { position: '', organisation: '', bio: 'Ohne Skripte.' } });
      const sent = await directory
        .http('post', page(token))
        .field('form', 'photo')
        .field('credit', 'Somebody')
        .field('hasConsented', 'on')
        .attach('file', await picture('#775522'), 'me.jpg');
      expect(sent.headers['location']).toBe(`${page(token)}?done=photo`);
      expect(((await mine(token)).body as MyInvitations).photo).not.toBeNull();
    });

    it('come back with everything typed and the reason, the token left out', async () => {
      const { token } = await invited();
      const refused = await post(token, {
        form: 'profile',
        version: '1',
        name: '',
        city: 'Kyiv',
        token,
        more: 'x',
      });
      expect(refused.status).toBe(400);
      expect(directory.pages.form?.values).toEqual({ form: 'profile', version: '1', name: '', city: 'Kyiv' });
      expect(directory.pages.form?.problem.fields).toEqual([{ path: 'name', code: 'required' }]);
      const unread = await directory
        .http('post', page(token))
        .field('form', 'photo')
        .field('credit', 'Somebody')
        .field('hasConsented', 'on')
        .attach('file', Buffer.from('no picture'), 'me.jpg');
      expect(unread.status).toBe(415);
      expect(directory.pages.form).toMatchObject({
        values: { form: 'photo', credit: 'Somebody', hasConsented: 'on' },
        problem: { code: 'media.unsupported' },
      });
    });
  });

  // Last: it uses up what the others' forms need.
  it('are read as often as pages are asked for, all from one address, and answered as often as forms are', async () => {
    const { token } = await invited();
    for (let time = 0; time < 40; time++) await mine(token).expect(200);
    const send = () =>
      directory.call('post', apiPaths.removeMyPhoto, { token: 'a-token-that-nobody-ever-got' });
    const statuses: number[] = [];
    for (let time = 0; time < 40; time++) statuses.push((await send()).status);
    expect(statuses.at(0)).toBe(404);
    expect(statuses.at(-1)).toBe(429);
  });
});
