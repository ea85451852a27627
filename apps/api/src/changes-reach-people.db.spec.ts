import { MailModule } from '@reihe/api-mail';
import { FeatureApp, JobsModule, PortalRenderer } from '@reihe/api-platform';
import { ProgrammeModule } from '@reihe/api-programme';
import { PublicProgrammeModule } from '@reihe/api-public-programme';
import { RegistrationModule } from '@reihe/api-registration';
import { RegistrationDeskModule } from '@reihe/api-registration-desk';
import {
  apiPaths,
  type ChangePreview,
  type PendingChangeAnswer,
  type Series,
  type Session,
  type SessionPage,
} from '@reihe/shared-contracts';
import type { DecisionPreview } from '@reihe/shared-registration';
import { aRegister, aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { ThrottlerModule } from '@nestjs/throttler';
import ICAL from 'ical.js';

interface Mail {
  to: string;
  template: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  isHeld: boolean;
}

const OWN_ADDRESS = /https:\/\/reihe\.example\/join\/[\w-]{43}\b/;

/** What the calendar part says, read by another library than the one that wrote it. */
function entryOf(mail: Mail | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(mail?.calendar ?? '') as [string, never, never]);
  const event = calendar.getFirstSubcomponent('vevent');
  const value = (name: string) => event?.getFirstPropertyValue(name);
  return {
    method: calendar.getFirstPropertyValue('method'),
    zones: calendar.getAllSubcomponents('vtimezone').length,
    uid: value('uid'),
    sequence: Number(value('sequence')),
    status: value('status'),
    start: String(value('dtstart')),
  };
}

