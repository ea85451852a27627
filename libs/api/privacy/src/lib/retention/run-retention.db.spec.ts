import { randomUUID } from 'node:crypto';
import {
  privacyApiPaths,
  type FrozenFigures,
  type RetentionPreview,
  type RetentionRun,
  type SetRetention,
} from '@reihe/shared-figures';
import fc from 'fast-check';
import { PrivacyWorld } from '../testing/privacy-world';
import { makePeople, somePeople } from '../testing/random-people';
import { RETENTION_JOB } from './run-retention';

/** Words that lead to the people of these specs. */
const WORDS = ['nameable', 'captions', 'herons', 'engineer', '@city.example', 'Participants of'];

describe('personal data whose time has come', () => {
  let world: PrivacyWorld;
  let series: string;
  let session: string;

  const keep = (months: number | null, change: Partial<SetRetention> = {}) =>
    world.answer('put', privacyApiPaths.seriesRule(series), {
      ...{ months, countsFrom: 'series', version: 0, isOwn: true },
      ...change,
    });
  const preview = () => world.answer<RetentionPreview>('post', privacyApiPaths.preview(series));
  const run = (fingerprint: string) =>
    world.answer<RetentionRun>('post', privacyApiPaths.run(series), { fingerprint });
  const registered = async (email: string, values: object = {}, at = session) => {
    const person = await world.aPerson(email, { name: 'Nameable' });
    return { person, registration: await world.aRegistration(at, person, { name: 'Nameable', ...values }) };
  };
  /** One of everything that is kept of somebody. */
  async function everythingOf(
    email: string,
    at = session,
  ): Promise<{ person: string; registration: string }> {
    const { person, registration } = await registered(email, {}, at);
    const form = await world.row('question_forms', {
      id: randomUUID(),
      version: 1,
      session_id: at,
      purpose: 'registration',
    });
    const asked = {
      id: randomUUID(),
      form_id: form,
      position: 0,
      is_required: false,
      texts: { en: { label: 'Birds?', hint: '' } },
    };
    const [text = '', choice = ''] = [asked.id, randomUUID()];
    await world.rows('questions', [
      { ...asked, kind: 'text', options: [] },
      { ...asked, id: choice, position: 1, kind: 'choice', options: [{ id: 'h', labels: { en: 'Many' } }] },
    ]);
    await world.rows('answers', [
      {
        registration_id: registration,
        question_id: text,
        value: 'Herons',
        asked: {},
        answered_at: '2024-12-02T10:00:00Z',
      },
      {
        registration_id: registration,
        question_id: choice,
        value: 'h',
        asked: {},
        answered_at: '2024-12-02T10:00:00Z',
      },
    ]);
    await world.row('join_links', {
      ...{
        id: randomUUID(),
        session_id: at,
        registration_id: registration,
        token_hash: randomUUID(),
        sealed_token: 's',
      },
      ...{ is_current: true, told_starts_at: '2025-01-15T12:00:00Z', created_at: '2024-12-02T10:00:00Z' },
    });
    await world.row('join_hints', {
      ...{ registration_id: registration, session_id: at, first_at: '2025-01-15T12:01:00Z' },
      ...{ last_at: '2025-01-15T12:31:00Z', presses: 3 },
    });
    await world.row('certificates', {
      ...{
        id: randomUUID(),
        registration_id: registration,
        code: randomUUID(),
        language: 'en',
        name: 'Nameable',
        title: 'Water',
      },
      ...{
        host: 'Host',
        starts_at: '2025-01-15T12:00:00Z',
        ends_at: '2025-01-15T13:30:00Z',
        time_zone: 'UTC',
      },
      ...{ issued_at: '2025-01-16T12:00:00Z', withdrawal_reason: '' },
    });
    await world.row('feedback', {
      ...{
        id: randomUUID(),
        session_id: at,
        registration_id: registration,
        comment: 'Well done',
        answers: [],
        given_on: '2025-01-16',
      },
    });
    await world.aMail(person, { to_address: email, thread_id: `<session-${at}.${person}@reihe.example>` });
    const importId = await world.aReport(at);
    await world.anAttendee(at, { importId, name: 'Nameable', email, participant_id: person });
    await world.anAttendee(at, {
      importId,
      name: 'Nameable guest',
      email: 'guest@city.example',
      minutes: 40,
    });
    await world.row('attendance_decisions', {
      ...{
        id: randomUUID(),
        series_id: series,
        key: `mail:${email}`,
        participant_id: person,
        reason: '',
        decided_at: '2025-01-16T12:00:00Z',
      },
    });
    await world.row('invited_addresses', {
      id: randomUUID(),
      session_id: at,
      pattern: email,
      created_at: '2024-11-01T12:00:00Z',
    });
    await world.row('invited_addresses', {
      id: randomUUID(),
      series_id: series,
      pattern: '@city.example',
      created_at: '2024-11-01T12:00:00Z',
    });
    await world.recount();
    return { person, registration };
  }

  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  beforeEach(async () => {
    await world.query(
      `TRUNCATE participants, attendees, attendance_imports, sessions, series, question_forms, outbox_messages, retention_rules CASCADE`,
    );
    await world.query(`DROP FUNCTION IF EXISTS spoil() CASCADE`);
    series = await world.aSeries();
    session = await world.aSession(series);
  });
  afterAll(() => world.close());

  it('goes by night: nobody is left in any row, what is said of an organisation stays, and so does every figure', async () => {
    await everythingOf('nameable@city.example');
    await keep(12);
    const before = await world.figures();
    await world.byNight(RETENTION_JOB);
    expect(await world.traces(WORDS)).toEqual(['invited_addresses']);
    expect(await world.query(`SELECT pattern FROM invited_addresses`)).toEqual([
      { pattern: '@city.example' },
    ]);
    expect(await world.figures()).toEqual(before);
    const [ran] = await world.query<{ outcome: string; counts: object; started_by: null }>(
      `SELECT outcome, counts, started_by FROM retention_runs`,
    );
    expect(ran).toEqual({
      outcome: 'done',
      started_by: null,
      counts: {
        ...{
          people: 1,
          registrations: 1,
          answers: 2,
          waiting: 0,
          mails: 1,
          links: 1,
          certificates: 1,
          feedback: 1,
        },
        ...{ attendees: 2, guests: 1, lines: 2, files: 1, decisions: 1, invitations: 1 },
      },
    });
    expect(
      await world.query(`SELECT actor_kind, subject_id FROM audit_entries WHERE action = 'series.anonymise'`),
    ).toEqual([{ actor_kind: 'system', subject_id: series }]);
  });

  it('is frozen first: totals, every way of counting, and answers that can be chosen', async () => {
    await everythingOf('nameable@city.example');
    for (let at = 0; at < 4; at += 1)
      await registered(`more-${at}@city.example`, { organisation: 'WATER works' });
    await keep(12);
    await world.byNight(RETENTION_JOB);
    const [frozen] = await world.query<{ figures: FrozenFigures }>(`SELECT figures FROM frozen_figures`);
    const { totals, by, placesPerPerson, answers } = frozen?.figures ?? ({} as FrozenFigures);
    expect(totals).toMatchObject({
      participants: 5,
      participations: 5,
      attended: 1,
      guests: 1,
      organisations: 1,
    });
    const cell = { label: null, places: 5, people: 5, attended: 1, attendees: 1, guests: 1 };
    expect(by.country).toEqual([{ ...cell, key: 'UA' }]);
    expect(by.city).toEqual([{ ...cell, key: 'lviv|UA' }]);
    expect(by.month).toEqual([{ ...cell, key: '2025-01' }]);
    expect(by.session).toEqual([{ ...cell, key: session }]);
    expect(by['time-zone']).toEqual([{ ...cell, key: 'Europe/Kyiv', guests: 0 }]);
    expect(by.organisation).toEqual([
      { ...cell, key: expect.stringMatching(/^[0-9a-f]{32}$/), label: 'WATER works' },
    ]);
    expect(placesPerPerson).toEqual([{ places: 1, people: 5 }]);
    expect(answers).toEqual([
      {
        questionId: expect.any(String),
        label: 'Birds?',
        answers: [{ value: 'h', label: 'Many', people: 1 }],
      },
    ]);
    expect(JSON.stringify(frozen)).not.toMatch(/nameable|herons/i);
  });

  it('is named by its organisation in no frozen figure where fewer than five people say so', async () => {
    for (let at = 0; at < 4; at += 1) await registered(`few-${at}@city.example`);
    await keep(12);
    await world.byNight(RETENTION_JOB);
    const [frozen] = await world.query<{ figures: FrozenFigures }>(`SELECT figures FROM frozen_figures`);
    expect(frozen?.figures.by.organisation.map(({ label }) => label)).toEqual([null]);
  });

  it('goes once: another night finds nothing, and freezes nothing', async () => {
    await everythingOf('nameable@city.example');
    await keep(12);
    await world.byNight(RETENTION_JOB);
    const before = await world.query(`SELECT to_jsonb(p) FROM participants p ORDER BY id`);
    await world.byNight(RETENTION_JOB);
    expect(await world.query(`SELECT to_jsonb(p) FROM participants p ORDER BY id`)).toEqual(before);
    expect(await world.query(`SELECT FROM retention_runs`)).toHaveLength(1);
    expect(await world.query(`SELECT FROM frozen_figures`)).toHaveLength(1);
  });

  it('stays where a figure would change, and says which: everything is taken back, and the next night tries again', async () => {
    const { registration } = await everythingOf('nameable@city.example');
    await keep(12);
    await world.query(`
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.country = 'ZA'; RETURN NEW; END $$`);
    await world.query(
      `CREATE TRIGGER spoil BEFORE UPDATE OF name ON registrations FOR EACH ROW EXECUTE FUNCTION spoil()`,
    );
    expect((await preview()).changed).toContain('by.country.UA.people');
    await world.byNight(RETENTION_JOB);
    const [failed] = await world.query<{ outcome: string; changed: string[] }>(
      `SELECT outcome, changed FROM retention_runs`,
    );
    expect(failed?.outcome).toBe('failed');
    expect(failed?.changed).toEqual(expect.arrayContaining(['by.country.UA.people', 'by.country.ZA.people']));
    expect(
      await world.query(`SELECT name, country FROM registrations WHERE id = $1`, [registration]),
    ).toEqual([{ name: 'Nameable', country: 'UA' }]);
    expect(await world.query(`SELECT FROM frozen_figures`)).toEqual([]);
    expect(await world.query(`SELECT FROM answers`)).toHaveLength(2);
    await world.query(`DROP FUNCTION spoil() CASCADE`);
    await world.byNight(RETENTION_JOB);
    expect(await world.query(`SELECT FROM answers`)).toEqual([]);
  });

  it('stays where only a row would be another, even if no figure of the series tells', async () => {
    await registered('nameable@city.example');
    await keep(12);
    await world.query(`
      CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.origin = 'link'; RETURN NEW; END $$`);
    await world.query(
      `CREATE TRIGGER spoil BEFORE UPDATE OF name ON registrations FOR EACH ROW EXECUTE FUNCTION spoil()`,
    );
    expect((await preview()).changed).toEqual(['rows']);
    await world.query(`DROP FUNCTION spoil() CASCADE`);
    expect((await preview()).changed).toEqual([]);
  });

  it('is shown before it goes, and nothing goes by looking', async () => {
    await everythingOf('nameable@city.example');
    const { person } = await registered('staying@city.example');
    await world.aRegistration(await world.aSession(await world.aSeries()), person);
    await keep(12);
    const seen = await preview();
    expect(seen).toMatchObject({
      ...{
        seriesId: series,
        staying: 1,
        changed: [],
        people: [{ name: 'Nameable', email: 'nameable@city.example' }],
      },
      sessions: [{ id: session, endedAt: '2025-01-15T13:30:00Z', keptUntil: '2026-01-15T13:30:00Z' }],
      counts: { people: 1, registrations: 2, answers: 2, guests: 1 },
    });
    expect(await world.query(`SELECT FROM answers`)).toHaveLength(2);
    expect(await world.query(`SELECT FROM frozen_figures`)).toEqual([]);
  });

  it('goes by hand as it was seen, and not otherwise', async () => {
    await registered('nameable@city.example');
    await keep(12);
    const seen = await preview();
    await registered('late@city.example');
    expect(
      await world.problem('post', privacyApiPaths.run(series), { fingerprint: seen.fingerprint }),
    ).toMatchObject({
      code: 'registration.preview-outdated',
      details: { counts: { people: 2 } },
    });
    const now = await preview();
    expect(await run(now.fingerprint)).toMatchObject({
      ...{ outcome: 'done', startedBy: 'Sample administrator', sessions: 1, seriesId: series },
      counts: { people: 2, registrations: 2 },
    });
    const none = await preview();
    expect(none).toMatchObject({ sessions: [], people: [] });
    expect(
      await world.problem('post', privacyApiPaths.run(series), { fingerprint: none.fingerprint }),
    ).toMatchObject({
      code: 'registration.preview-outdated',
    });
  });

  describe('and whoever has something elsewhere', () => {
    it('stays known, with nothing of them in the series but that they were there', async () => {
      const { person } = await everythingOf('nameable@city.example');
      const other = await world.aSeries();
      await world.aRegistration(await world.aSession(other), person);
      const mail = await world.aMail(person, { to_address: 'nameable@city.example', subject: 'Of both' });
      await keep(12);
      await world.byNight(RETENTION_JOB);
      expect(await world.query(`SELECT name FROM participants WHERE id = $1`, [person])).toEqual([
        { name: 'Nameable' },
      ]);
      expect(
        await world.query(
          `SELECT name, organisation, accessibility_needs FROM registrations WHERE session_id = $1`,
          [session],
        ),
      ).toEqual([{ name: '', organisation: '', accessibility_needs: '' }]);
      expect(await world.query(`SELECT to_address FROM outbox_messages ORDER BY to_address`)).toEqual([
        { to_address: '' },
        { to_address: 'nameable@city.example' },
      ]);
      // A mail that may be about either goes with the last of them.
      expect(await world.query(`SELECT subject FROM outbox_messages WHERE id = $1`, [mail])).toEqual([
        { subject: 'Of both' },
      ]);
      expect(
        await world.query(`SELECT DISTINCT minutes, joined_at FROM attendance_spans ORDER BY 1`),
      ).toEqual([
        { minutes: 40, joined_at: null },
        { minutes: 60, joined_at: null },
      ]);
    });

    it('is not taken out of a series before that one’s figures are frozen, though the time of both has come', async () => {
      const { person } = await everythingOf('nameable@city.example');
      const [first, later] = [series, await world.aSeries()];
      const other = await world.aSession(later, '2025-02-15T12:00:00Z');
      for (let at = 0; at < 5; at += 1)
        await world.aRegistration(other, at === 0 ? person : await world.aPerson(`other-${at}@city.example`));
      await world.answer('put', privacyApiPaths.defaultRule, {
        months: 12,
        countsFrom: 'series',
        version: 0,
        isOwn: true,
      });
      await world.byNight(RETENTION_JOB);
      expect(
        await world.query(
          `SELECT series_id, (counts ->> 'people')::int AS people, (counts ->> 'registrations')::int AS registrations
                           FROM retention_runs ORDER BY series_id = $1`,
          [later],
        ),
      ).toEqual([
        { series_id: first, people: 0, registrations: 1 },
        { series_id: later, people: 5, registrations: 5 },
      ]);
      const [frozen] = await world.query<{ figures: FrozenFigures }>(
        `SELECT figures FROM frozen_figures WHERE series_id = $1`,
        [later],
      );
      expect(frozen?.figures.by.organisation.map(({ label }) => label)).toEqual(['Water works']);
    });

    it('goes too where that was taken back meanwhile', async () => {
      const { person } = await registered('nameable@city.example');
      const later = await world.aSession(await world.aSeries());
      const importId = await world.aReport(later);
      const named = await world.anAttendee(later, { importId, name: 'Nameable', participant_id: person });
      await world.recount();
      await keep(12);
      await world.byNight(RETENTION_JOB);
      const known = () => world.query(`SELECT FROM participants WHERE erased_at IS NULL`);
      expect(await known()).toHaveLength(1);
      await world.query(`DELETE FROM attendees WHERE id = $1`, [named]);
      await world.recount();
      const before = await world.figures();
      await world.byNight(RETENTION_JOB);
      expect(await known()).toEqual([]);
      expect(await world.figures()).toEqual(before);
    });

    it('goes with the last of it', async () => {
      const { person } = await registered('nameable@city.example');
      const other = await world.aSeries();
      await world.aRegistration(await world.aSession(other, '2025-12-15T12:00:00Z'), person);
      await world.answer('put', privacyApiPaths.defaultRule, {
        months: 6,
        countsFrom: 'series',
        version: 0,
        isOwn: true,
      });
      world.clock.set('2026-05-01T00:00:00Z');
      await world.byNight(RETENTION_JOB);
      expect(await world.query(`SELECT erased_at FROM participants`)).toEqual([{ erased_at: null }]);
      world.clock.set('2026-07-01T00:00:00Z');
      await world.byNight(RETENTION_JOB);
      expect(await world.query(`SELECT erased_at FROM participants`)).toEqual([
        { erased_at: new Date('2026-07-01T00:00:00Z') },
      ]);
      world.clock.set('2026-09-01T08:00:00Z');
    });
  });

  it('stays with whoever registers for something new at the moment at which it goes', async () => {
    const { person } = await registered('nameable@city.example');
    const next = await world.aSession(await world.aSeries(), '2026-10-15T12:00:00Z', { state: 'published' });
    await keep(12);
    const registering = world.database.dataSource.createQueryRunner();
    await registering.startTransaction();
    await registering.query(
      `INSERT INTO registrations (session_id, participant_id, state, name, language, time_zone, privacy_notice)
       VALUES ($1, $2, 'confirmed', 'Nameable', 'en', 'UTC', '1')`,
      [next, person],
    );
    let isOver = false;
    const going = world.byNight(RETENTION_JOB).finally(() => {
      isOver = true;
    });
    for (let waiting = 0; waiting === 0 && !isOver;)
      [{ waiting }] = (await world.query(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )) as [{ waiting: number }];
    await registering.commitTransaction();
    await registering.release();
    await going;
    expect(await world.query(`SELECT name FROM participants WHERE id = $1`, [person])).toEqual([
      { name: 'Nameable' },
    ]);
    expect(await world.query(`SELECT name FROM registrations ORDER BY name`)).toEqual([
      { name: '' },
      { name: 'Nameable' },
    ]);
  });

  describe('has not come', () => {
    const isDue = async () => (await preview()).sessions.length > 0;
    beforeEach(() => registered('nameable@city.example'));

    it('where nobody said so, nor where it is kept for ever against the rule of the house', async () => {
      expect(await isDue()).toBe(false);
      await world.answer('put', privacyApiPaths.defaultRule, {
        months: 1,
        countsFrom: 'series',
        version: 0,
        isOwn: true,
      });
      expect(await isDue()).toBe(true);
      await keep(null);
      expect(await isDue()).toBe(false);
    });

    it('while the last session of the series has not been over for so long', async () => {
      await world.aSession(series, '2026-08-01T12:00:00Z');
      await keep(12);
      expect(await isDue()).toBe(false);
      await keep(12, { countsFrom: 'session', version: 1 });
      expect((await preview()).sessions.map(({ id }) => id)).toEqual([session]);
    });

    it('for a session to come only, where the series is over otherwise: a draft keeps nothing else', async () => {
      const draft = await world.aSession(series, '2027-08-01T12:00:00Z', { state: 'draft' });
      await keep(12);
      expect((await preview()).sessions.map(({ id }) => id)).toEqual([session]);
      await world.query(`UPDATE sessions SET state = 'published' WHERE id = $1`, [draft]);
      expect(await isDue()).toBe(false);
    });

    it('for what belongs to the series as a whole, as long as one of its sessions is kept', async () => {
      await world.aSession(series, '2026-08-01T12:00:00Z');
      await world.row('invited_addresses', {
        id: randomUUID(),
        series_id: series,
        pattern: 'later@city.example',
        created_at: '2024-11-01T12:00:00Z',
      });
      await keep(12, { countsFrom: 'session' });
      await world.byNight(RETENTION_JOB);
      expect(await world.query(`SELECT FROM invited_addresses`)).toHaveLength(1);
      expect(await world.query(`SELECT FROM registrations WHERE name <> ''`)).toEqual([]);
    });
  });

  it('goes again where a series that was over goes on, and the names of organisations stay known', async () => {
    for (let at = 0; at < 5; at += 1) await registered(`first-${at}@city.example`);
    await keep(12);
    await world.byNight(RETENTION_JOB);
    const later = await world.aSession(series, '2025-08-01T12:00:00Z');
    await registered('second@city.example', {}, later);
    const before = await world.figures();
    await world.byNight(RETENTION_JOB);
    expect(await world.figures()).toEqual(before);
    const frozen = await world.query<{ figures: FrozenFigures }>(
      `SELECT figures FROM frozen_figures ORDER BY as_of, id`,
    );
    expect(frozen).toHaveLength(2);
    expect(frozen.map(({ figures }) => figures.by.organisation.map(({ label }) => label))).toEqual([
      ['Water works'],
      ['Water works'],
    ]);
  });

  it('leaves the waiting list without its order', async () => {
    await registered('nameable@city.example', { state: 'waitlisted', queue_number: 4711 });
    await keep(12);
    const before = await world.figures();
    await world.byNight(RETENTION_JOB);
    expect(await world.query(`SELECT state, queue_number FROM registrations`)).toEqual([
      { state: 'waitlisted', queue_number: '0' },
    ]);
    expect(await world.figures()).toEqual(before);
  });

  it('leaves every figure as it was, whoever was there', async () => {
    await fc.assert(
      fc.asyncProperty(
        somePeople,
        fc.constantFrom<[string, 'series' | 'session'][]>(
          ['2026-02-20', 'session'],
          ['2026-09-01', 'series'],
        ),
        async (some, [day, countsFrom]) => {
          await makePeople(world, some);
          await world.answer('put', privacyApiPaths.defaultRule, {
            months: 12,
            countsFrom,
            version: 0,
            isOwn: true,
          });
          world.clock.set(`${day}T00:00:00Z`);
          const before = await world.figures();
          await world.byNight(RETENTION_JOB);
          expect(await world.figures()).toEqual(before);
          expect(await world.query(`SELECT FROM retention_runs WHERE outcome = 'failed'`)).toEqual([]);
          await world.recount();
          expect(await world.figures()).toEqual(before);
        },
      ),
      { numRuns: 8 },
    );
    world.clock.set('2026-09-01T08:00:00Z');
  }, 120_000);
});
