import { randomUUID } from 'node:crypto';
import { ROLES } from '@reihe/shared-contracts';
import { may } from '@reihe/shared-policies';
import {
  privacyApiPaths,
  type PersonHoldings,
  type PrivacyOverview,
  type PrivacyRecord,
  type RetentionRun,
  type RunFigures,
  type SetRetention,
} from '@reihe/shared-figures';
import type { Page } from '@reihe/shared-contracts';
import { strFromU8, unzipSync } from 'fflate';
import { NOW, PrivacyWorld } from './testing/privacy-world';
import { RETENTION_JOB } from './retention/run-retention';

const RULE: SetRetention = { months: 12, countsFrom: 'series', version: 0, isOwn: true };

describe('privacy over HTTP', () => {
  let world: PrivacyWorld;
  let series: string;
  let session: string;
  let minutes = 0;

  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  beforeEach(async () => {
    world.user = world.staff;
    // Records stand in the order in which they were written.
    minutes += 1;
    world.clock.set(new Date(Date.parse(NOW) + minutes * 60_000).toISOString());
    await world.query(
      `TRUNCATE participants, attendees, attendance_imports, sessions, series, outbox_messages, retention_rules CASCADE`,
    );
    series = await world.aSeries();
    session = await world.aSession(series);
  });
  afterAll(() => world.close());

  it('is for those alone whom the policy lets, as the screens ask it', async () => {
    const id = randomUUID();
    const calls = [
      ['get', privacyApiPaths.overview, 'privacy.manage'],
      ['get', privacyApiPaths.records, 'privacy.manage'],
      ['get', privacyApiPaths.runs, 'privacy.manage'],
      ['get', privacyApiPaths.runFigures(id), 'privacy.manage'],
      ['put', privacyApiPaths.defaultRule, 'privacy.manage'],
      ['put', privacyApiPaths.seriesRule(id), 'privacy.manage'],
      ['post', privacyApiPaths.preview(id), 'privacy.manage'],
      ['post', privacyApiPaths.run(id), 'privacy.manage'],
      ['get', privacyApiPaths.person(id), 'privacy.manage'],
      ['post', privacyApiPaths.exportPerson(id), 'privacy.manage'],
      ['post', privacyApiPaths.erasePerson(id), 'participants.erase'],
      ['delete', privacyApiPaths.eraseGuest(id, id), 'participants.erase'],
    ] as const;
    for (const [method, path, permission] of calls) {
      world.user = undefined;
      expect((await world.call(method, path, {})).status).toBe(401);
      for (const role of ROLES) {
        world.user = { ...world.staff, roles: [role] };
        const { status } = await world.call(method, path, {});
        expect([path, role, status === 403]).toEqual([path, role, !may([role], permission)]);
      }
    }
  });

  describe('one person', () => {
    let person: string;

    beforeEach(async () => {
      person = await world.aPerson('ada.sample@city.example', { name: 'Ada Sample' });
      const other = await world.aPerson('ada.older@city.example', {
        name: 'Ada Sample',
        merged_into_id: person,
      });
      await world.aRegistration(session, person, { name: 'Ada Sample' });
      const later = await world.aSession(series, '2026-10-15T12:00:00Z', { state: 'published' });
      await world.aRegistration(later, person, { name: 'Ada Sample' });
      await world.aMail(person, {
        to_address: 'ada.sample@city.example',
        unsubscribe_url: 'https://reihe.example/news/secret',
      });
      const importId = await world.aReport(session);
      await world.anAttendee(session, {
        importId,
        name: 'Ada S.',
        email: 'ada.sample@city.example',
        participant_id: person,
      });
      await world.row('attendance_decisions', {
        ...{
          id: randomUUID(),
          series_id: series,
          key: 'name:ada s|',
          participant_id: person,
          reason: 'Wrote so',
        },
        decided_at: '2025-01-16T12:00:00Z',
      });
      await world.row('participant_merges', {
        ...{
          id: randomUUID(),
          kept_id: person,
          absorbed_id: other,
          staff_id: randomUUID(),
          reason: 'Ada said so',
        },
        ...{ moved_ids: [], ended_ids: [], merged_at: '2025-01-16T12:00:00Z' },
      });
      await world.row('link_requests', {
        ...{
          id: randomUUID(),
          email_key: 'ada.older@city.example',
          language: 'en',
          created_at: '2025-01-16T12:00:00Z',
        },
      });
      await world.recount();
    });

    it('is shown to have so much stored of them before it goes', async () => {
      expect(await world.answer<PersonHoldings>('get', privacyApiPaths.person(person))).toMatchObject({
        ...{ participantId: person, name: 'Ada Sample', placesToCome: 1 },
        held: { people: 2, registrations: 2, mails: 1, attendees: 1, lines: 1, decisions: 1 },
      });
    });

    it('is erased at a click: no trace is left in any table but that it happened, for which request and by whom', async () => {
      await world
        .call('post', privacyApiPaths.erasePerson(person), { reference: 'File 2026/114' })
        .expect(204);
      expect(await world.traces(['ada.', 'ada s', 'wrote so', 'news/secret'])).toEqual([]);
      const { items } = await world.answer<Page<PrivacyRecord>>('get', privacyApiPaths.records);
      expect(items[0]).toMatchObject({
        ...{ kind: 'erase', subjectId: person, by: 'Sample administrator', isByThemselves: false },
        ...{ reference: 'File 2026/114' },
        counts: { people: 2, registrations: 2, lines: 1 },
      });
      await expect(world.query(`UPDATE privacy_records SET reference = 'another'`)).rejects.toThrow(
        'on record for good',
      );
      await world.call('post', privacyApiPaths.erasePerson(person), {}).expect(404);
      await world.call('get', privacyApiPaths.person(person)).expect(404);
    });

    it('is told everything at a click, what reports of meetings say of them too, and that is on record', async () => {
      const { body } = await world
        .call('post', privacyApiPaths.exportPerson(person), { reference: 'File 2026/115' })
        .responseType('blob')
        .expect(200)
        .expect('Content-Type', 'application/zip')
        .expect('Cache-Control', 'no-store');
      const files = unzipSync(new Uint8Array(body as Buffer));
      expect(Object.keys(files)).toEqual(['my-data.json', 'my-data.html']);
      expect(JSON.parse(strFromU8(files['my-data.json'] ?? new Uint8Array()))).toMatchObject({
        person: { email: 'ada.sample@city.example' },
        meetingReports: [
          {
            ...{
              name: 'Ada S.',
              role: 'attendee',
              matchedBy: 'staff',
              minutesInAll: 60,
              countsAsAttended: true,
            },
            lines: [{ from: '2025-01-15T12:15:00+00:00', until: '2025-01-15T13:15:00+00:00', minutes: null }],
          },
        ],
        decisionsAboutNames: [{ nameInReports: 'name:ada s|', reason: 'Wrote so' }],
        otherAddresses: [{ email: 'ada.older@city.example' }],
      });
      const { items } = await world.answer<Page<PrivacyRecord>>('get', privacyApiPaths.records);
      expect(items[0]).toMatchObject({ kind: 'export', subjectId: person, reference: 'File 2026/115' });
      expect(
        await world.query(`SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id`, [person]),
      ).toEqual([{ action: 'participant.export' }]);
    });
  });

  describe('a guest of whom nobody knows who it is', () => {
    it('is erased one by one, with what was decided of the name', async () => {
      const importId = await world.aReport(session);
      const [ada, other] = [
        await world.anAttendee(session, { importId, name: 'Ada Sample', key: 'name:ada sample|' }),
        await world.anAttendee(session, { importId, name: 'Bo Sample', key: 'name:bo sample|' }),
      ];
      await world.row('attendance_decisions', {
        ...{
          id: randomUUID(),
          series_id: series,
          key: 'name:ada sample|',
          role: 'host',
          reason: '',
          decided_at: '2025-01-16T12:00:00Z',
        },
      });
      await world.recount();
      const before = await world.figures();
      await world.call('delete', privacyApiPaths.eraseGuest(session, ada)).expect(204);
      expect(await world.traces(['ada s'])).toEqual([]);
      expect(await world.figures()).toEqual(before);
      expect(await world.query(`SELECT name FROM attendees WHERE id = $1`, [other])).toEqual([
        { name: 'Bo Sample' },
      ]);
      await world.call('delete', privacyApiPaths.eraseGuest(session, ada)).expect(404);
      const { items } = await world.answer<Page<PrivacyRecord>>('get', privacyApiPaths.records);
      expect(items[0]).toMatchObject({
        kind: 'erase-guest',
        subjectId: ada,
        counts: { guests: 1, lines: 1, decisions: 1 },
      });
    });

    it('is somebody else once it is known who: they are erased as the person', async () => {
      const importId = await world.aReport(session);
      const participant_id = await world.aPerson('ada.sample@city.example');
      const known = await world.anAttendee(session, { importId, name: 'Ada Sample', participant_id });
      expect(await world.problem('delete', privacyApiPaths.eraseGuest(session, known))).toMatchObject({
        code: 'participant.not-found',
      });
    });
  });

  describe('figures as a run froze them', () => {
    it('are told in words of the reader, each with its origin, whatever is counted later', async () => {
      for (let at = 0; at < 2; at += 1)
        await world.aRegistration(session, await world.aPerson(`person-${at}@city.example`));
      const importId = await world.aReport(session);
      await world.anAttendee(session, { importId, name: 'Guest' });
      await world.recount();
      await world.answer('put', privacyApiPaths.seriesRule(series), RULE);
      await world.byNight(RETENTION_JOB);
      await world.aRegistration(session, await world.aPerson('late@city.example'));
      const { items } = await world.answer<Page<RetentionRun>>('get', privacyApiPaths.runs);
      const { figures, ...frozen } = await world.answer<RunFigures>(
        'get',
        privacyApiPaths.runFigures(items[0]?.id ?? ''),
      );
      expect(frozen).toEqual({
        ...{ seriesId: series, seriesTitle: `Series ${series.slice(0, 8)}` },
        asOf: world.clock.now().toISOString().replace('.000', ''),
      });
      const whole = { part: 'series', of: '', country: null };
      const there = { part: 'session', of: `Session ${session.slice(0, 8)}`, country: null };
      expect(figures).toEqual(
        expect.arrayContaining([
          { ...whole, measure: 'participants', value: 2, origin: 'counted' },
          { ...whole, measure: 'guests', value: 1, origin: 'imported' },
          { ...there, measure: 'participations', value: 2, origin: 'counted' },
          { ...there, measure: 'guests', value: 1, origin: 'imported' },
          {
            ...{ part: 'city', of: 'Lviv', country: 'UA', measure: 'participants', value: 2 },
            origin: 'counted',
          },
          {
            ...{ part: 'organisation', of: '', country: null, measure: 'participants', value: 2 },
            origin: 'counted',
          },
          {
            ...{ part: 'places-per-person', of: '1', country: null, measure: 'participants', value: 2 },
            origin: 'counted',
          },
        ]),
      );
    });

    it('are of runs alone that went through', async () => {
      const failed = await world.row('retention_runs', {
        ...{ id: randomUUID(), series_id: series, outcome: 'failed', session_ids: [session], counts: {} },
        ...{ changed: ['rows'], at: NOW },
      });
      expect(await world.problem('get', privacyApiPaths.runFigures(failed))).toMatchObject({
        code: 'request.not-found',
      });
    });
  });

  describe('the overview', () => {
    const overview = () => world.answer<PrivacyOverview>('get', privacyApiPaths.overview);
    const of = async () => (await overview()).series.find(({ seriesId }) => seriesId === series);

    it('says of each series what is kept and until when, by which rule, and what is due', async () => {
      const person = await world.aPerson('ada.sample@city.example');
      await world.aRegistration(session, person);
      await world.aMail(person, { thread_id: `<session-${session}.${person}@reihe.example>` });
      expect(await of()).toMatchObject({
        ...{ rule: { months: null, version: 0, isOwn: false }, lastEndsAt: '2025-01-15T13:30:00Z' },
        ...{
          goesFrom: null,
          goesUntil: null,
          isDue: false,
          held: { people: 1, registrations: 1, mails: 1, answers: 0 },
        },
      });
      await world.answer('put', privacyApiPaths.defaultRule, { ...RULE, months: 24 });
      expect(await of()).toMatchObject({
        ...{ rule: { months: 24, isOwn: false }, goesFrom: '2027-01-15T13:30:00Z', isDue: false },
      });
      await world.answer('put', privacyApiPaths.seriesRule(series), RULE);
      expect(await of()).toMatchObject({
        ...{ rule: { months: 12, version: 1, isOwn: true }, goesUntil: '2026-01-15T13:30:00Z', isDue: true },
      });
      await world.byNight(RETENTION_JOB);
      expect(await of()).toMatchObject({
        ...{ goesFrom: null, isDue: false, held: { people: 0, registrations: 0, mails: 0 } },
      });
      expect((await overview()).people).toBe(0);
      const { items } = await world.answer<Page<RetentionRun>>('get', privacyApiPaths.runs);
      expect(items[0]).toMatchObject({ seriesId: series, outcome: 'done', startedBy: null, sessions: 1 });
    });

    it('says what is kept beside it: speakers, mails about several sessions or none, and mails to others', async () => {
      await world.query(`TRUNCATE speakers CASCADE`);
      const person = await world.aPerson('ada.sample@city.example');
      await world.aRegistration(session, person);
      await world.aMail(person);
      await world.aMail(person, { to_address: '' });
      const letter = await world.aMail(person);
      const message = await world.row('messages', { id: randomUUID(), series_id: series, selection: {} });
      await world.row('message_recipients', {
        ...{ message_id: message, participant_id: person, position: 1, registration_ids: [] },
        ...{ outcome: 'written', outbox_id: letter },
      });
      await world.aMail(person, {
        ...{ participant_id: null, to_address: 'speaker@city.example' },
        thread_id: `<session-${session}.abc@reihe.example>`,
      });
      const speaker = await world.row('speakers', { id: randomUUID(), name: 'Bo Sample' });
      await world.row('speakers', { id: randomUUID(), name: 'Bo Sample', merged_into: speaker });
      expect(await overview()).toMatchObject({ other: { speakers: 1, mails: 1, mailsToOthers: 1 } });
      expect(await of()).toMatchObject({ held: { mails: 1 } });
    });

    it('lets nobody set a rule over one that another set meanwhile, and writes down who set which', async () => {
      const path = privacyApiPaths.seriesRule(series);
      expect(await world.answer('put', path, RULE)).toEqual({
        months: 12,
        countsFrom: 'series',
        version: 1,
        isOwn: true,
      });
      expect(await world.problem('put', path, { ...RULE, months: 6 })).toMatchObject({
        code: 'version.outdated',
      });
      expect(await world.answer('put', path, { ...RULE, months: null, version: 1 })).toMatchObject({
        months: null,
        version: 2,
      });
      expect(await world.answer('put', path, { ...RULE, version: 2, isOwn: false })).toEqual({
        ...{ months: null, countsFrom: 'series', version: 0, isOwn: false },
      });
      expect(
        await world.query(
          `SELECT before, after FROM audit_entries WHERE action = 'series.retention' AND subject_id = $1 ORDER BY id`,
          [series],
        ),
      ).toEqual([
        { before: null, after: { months: 12, countsFrom: 'series' } },
        { before: { months: 12, countsFrom: 'series' }, after: { months: null, countsFrom: 'series' } },
        { before: { months: null, countsFrom: 'series' }, after: null },
      ]);
      expect(await world.problem('put', privacyApiPaths.seriesRule(randomUUID()), RULE)).toMatchObject({
        code: 'series.not-found',
      });
      expect(await world.problem('put', path, { ...RULE, months: 0 })).toMatchObject({
        code: 'request.invalid',
      });
    });
  });
});