describe('changes of sessions, whole: programme, registration and mail', () => {
  let app: FeatureApp;
  let series: Series;
  let session: Session;
  let slugs = 0;
  const [seated, waiting, speaker] = ['seated@city.example', 'waiting@city.example', 'speaker@city.example'];

  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);
  const mails = (to: string) =>
    query<Mail>(
      `SELECT to_address AS to, template, language, subject, text, html, calendar, send_after > now() AS "isHeld"
       FROM outbox_messages WHERE to_address = $1 ORDER BY created_at`,
      [to],
    );
  const newsTo = async (to: string) =>
    (await mails(to)).filter(({ template }) => /^(session|meeting)-/.test(template));
  const bodyOf = (change: object) => ({ ...saveSessionOf(session), ...change });
  const save = async (change: object) => {
    session = await app.answer<Session>('put', apiPaths.session(session.id), bodyOf(change));
    return session;
  };
  const cancel = async (change: object = {}) => {
    const body = { version: session.version, reason: 'The river rose.', ...change };
    session = await app.answer<Session>('post', apiPaths.cancelSession(session.id), body);
  };
  const pending = async () =>
    (await app.answer<PendingChangeAnswer>('get', apiPaths.pendingChange(session.id))).change;
  const undo = async () => {
    const change = await pending();
    session = await app.answer<Session>('post', apiPaths.undoChange(session.id, change?.id ?? ''));
    return session;
  };
  const toWednesday = { startsLocal: '2026-10-07T14:00', endsLocal: '2026-10-07T16:00' };
  const toThursday = { startsLocal: '2026-10-08T14:00', endsLocal: '2026-10-08T16:00' };
  /** As a worker leaves what is due. */
  const allSent = () => query(`UPDATE outbox_messages SET state = 'sent', sent_at = now(), attempts = 1`);
  const feedEntry = async () => {
    const { text } = await app.http('get', `/calendar/sessions/${session.slug}.ics`);
    return entryOf({ calendar: text } as Mail);
  };

  /** As registering leaves it; only so many may really register within a minute. */
  async function add(
    email: string,
    state: 'confirmed' | 'waitlisted',
    language: string,
    timeZone: string,
  ): Promise<void> {
    await query(
      `WITH person AS (
         INSERT INTO participants (email, email_key, name, language, time_zone, verified_at)
         VALUES ($2, $2, 'Mara', $4, $5, now()) ON CONFLICT (email_key) DO UPDATE SET name = 'Mara' RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, queue_number, name, language, time_zone, privacy_notice)
       SELECT $1, id, $3, CASE WHEN $3 = 'waitlisted' THEN nextval('registration_queue') END, 'Mara', $4, $5, '1'
       FROM person`,
      [session.id, email, state, language, timeZone],
    );
  }

  async function register(email: string, change: object = {}): Promise<void> {
    await app.call('post', apiPaths.register, aRegister({ email, sessionSlugs: [session.slug], ...change }));
    const mail = (await mails(email)).at(-1);
    const [, token] = /\/register\/confirm\/([\w-]+)/.exec(mail?.text ?? '') ?? [];
    await app.answer('post', apiPaths.confirm, { token });
  }

  beforeAll(async () => {
    const portal = { render: () => Promise.resolve({ status: 200, html: '' }) };
    app = await FeatureApp.open({
      clock: new FixedClock('2026-09-01T08:00:00Z'),
      rootRoutes: ['/calendar/sessions/:slug.ics', '/calendar/series/:slug.ics'],
      modules: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 10_000 }]),
        {
          module: class Surroundings {},
          global: true,
          providers: [{ provide: PortalRenderer, useValue: portal }],
          exports: [PortalRenderer],
        },
        JobsModule,
        MailModule,
        ProgrammeModule,
        PublicProgrammeModule,
        RegistrationModule,
        RegistrationDeskModule,
      ],
    });
    series = await app.answer<Series>('post', apiPaths.series, aSaveSeries());
    await app.answer('post', apiPaths.publishSeries(series.id), { version: series.version });
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    await query(`DELETE FROM outbox_messages`);
    await query(`DELETE FROM contributions`);
    await query(`DELETE FROM speakers`);
    const [row] = await query<{ id: string }>(
      `INSERT INTO speakers (title, name, email) VALUES ('Dr.', 'Ada Sample', $1) RETURNING id`,
      [speaker],
    );
    const created = await app.answer<Session>(
      'post',
      apiPaths.sessions,
      aSaveSession({
        seriesId: series.id,
        slug: `session-${(slugs += 1)}`,
        capacity: 1,
        meeting: { url: 'https://meet.example/first-room', passcode: 'tide-1' },
        translations: { en: { title: 'Pipes', abstract: '' }, de: { title: 'Rohre', abstract: '' } },
        contributions: [
          { speakerId: row?.id ?? null, role: 'moderator', city: '', country: null, translations: {} },
        ],
      }),
    );
    session = await app.answer('post', apiPaths.publishSession(created.id), { version: created.version });
    await add(seated ?? '', 'confirmed', 'en', 'Asia/Kolkata');
    await add(waiting ?? '', 'waitlisted', 'de', 'America/Sao_Paulo');
    session = await app.answer('get', apiPaths.session(session.id));
  });

  it('tell a new time to people with a place, people who wait and speakers, each in their words and zones', async () => {
    await save(toWednesday);
    const [seat] = await newsTo(seated ?? '');
    expect(seat).toMatchObject({ template: 'session-moved', language: 'en', isHeld: true });
    expect(seat?.text).toContain('Your time: Wednesday, 7 October 2026, 17:30–19:30 (India Standard Time)');
    expect(seat?.text).toContain(
      'Host’s time: Wednesday, 7 October 2026, 14:00–16:00 (Central European Summer',
    );
    expect(seat?.text).toContain('It was to be: Tuesday, 6 October 2026, 17:30–19:30 (India Standard Time)');
    expect(seat?.text).toContain('In the host’s time it was to be: Tuesday, 6 October 2026, 14:00–16:00');
    expect(seat?.text).toMatch(OWN_ADDRESS);
    expect(`${seat?.text}${seat?.html}${seat?.calendar}`).not.toMatch(/first-room|tide-1/);
    expect(entryOf(seat)).toEqual({
      method: 'REQUEST',
      zones: 1,
      uid: `session-${session.id}@reihe`,
      sequence: 1,
      status: 'CONFIRMED',
      start: '2026-10-07T14:00:00',
    });
    expect(await feedEntry()).toMatchObject({ uid: entryOf(seat).uid, sequence: 1, status: 'CONFIRMED' });

    const [wait] = await newsTo(waiting ?? '');
    expect(wait).toMatchObject({ template: 'session-moved', language: 'de', calendar: null });
    expect(wait?.text).toContain('Ihre Zeit: Mittwoch, 7. Oktober 2026');
    expect(wait?.text).toContain('Geplant war: Dienstag, 6. Oktober 2026');
    expect(`${wait?.text}${wait?.html}`).not.toMatch(/first-room|tide-1/);

    const [part] = await newsTo(speaker ?? '');
    expect(part).toMatchObject({ template: 'session-moved', language: 'en' });
    expect(part?.text).toContain('Dear Dr. Ada Sample,');
    expect(part?.text).toContain('Your part: moderator');
    expect(part?.text).toMatch(OWN_ADDRESS);
    expect(`${part?.text}${part?.html}${part?.calendar}`).not.toMatch(/first-room|tide-1/);
    expect(part?.text).not.toContain('/register/manage/');
    expect(entryOf(part)).toMatchObject({ method: 'REQUEST', sequence: 1 });
  });

  it('tell of another link people with a place and speakers, who keep their own address; who waits has none that could change', async () => {
    await save({ meeting: { url: 'https://meet.example/second-room', passcode: 'tide-2' } });
    for (const to of [seated, speaker]) {
      const [mail] = await newsTo(to ?? '');
      expect(mail?.template).toBe('meeting-changed');
      expect(mail?.text).toMatch(OWN_ADDRESS);
      expect(mail?.text).toContain('Your own address above stays the same');
      expect(`${mail?.text}${mail?.html}${mail?.calendar}`).not.toMatch(/second-room|tide-2/);
      expect(entryOf(mail)).toMatchObject({ method: 'REQUEST', sequence: 1 });
    }
    expect(await newsTo(waiting ?? '')).toEqual([]);
  });

  it('leave a changed link untold where that is wished, and the calendar’s number as it is; a new time never', async () => {
    await save({ meeting: { url: 'https://meet.example/second-room', passcode: '' }, isQuiet: true });
    expect(session.sequence).toBe(0);
    expect(await newsTo(seated ?? '')).toEqual([]);
    await save({ ...toWednesday, isQuiet: true });
    expect(await newsTo(seated ?? '')).toHaveLength(1);
  });

  it('tell of both in one mail where both changed', async () => {
    await save({ ...toWednesday, meeting: { url: 'https://meet.example/second-room', passcode: '' } });
    const told = await newsTo(seated ?? '');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('It was to be: Tuesday, 6 October 2026');
    expect(told[0]?.text).toContain('Your own address above stays the same');
  });

  it('tell why a session is cancelled, and take it out of every calendar; the feed keeps it as cancelled', async () => {
    await cancel();
    const [seat] = await newsTo(seated ?? '');
    expect(seat?.text).toContain('> The river rose.');
    expect(entryOf(seat)).toMatchObject({ method: 'CANCEL', sequence: 1, status: 'CANCELLED', zones: 1 });
    expect(await feedEntry()).toMatchObject({ uid: entryOf(seat).uid, sequence: 1, status: 'CANCELLED' });
    expect((await newsTo(waiting ?? ''))[0]).toMatchObject({ language: 'de', calendar: null });
    expect(entryOf((await newsTo(speaker ?? ''))[0])).toMatchObject({ method: 'CANCEL', sequence: 1 });
  });

  it('carry the organiser’s sentence in the reader’s language, else in the other, marked as such', async () => {
    await save({ ...toWednesday, announcement: { en: 'Sorry for <the> trouble.' } });
    expect((await newsTo(seated ?? ''))[0]?.text).toContain('> Sorry for <the> trouble.');
    const [wait] = await newsTo(waiting ?? '');
    expect(wait?.html).toContain('<blockquote lang="en"');
    expect(wait?.html).toContain('Sorry for &lt;the&gt; trouble.');
  });

  it('write to a speaker who is registered too once, as a speaker, in the zone given when registering', async () => {
    await query(`UPDATE speakers SET email = upper($1)`, [waiting]);
    await save(toWednesday);
    const told = await newsTo(waiting ?? '');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ language: 'de' });
    expect(told[0]?.text).toContain('Ihr Beitrag: Moderation');
    expect(told[0]?.text).toMatch(OWN_ADDRESS);
  });

  it('write to a speaker in the language of their own, and not to one who declined', async () => {
    await query(`UPDATE speakers SET language = 'de'`);
    await save(toWednesday);
    expect(await newsTo(speaker ?? '')).toMatchObject([{ template: 'session-moved', language: 'de' }]);
    await query(`UPDATE contributions SET invitation_state = 'declined'`);
    await allSent();
    await save(toThursday);
    expect(await newsTo(speaker ?? '')).toHaveLength(1);
    expect(await newsTo(seated ?? '')).toHaveLength(2);
  });

  it('show the mails before they go, as they will be, and leave nothing behind', async () => {
    await query(`DELETE FROM outbox_messages`);
    const [links] = await query<{ count: number }>(`SELECT count(*)::int FROM participant_links`);
    const preview = await app.answer<ChangePreview>(
      'post',
      apiPaths.previewChange(session.id),
      bodyOf({ ...toWednesday, announcement: { de: 'Bitte entschuldigen Sie.' } }),
    );
    expect(preview).toMatchObject({ kinds: ['moved'], canBeQuiet: false, people: 2, speakers: 1 });
    expect(preview.mails.map(({ audience, language, people }) => [audience, language, people])).toEqual(
      expect.arrayContaining([
        ['seat', 'en', 1],
        ['waiting', 'de', 1],
        ['speaker', 'en', 1],
      ]),
    );
    expect(preview.mails.find(({ language }) => language === 'de')?.text).toContain(
      '> Bitte entschuldigen Sie.',
    );
    expect(await query(`SELECT FROM outbox_messages`)).toEqual([]);
    expect(await query(`SELECT FROM session_changes WHERE session_id = $1`, [session.id])).toEqual([]);
    expect(await query(`SELECT count(*)::int FROM participant_links`)).toEqual([links]);
    const now = await app.answer<Session>('get', apiPaths.session(session.id));
    expect(now).toEqual(session);
  });

  it('write one mail of each kind for a look, however many people there are, and count them all', async () => {
    await query(
      `WITH people AS (
         INSERT INTO participants (email, email_key, name, language, time_zone)
         SELECT k, k, 'Many', 'en', 'UTC' FROM (SELECT gen_random_uuid() || '@example.org' AS k FROM generate_series(1, 40)) n
         RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, queue_number, name, language, time_zone, privacy_notice)
       SELECT $1, id, 'waitlisted', nextval('registration_queue'), 'Many', 'en', 'UTC', '1' FROM people`,
      [session.id],
    );
    const statements = await app.statementsOf(async () => {
      const preview = await app.answer<ChangePreview>(
        'post',
        apiPaths.previewChange(session.id),
        bodyOf(toWednesday),
      );
      expect(preview.people).toBe(42);
      expect(preview.mails).toHaveLength(4);
    });
    expect(statements.filter((sql) => sql.includes('INSERT INTO outbox_messages'))).toHaveLength(4);
  });

  it('refuse in the preview what saving would refuse', async () => {
    const body = bodyOf({ ...toWednesday, version: session.version - 1 });
    const refusal = await app.problem('post', apiPaths.previewChange(session.id), body);
    expect(refusal.code).toBe('version.outdated');
    const reason = { version: session.version, reason: '' };
    expect((await app.problem('post', apiPaths.previewCancellation(session.id), reason)).fields).toEqual([
      expect.objectContaining({ path: 'reason' }),
    ]);
    app.user = undefined;
    await app.call('post', apiPaths.previewChange(session.id), body).expect(401);
    app.user = app.staff;
  });

  it('can be undone as long as nobody was told: the session is as it was, no mail goes, both are in the audit log', async () => {
    const before = session;
    await save({ ...toWednesday, meeting: { url: 'https://meet.example/second-room', passcode: '' } });
    expect(await pending()).toMatchObject({ kinds: ['moved', 'meeting'], messages: 3 });
    expect((await pending())?.secondsLeft).toBeGreaterThan(25);
    await undo();
    const lasting = (value: object) =>
      JSON.stringify(value, (key, one: unknown) =>
        ['id', 'version', 'sequence'].includes(key) ? undefined : one,
      );
    expect(lasting(session)).toEqual(lasting(before));
    for (const to of [seated, waiting, speaker]) expect(await newsTo(to ?? '')).toEqual([]);
    // Not back to 0: the feed may have given the changed entry out with 1.
    expect(session.sequence).toBe(1);
    expect(await feedEntry()).toMatchObject({ sequence: 1, start: '2026-10-06T14:00:00' });
    expect(await pending()).toBeNull();
    const audit = await query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`,
      [session.id],
    );
    expect(audit.map(({ action }) => action).slice(-2)).toEqual(['session.save', 'session.undo']);
  });

  it('undo a cancellation: the session is public and registrable again', async () => {
    await cancel();
    await undo();
    expect(session).toMatchObject({ state: 'published', cancelReason: null });
    expect(await newsTo(seated ?? '')).toEqual([]);
  });

  it('are not undone twice, nor once a mail has gone, nor after their time, nor over somebody else’s change', async () => {
    await save(toWednesday);
    const first = (await pending())?.id ?? '';
    await undo();
    expect((await app.problem('post', apiPaths.undoChange(session.id, first))).code).toBe(
      'session.undo-too-late',
    );

    await save(toWednesday);
    const second = (await pending())?.id ?? '';
    await query(
      `UPDATE outbox_messages SET state = 'sending', attempts = 1 WHERE change_id = $1 AND to_address = $2`,
      [second, seated],
    );
    expect(await app.problem('post', apiPaths.undoChange(session.id, second))).toMatchObject({
      code: 'session.undo-too-late',
      details: { told: 1 },
    });
    expect(await newsTo(waiting ?? '')).toHaveLength(1);
    expect((await app.answer<Session>('get', apiPaths.session(session.id))).startsLocal).toBe(
      '2026-10-07T14:00',
    );

    await allSent();
    await save(toThursday);
    const third = (await pending())?.id ?? '';
    await query(`UPDATE session_changes SET undo_until = now() WHERE id = $1`, [third]);
    expect(await pending()).toBeNull();
    expect((await app.problem('post', apiPaths.undoChange(session.id, third))).code).toBe(
      'session.undo-too-late',
    );

    await save(toWednesday);
    const fourth = (await pending())?.id ?? '';
    await save({ interpretation: ['de'] });
    expect(await pending()).toBeNull();
    expect((await app.problem('post', apiPaths.undoChange(session.id, fourth))).code).toBe(
      'version.outdated',
    );
  });

  it('made quickly after one another are one mail: from the time people knew to the one that holds', async () => {
    await save(toWednesday);
    await save({ ...toThursday, meeting: { url: 'https://meet.example/second-room', passcode: '' } });
    const told = await newsTo(seated ?? '');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('It was to be: Tuesday, 6 October 2026');
    expect(told[0]?.text).toContain('Thursday, 8 October 2026');
    expect(told[0]?.text).not.toContain('Wednesday');
    expect(entryOf(told[0]).sequence).toBe(2);
    await cancel();
    const [ended] = await newsTo(seated ?? '');
    expect(await newsTo(seated ?? '')).toHaveLength(1);
    expect(ended).toMatchObject({ template: 'session-cancelled' });
    expect(ended?.text).toContain('Tuesday, 6 October 2026');
  });

  it('that lead back to what people knew are no mail at all', async () => {
    await save(toWednesday);
    await save({ startsLocal: '2026-10-06T14:00', endsLocal: '2026-10-06T16:00' });
    for (const to of [seated, waiting, speaker]) expect(await newsTo(to ?? '')).toEqual([]);
  });

  it('begin with the time each person was really told, where one of the mails has gone', async () => {
    await save(toWednesday);
    await query(
      `UPDATE outbox_messages SET state = 'sending', attempts = 1 WHERE to_address = $1 AND state = 'queued'`,
      [seated],
    );
    await save(toThursday);
    expect((await newsTo(seated ?? '')).at(-1)?.text).toContain('It was to be: Wednesday, 7 October 2026');
    const [part] = await newsTo(speaker ?? '');
    expect(part?.text).toContain('It was to be: Tuesday, 6 October 2026');
  });

  it('undone after another one leave that one told', async () => {
    await save(toWednesday);
    await save(toThursday);
    await undo();
    expect(session.startsLocal).toBe('2026-10-07T14:00');
    const told = await newsTo(seated ?? '');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('It was to be: Tuesday, 6 October 2026');
    expect(told[0]?.text).toContain('Wednesday, 7 October 2026');
    // Higher than anything the feed gave out: this is a request of its own.
    expect(entryOf(told[0]).sequence).toBe(3);
    expect(session.sequence).toBe(3);
  });

  it('undone are corrected to whoever registered meanwhile and so knows the changed time', async () => {
    await save({ capacity: null });
    await allSent();
    await save(toWednesday);
    await register('late@city.example');
    await undo();
    const [correction, ...more] = await newsTo('late@city.example');
    expect(more).toEqual([]);
    expect(correction?.text).toContain('It was to be: Wednesday, 7 October 2026');
    expect(correction?.isHeld).not.toBe(true);
    const confirmed = (await mails('late@city.example')).find(
      ({ template }) => template === 'registration-confirmed',
    );
    expect(entryOf(correction).sequence).toBeGreaterThan(entryOf(confirmed).sequence);
    expect(await newsTo(seated ?? '')).toEqual([]);
  });

  it('undone leave seats given that they gave, for who got one has been told', async () => {
    await save({ ...toWednesday, capacity: 2 });
    expect((await mails(waiting ?? '')).map(({ template }) => template)).toContain('promoted');
    await undo();
    expect(session).toMatchObject({ startsLocal: '2026-10-06T14:00', capacity: 2 });
    const [correction] = await newsTo(waiting ?? '');
    expect(correction?.text).toContain('Geplant war: Mittwoch, 7. Oktober 2026');
  });

  it('are not told to somebody who gave their place back meanwhile', async () => {
    await save(toWednesday);
    const [registration] = await query<{ id: string }>(
      `SELECT r.id FROM registrations r JOIN participants p ON p.id = r.participant_id
       WHERE p.email = $1 AND r.session_id = $2`,
      [seated, session.id],
    );
    const cancelling = { kind: 'cancel' as const, ids: [registration?.id ?? ''] };
    const { fingerprint } = await app.answer<DecisionPreview>('post', apiPaths.previewDecision, cancelling);
    await app.answer('post', apiPaths.makeDecision, { ...cancelling, fingerprint });
    expect((await newsTo(seated ?? '')).map(({ template }) => template)).toEqual([]);
  });

  it('are said on the public page while they are news, and not once they are undone', async () => {
    const movedFrom = async () =>
      (await app.answer<SessionPage>('get', apiPaths.sessionPage(session.slug))).movedFrom;
    expect(await movedFrom()).toBeNull();
    await save(toWednesday);
    await allSent();
    await save(toThursday);
    expect(await movedFrom()).toEqual({
      startsAt: '2026-10-06T12:00:00Z',
      endsAt: '2026-10-06T14:00:00Z',
    });
    await undo();
    expect((await movedFrom())?.startsAt).toBe('2026-10-06T12:00:00Z');
    await query(`UPDATE session_changes SET created_at = now() - interval '15 days' WHERE session_id = $1`, [
      session.id,
    ]);
    expect(await movedFrom()).toBeNull();
  });

  it('forget the former link once it is too late to undo', async () => {
    await save({ meeting: { url: 'https://meet.example/second-room', passcode: '' } });
    const kept = () =>
      query(`SELECT FROM session_changes c WHERE session_id = $1 AND c::text LIKE '%first-room%'`, [
        session.id,
      ]);
    expect(await kept()).toHaveLength(1);
    await undo();
    expect(await kept()).toEqual([]);
  });
});
