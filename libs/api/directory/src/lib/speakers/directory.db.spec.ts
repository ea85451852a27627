import {
  apiPaths,
  type Page,
  type Problem,
  type Speaker,
  type SpeakerDuplicates,
  type SpeakerPage,
} from '@reihe/shared-contracts';
import { DirectoryApp } from '../testing/directory-app';

describe('the directory over all series', () => {
  let directory: DirectoryApp;
  const found = async (query: string) => {
    const page = await directory.answer<Page<Speaker>>('get', `${apiPaths.speakers}?${query}`);
    return page.items.map(({ name }) => name);
  };
  const read = (id: string) => directory.answer<Speaker>('get', apiPaths.speaker(id));
  const pageOf = (id: string) => directory.answer<SpeakerPage>('get', apiPaths.speakerPage(id));
  const merge = (kept: Speaker, absorbed: Speaker) =>
    directory.call('post', apiPaths.mergeSpeakers(kept.id), {
      version: kept.version,
      absorbedId: absorbed.id,
      absorbedVersion: absorbed.version,
    });
  const split = (kept: Speaker, absorbed: Speaker) =>
    directory.call('post', apiPaths.splitSpeakers(kept.id), {
      version: kept.version,
      absorbedId: absorbed.id,
    });

  beforeAll(async () => {
    directory = await DirectoryApp.openDirectory();
  });
  beforeEach(() => directory.rows(`TRUNCATE speakers, sessions CASCADE`));
  afterAll(() => directory.close());

  describe('is searched', () => {
    beforeEach(async () => {
      await directory.aSpeaker({ name: 'Jörg Müßig', city: 'Köln', country: 'DE', translations: {} });
      await directory.aSpeaker({ name: 'Ana Conceição', city: 'Thiès', country: 'SN' });
      await directory.aSpeaker({
        name: 'Per 100%_Sure',
        city: 'Łódź',
        country: 'PL',
        translations: { de: { position: '', organisation: 'Straßenamt', bio: '' } },
      });
    });

    it.each([
      ['q=muessig', 'Jörg Müßig'],
      ['q=JORG', 'Jörg Müßig'],
      ['q=Koeln', 'Jörg Müßig'],
      ['q=conceicao', 'Ana Conceição'],
      ['q=lodz', 'Per 100%_Sure'],
      ['q=strassenamt', 'Per 100%_Sure'],
      ['q=Senegal', 'Ana Conceição'],
      ['q=Polen&lang=de', 'Per 100%_Sure'],
      [`q=${encodeURIComponent('100%_')}`, 'Per 100%_Sure'],
      ['country=DE', 'Jörg Müßig'],
    ])('%s finds %s alone', async (query, name) => {
      expect(await found(query)).toEqual([name]);
    });

    it('in one statement, whatever is asked', async () => {
      const statements = await directory.statementsOf(() => found('q=a&country=SN&photo=without'));
      expect(statements.filter((sql) => sql.includes('FROM speakers'))).toHaveLength(1);
    });

    it('through an index', async () => {
      // Tells the planner what a directory of a hundred thousand would: reading all of it is out of the question.
      const plan = await directory.database.dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL enable_seqscan = off`);
        const rows = await manager.query<Record<'QUERY PLAN', string>[]>(
          `EXPLAIN SELECT id FROM speakers WHERE folded(name) LIKE '%muller%' OR folded(city) LIKE '%muller%'`,
        );
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      });
      expect(plan).toContain('ix_speakers_search');
    });
  });

  it('is narrowed by photo and by what speakers said to sessions to come', async () => {
    const [asked, sure] = [await directory.aSpeaker(), await directory.aSpeaker()];
    const session = await directory.aSession();
    await directory.invite(session.id, await directory.aPart(session.id, asked.id)).expect(200);
    const part = await directory.aPart(session.id, sure.id);
    await directory.rows(`UPDATE contributions SET invitation_state = 'confirmed' WHERE id = $1`, [part]);
    expect(await found('invitation=invited')).toEqual([asked.name]);
    expect(await found('invitation=confirmed')).toEqual([sure.name]);
    expect((await read(sure.id)).invitations).toEqual({ invited: 0, confirmed: 1, declined: 0 });
    expect(await found('photo=with')).toEqual([]);
    expect(await found('photo=without')).toHaveLength(2);
  });

  it('shows one speaker with every part as of its day, and the recaps of those sessions', async () => {
    const speaker = await directory.aSpeaker({ city: 'Kyiv' });
    const session = await directory.aSession();
    await directory.aPart(session.id, speaker.id, 'Lviv');
    await directory.rows(
      `WITH r AS (
         INSERT INTO recaps (series_id, state) SELECT series_id, 'draft' FROM sessions WHERE id = $1 RETURNING id
       ), t AS (
         INSERT INTO recap_translations (recap_id, language, title, body) SELECT id, 'en', 'What we learnt', '{}' FROM r
       ) INSERT INTO recap_sessions (recap_id, session_id) SELECT id, $1 FROM r`,
      [session.id],
    );
    const { speaker: today, parts, recaps } = await pageOf(speaker.id);
    expect(today.city).toBe('Kyiv');
    expect(parts).toMatchObject([
      {
        sessionTitle: 'Leaking pipes',
        role: 'moderator',
        topic: 'Who pays',
        city: 'Lviv',
        position: 'Head then',
      },
    ]);
    expect(recaps).toMatchObject([{ title: 'What we learnt', state: 'draft' }]);
  });

  describe('suggests entries that may be one person', () => {
    const reasons = async () => {
      const { pairs, total } = await directory.answer<SpeakerDuplicates>('get', apiPaths.speakerDuplicates);
      expect(total).toBe(pairs.length);
      return pairs.map(({ reason, speakers }) => [reason, ...speakers.map(({ name }) => name).sort()]);
    };
    const at = (organisation: string) => ({ translations: { en: { position: '', organisation, bio: '' } } });

    it('each pair once, for its strongest reason', async () => {
      await directory.aSpeaker({ name: 'Anna Müller', email: 'anna@example.org' });
      await directory.aSpeaker({ name: 'Anna Mueller', email: 'ANNA@example.org' });
      expect(await reasons()).toEqual([['same-email', 'Anna Mueller', 'Anna Müller']]);
    });

    it('same name but for umlauts, accents, case and order', async () => {
      await directory.aSpeaker({ name: 'Jürgen Weiß', ...at('') });
      await directory.aSpeaker({ name: 'WEISS, Juergen', ...at('') });
      await directory.aSpeaker({ name: 'Jurgen Weisz', ...at('') });
      expect(await reasons()).toEqual([['same-name', 'Jürgen Weiß', 'WEISS, Juergen']]);
    });

    it('similar name only within one organisation', async () => {
      await directory.aSpeaker({ name: 'Katharina Schmidt', ...at('City of Lviv') });
      await directory.aSpeaker({ name: 'Katarina Schmitt', ...at('CITY OF LVIV') });
      await directory.aSpeaker({ name: 'Katarina Schmidt', ...at('Elsewhere') });
      await directory.aSpeaker({ name: 'Somebody Else', ...at('City of Lviv') });
      expect(await reasons()).toEqual([['similar-name', 'Katarina Schmitt', 'Katharina Schmidt']]);
    });

    it('nobody twice without a reason, and none that are merged', async () => {
      const one = await directory.aSpeaker({ name: 'Ada Bell', email: '' });
      const other = await directory.aSpeaker({ name: 'Chinua Dolan', email: '' });
      expect(await reasons()).toEqual([]);
      await directory.aSpeaker({ name: one.name, email: '' });
      expect(await reasons()).toHaveLength(1);
      const third = (await directory.answer<SpeakerDuplicates>('get', apiPaths.speakerDuplicates)).pairs[0];
      await merge(third?.speakers[0] ?? other, third?.speakers[1] ?? other).expect(200);
      expect(await reasons()).toEqual([]);
    });
  });

  describe('merges two entries', () => {
    const two = async () => {
      const session = await directory.aSession();
      const kept = await directory.aSpeaker({ email: '', city: '', country: null });
      const absorbed = await directory.aSpeaker({
        name: 'Other Spelling',
        city: 'Durban',
        country: 'ZA',
        translations: {
          en: { position: 'Mayor', organisation: 'Another', bio: 'About.' },
          de: { position: 'Bürgermeisterin', organisation: '', bio: '' },
        },
      });
      const parts = [
        await directory.aPart(session.id, kept.id, 'Then'),
        await directory.aPart(session.id, absorbed.id, 'Before'),
      ] as const;
      return { session, kept, absorbed, parts };
    };

    it('without losing anything: empty details filled, parts moved with their day’s details, the other entry kept', async () => {
      const { kept, absorbed, parts } = await two();
      const before = await directory.rows(
        `SELECT id, role, city, country, position, invitation_state FROM contributions ORDER BY id`,
      );
      const texts = await directory.rows(
        `SELECT * FROM contribution_translations ORDER BY contribution_id, language`,
      );
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      expect(merged).toMatchObject({
        id: kept.id,
        name: kept.name,
        email: absorbed.email,
        city: 'Durban',
        country: 'ZA',
        contributions: 2,
        translations: {
          en: { position: 'Head of water', organisation: 'City of Lviv', bio: 'About.' },
          de: { position: 'Bürgermeisterin' },
        },
      });
      expect(
        await directory.rows(
          `SELECT id, role, city, country, position, invitation_state FROM contributions ORDER BY id`,
        ),
      ).toEqual(before);
      expect(
        await directory.rows(`SELECT * FROM contribution_translations ORDER BY contribution_id, language`),
      ).toEqual(texts);
      const { parts: shown, absorbed: gone } = await pageOf(kept.id);
      expect(shown.map(({ contributionId }) => contributionId).sort()).toEqual([...parts].sort());
      expect(gone).toMatchObject([{ id: absorbed.id, name: 'Dr. Other Spelling' }]);
      const entry = await directory.one(`SELECT name, city FROM speakers WHERE id = $1`, [absorbed.id]);
      expect(entry).toEqual({ name: 'Other Spelling', city: 'Durban' });
    });

    it('and lets every old way lead on: address, link in a mail, a session that names the entry', async () => {
      const { session, kept, absorbed, parts } = await two();
      await directory.invite(session.id, parts[1]).expect(200);
      const token = await directory.token(absorbed.email);
      await merge(kept, absorbed).expect(200);
      expect((await read(absorbed.id)).id).toBe(kept.id);
      expect((await pageOf(absorbed.id)).speaker.id).toBe(kept.id);
      expect(await found('')).toEqual([kept.name]);
      const own = await directory.call('get', apiPaths.myInvitations).set('Authorization', `Bearer ${token}`);
      expect(own.body).toMatchObject({ profile: { name: kept.name } });
      const late = await directory.aPart(session.id, absorbed.id);
      const { speaker_id: named } = await directory.one<{ speaker_id: string }>(
        `SELECT speaker_id FROM contributions WHERE id = $1`,
        [late],
      );
      expect(named).toBe(kept.id);
      const refused = await directory.call('put', apiPaths.speaker(absorbed.id), { ...absorbed, version: 2 });
      expect(refused.status).toBeGreaterThanOrEqual(400);
    });

    it('writes down who merged what, without a name', async () => {
      const { kept, absorbed } = await two();
      await merge(kept, absorbed).expect(200);
      const entries = await directory.rows<{ action: string; actor_id: string }>(
        `SELECT action, actor_id, before, after FROM audit_entries
         WHERE subject_id IN ($1, $2) AND action LIKE 'speaker.merge%' ORDER BY id`,
        [kept.id, absorbed.id],
      );
      expect(entries.map(({ action }) => action)).toEqual(['speaker.merge', 'speaker.merged-into']);
      expect(entries[0]?.actor_id).toBe(directory.staff.id);
      expect(JSON.stringify(entries)).not.toMatch(/Other Spelling|Durban|example\.org/);
    });

    it('and splits them again, as they were but for what changed since', async () => {
      const { kept, absorbed, parts } = await two();
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      const { version, title, name, email, country, language, translations } = merged;
      const body = { version, title, name, email, country, language, translations };
      const changed = await directory.answer<Speaker>('put', apiPaths.speaker(kept.id), {
        ...body,
        city: 'Pretoria',
      });
      await split(changed, absorbed).expect(200);
      expect(await read(kept.id)).toMatchObject({
        email: '',
        city: 'Pretoria',
        country: null,
        contributions: 1,
        translations: kept.translations,
      });
      const again = await read(absorbed.id);
      const details = ({ name, email, city, country, translations }: Speaker) => ({
        name,
        email,
        city,
        country,
        translations,
      });
      expect(details(again)).toEqual(details(absorbed));
      expect((await pageOf(absorbed.id)).parts.map(({ contributionId }) => contributionId)).toEqual([
        parts[1],
      ]);
      expect((await split(await read(kept.id), again).expect(409)).body).toMatchObject({
        code: 'speaker.merge-impossible',
      });
    });

    it('also one that others were merged into before: all of them lead to the last, and come back', async () => {
      const { kept: second, absorbed: first } = await two();
      const third = await directory.aSpeaker();
      const merged = (await merge(second, first).expect(200)).body as Speaker;
      const last = (await merge(third, merged).expect(200)).body as Speaker;
      expect((await read(first.id)).id).toBe(third.id);
      await split(last, merged).expect(200);
      expect((await read(first.id)).id).toBe(second.id);
      expect((await read(second.id)).contributions).toBe(2);
    });

    it('over however many entries: who splits off takes along all that had been merged into it', async () => {
      const session = await directory.aSession();
      const [first, second, third, last] = [
        await directory.aSpeaker(),
        await directory.aSpeaker(),
        await directory.aSpeaker(),
        await directory.aSpeaker(),
      ];
      await directory.invite(session.id, await directory.aPart(session.id, first.id)).expect(200);
      const token = await directory.token(first.email);
      await merge(second, first).expect(200);
      await merge(third, await read(second.id)).expect(200);
      const all = (await merge(last, await read(third.id)).expect(200)).body as Speaker;
      await split(all, third).expect(200);
      for (const { id } of [first, second, third]) expect((await read(id)).id).toBe(third.id);
      expect((await read(third.id)).contributions).toBe(1);
      const own = await directory.call('get', apiPaths.myInvitations).set('Authorization', `Bearer ${token}`);
      expect(own.body).toMatchObject({ profile: { name: third.name } });
    });

    it('and tells open editors: each session that a split changes has a version more, by whom', async () => {
      const { session, kept, absorbed, parts } = await two();
      const version = async () =>
        (await directory.one<{ version: number }>(`SELECT version FROM sessions WHERE id = $1`, [session.id]))
          .version;
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      const before = await version();
      await split(merged, absorbed).expect(200);
      expect(await version()).toBe(before + 1);
      const latest = await directory.one(
        `SELECT action, account_id AS by FROM session_versions WHERE session_id = $1 ORDER BY version DESC LIMIT 1`,
        [session.id],
      );
      expect(latest).toEqual({ action: 'session.save', by: directory.staff.id });
      const entry = await directory.one(
        `SELECT before, after FROM audit_entries WHERE subject = 'session' AND subject_id = $1 ORDER BY id DESC LIMIT 1`,
        [session.id],
      );
      expect(entry).toEqual({
        before: { contributionIds: [parts[1]], speakerId: kept.id },
        after: { contributionIds: [parts[1]], speakerId: absorbed.id },
      });
    });

    it('and waits for who is saving one of those sessions, who does not wait for it', async () => {
      const { session, kept, absorbed } = await two();
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      const saving = directory.database.dataSource.createQueryRunner();
      await saving.startTransaction();
      await saving.query(`UPDATE sessions SET version = version + 1 WHERE id = $1`, [session.id]);
      const splitting = split(merged, absorbed).then(({ status }) => status);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await saving.query(`UPDATE contributions SET speaker_id = $1 WHERE session_id = $2`, [
        kept.id,
        session.id,
      ]);
      await saving.commitTransaction();
      await saving.release();
      expect(await splitting).toBe(200);
    });

    it('so that with another address of the one that goes on no link mailed to either opens it', async () => {
      const { session, kept, absorbed, parts } = await two();
      await directory.invite(session.id, parts[1]).expect(200);
      const token = await directory.token(absorbed.email);
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      const { version, title, name, city, country, language, translations } = merged;
      const body = { version, title, name, city, country, language, translations };
      await directory.answer('put', apiPaths.speaker(kept.id), { ...body, email: 'another@example.org' });
      const own = await directory.call('get', apiPaths.myInvitations).set('Authorization', `Bearer ${token}`);
      expect(own.status).toBe(410);
    });

    it('and no link of the time between, mailed to the other’s address, opens the entry that had none', async () => {
      const { session, kept, absorbed, parts } = await two();
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      await directory.invite(session.id, parts[0]).expect(200);
      const token = await directory.token(absorbed.email);
      await split(merged, absorbed).expect(200);
      const own = await directory.call('get', apiPaths.myInvitations).set('Authorization', `Bearer ${token}`);
      expect(own.status).toBe(410);
    });

    it('moves a photo with its consent where the entry that goes on had none', async () => {
      const { kept, absorbed } = await two();
      const media = await directory.one<{ id: string }>(
        `INSERT INTO media (file_name, mime_type, width, height, byte_size, sha256, widths)
         VALUES ('x', 'image/jpeg', 480, 480, 1, gen_random_uuid()::text, '{480}') RETURNING id`,
      );
      await directory.rows(
        `UPDATE speakers SET photo_media_id = $1, photo_consent = '2026-11', photo_consented_at = '2026-08-01T00:00Z' WHERE id = $2`,
        [media.id, absorbed.id],
      );
      const merged = (await merge(kept, absorbed).expect(200)).body as Speaker;
      expect(merged.photo?.template).toContain(media.id);
      await split(merged, absorbed).expect(200);
      expect((await read(kept.id)).photo).toBeNull();
      expect((await read(absorbed.id)).photo?.template).toContain(media.id);
    });

    it('once, however many merge at the same time', async () => {
      const { kept, absorbed } = await two();
      const answers = await Promise.all([
        merge(kept, absorbed),
        merge(absorbed, kept),
        merge(kept, absorbed),
        merge(absorbed, kept),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      const rows = await directory.rows<{ speaker_id: string }>(
        `SELECT DISTINCT speaker_id FROM contributions`,
      );
      const living = await directory.rows<{ id: string }>(
        `SELECT id FROM speakers WHERE merged_into IS NULL`,
      );
      expect(rows.map(({ speaker_id }) => speaker_id)).toEqual(living.map(({ id }) => id));
    });

    it('while a session is saved that names the entry that goes: its part follows', async () => {
      const { session, kept, absorbed } = await two();
      const { dataSource } = directory.database;
      const merging = dataSource.createQueryRunner();
      await merging.startTransaction();
      await merging.query(`SELECT id FROM speakers WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`, [
        [kept.id, absorbed.id],
      ]);
      const saving = directory.aPart(session.id, absorbed.id, 'Late');
      await new Promise((resolve) => setTimeout(resolve, 100));
      await merging.query(`UPDATE speakers SET merged_into = $1 WHERE id = $2`, [kept.id, absorbed.id]);
      await merging.commitTransaction();
      await merging.release();
      const part = await directory.one<{ speaker_id: string }>(
        `SELECT speaker_id FROM contributions WHERE id = $1`,
        [await saving],
      );
      expect(part.speaker_id).toBe(kept.id);
    });

    it('only as they were seen, and only by who may write', async () => {
      const { kept, absorbed } = await two();
      expect((await merge({ ...kept, version: 9 }, absorbed).expect(409)).body).toMatchObject({
        code: 'version.outdated',
      } satisfies Partial<Problem>);
      expect((await merge(kept, { ...absorbed, version: 9 }).expect(409)).body).toMatchObject({
        code: 'version.outdated',
      });
      await merge(kept, kept).expect(409);
      directory.user = { ...directory.staff, roles: ['editor'] };
      await merge(kept, absorbed).expect(403);
      directory.user = directory.staff;
      expect((await read(kept.id)).version).toBe(kept.version);
    });
  });
});
