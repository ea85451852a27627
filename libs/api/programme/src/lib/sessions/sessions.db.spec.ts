import { SessionWriter } from '@reihe/api-platform';
import {
  apiPaths,
  NO_MEETING,
  type Page,
  type Series,
  type Session,
  type SessionListItem,
} from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { ProgrammeApp } from '../testing/programme-app';
import { SessionStates } from './session-states.service';

describe('sessions', () => {
  let programme: ProgrammeApp;
  let series: Series;
  let slugs = 0;
  const aSlug = () => `session-${++slugs}`;
  const bodyOf = (session: Session, change: object = {}) => ({ ...saveSessionOf(session), ...change });
  const save = (session: Session, change: object) =>
    programme.answer<Session>('put', apiPaths.session(session.id), bodyOf(session, change));
  const refusal = (session: Session, change: object) =>
    programme.problem('put', apiPaths.session(session.id), bodyOf(session, change));

  beforeAll(async () => {
    programme = await ProgrammeApp.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    series = await programme.aSeries(aSaveSeries());
  });
  afterAll(() => programme.close());
  beforeEach(() => {
    programme.observer.told.length = 0;
    programme.observer.isFailing = false;
  });

  it('are kept whole: agenda, contributions as of that session, languages, terms, window, meeting', async () => {
    const speaker = await programme.aSpeaker();
    const category = await programme.aTerm('category', 'water', { en: 'Water' });
    const part = {
      speakerId: speaker,
      role: 'speaker',
      city: 'Lviv',
      country: 'UA',
      translations: { en: { position: 'Head of water', organisation: 'City of Lviv', topic: 'Pipes' } },
    };
    const body = aSaveSession({
      seriesId: series.id,
      slug: aSlug(),
      interpretation: ['de'],
      categoryIds: [category, category],
      capacity: 40,
      registrationOpensAt: '2026-09-01T00:00:00Z',
      registrationClosesAt: '2026-10-05T22:00:00Z',
      meeting: {
        provider: 'jitsi',
        url: 'https://meet.example/room',
        meetingId: '81 22',
        passcode: 'secret-word',
        dialIn: [{ label: 'Ukraine', number: '+380 (44) 555-01', pin: '77#' }],
        hostNotes: 'Start the recording by hand.',
        account: 'Water room',
        opensBefore: 0,
      },
      translations: {
        en: { title: 'Leaking pipes', abstract: 'Why they leak.' },
        de: { title: 'Undichte Rohre', abstract: '' },
      },
      agenda: [
        {
          kind: 'talk',
          startsAfter: 10,
          durationMinutes: 30,
          translations: { en: { title: 'Where water goes', description: '' } },
          contributions: [part as never],
        },
      ],
      contributions: [{ role: 'moderator', translations: {} } as never],
    });
    const created = await programme.answer<Session>('post', apiPaths.sessions, body);
    expect(created).toMatchObject({
      version: 1,
      state: 'draft',
      startsAt: '2026-10-06T12:00:00Z',
      endsAt: '2026-10-06T14:00:00Z',
      startsLocal: '2026-10-06T14:00',
      capacity: 40,
      categoryIds: [category],
      meeting: body.meeting,
      translations: body.translations,
      agenda: [{ kind: 'talk', startsAfter: 10, contributions: [part] }],
      contributions: [{ role: 'moderator', speakerId: null, city: '', country: null }],
    });
    expect(await programme.answer('get', apiPaths.session(created.id))).toEqual(created);
    const again = await save(created, {});
    expect(again.version).toBe(2);
    expect({ ...bodyOf(again), version: 1 }).toEqual(bodyOf(created));
  });

  it('have access with defaults where a body says little, and tell what is wrong at its field', async () => {
    const body = aSaveSession({ seriesId: series.id, slug: aSlug() });
    const session = await programme.answer<Session>('post', apiPaths.sessions, body);
    expect(session.meeting).toEqual(NO_MEETING);
    const wrong = {
      ...NO_MEETING,
      url: 'zoommtg://meet.example/1',
      dialIn: [{ label: '', number: 'ask', pin: '' }],
      opensBefore: -1,
    };
    const problem = await programme.problem('put', apiPaths.session(session.id), {
      ...body,
      version: session.version,
      meeting: wrong,
    });
    expect(problem.fields).toEqual(
      expect.arrayContaining([
        { path: 'meeting.url', code: 'scheme-not-allowed' },
        { path: 'meeting.dialIn.0.label', code: 'required' },
        { path: 'meeting.dialIn.0.number', code: 'wrong-format' },
        { path: 'meeting.opensBefore', code: 'too-small', limit: 0 },
      ]),
    );
    const none = await programme.problem('post', apiPaths.sessions, {
      ...body,
      slug: aSlug(),
      meeting: { url: 'meet.example/1', passcode: '' },
    });
    expect(none.fields).toEqual([{ path: 'meeting.url', code: 'no-link' }]);
  });

  it('keep what a speaker answered through every save, until somebody else is named', async () => {
    const [speaker, other] = [await programme.aSpeaker('One'), await programme.aSpeaker('Other')];
    const part = { speakerId: speaker, role: 'speaker' as const, city: '', country: null, translations: {} };
    const item = (title: string, contributions: object[]) => ({
      kind: 'talk',
      startsAfter: 0,
      durationMinutes: 10,
      translations: { en: { title, description: '' } },
      contributions,
    });
    const session = await programme.aSession(
      aSaveSession({ seriesId: series.id, slug: aSlug(), contributions: [part, part] }),
    );
    const [kept] = session.contributions;
    const answered = async () => {
      const rows = await programme.database.dataSource.query<object[]>(
        `SELECT id, invitation_state AS state, agenda_item_id IS NULL AS whole FROM contributions
         WHERE session_id = $1 AND invitation_state <> 'none'`,
        [session.id],
      );
      return rows;
    };
    await programme.database.dataSource.query(
      `UPDATE contributions SET invitation_state = 'confirmed' WHERE id = $1`,
      [kept?.id],
    );
    // Into a new part of the agenda, from there into another while the first goes, and back.
    let saved = await save(session, { agenda: [item('First', [kept ?? {}])], contributions: [] });
    expect(await answered()).toEqual([{ id: kept?.id, state: 'confirmed', whole: false }]);
    const [moved] = saved.agenda[0]?.contributions ?? [];
    saved = await save(saved, { agenda: [item('Second', [moved ?? {}])] });
    saved = await save(saved, {
      agenda: [],
      contributions: [
        { ...part, id: kept?.id },
        { ...part, id: kept?.id },
      ],
    });
    expect(await answered()).toEqual([{ id: kept?.id, state: 'confirmed', whole: true }]);
    expect(saved.contributions).toHaveLength(2);
    await save(saved, { contributions: [{ ...part, id: kept?.id, speakerId: other }] });
    expect(await answered()).toEqual([]);
  });

  it('name the entry that goes on where they are saved with one that was merged into it', async () => {
    const [kept, absorbed] = [await programme.aSpeaker('Kept'), await programme.aSpeaker('Absorbed')];
    const part = { speakerId: absorbed, role: 'speaker' as const, city: '', country: null, translations: {} };
    const session = await programme.aSession(
      aSaveSession({ seriesId: series.id, slug: aSlug(), contributions: [part] }),
    );
    await programme.database.dataSource.query(`UPDATE speakers SET merged_into = $1 WHERE id = $2`, [
      kept,
      absorbed,
    ]);
    const saved = await save(session, {});
    expect(saved.contributions).toMatchObject([{ speakerId: kept }]);
  });

  it('ask about a time that clocks jump over, and name its neighbours', async () => {
    const problem = await programme.problem(
      'post',
      apiPaths.sessions,
      aSaveSession({
        seriesId: series.id,
        slug: aSlug(),
        startsLocal: '2026-03-29T02:30',
        endsLocal: '2026-03-29T05:00',
      }),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'time.nonexistent',
      details: { field: 'startsLocal', candidates: ['2026-03-29T01:30', '2026-03-29T03:30'] },
    });
  });

  it('ask about a time that comes twice, take the answer, and do not ask again while it stands', async () => {
    const body = aSaveSession({
      seriesId: series.id,
      slug: aSlug(),
      startsLocal: '2026-10-25T02:30',
      endsLocal: '2026-10-25T05:00',
    });
    const problem = await programme.problem('post', apiPaths.sessions, body);
    expect(problem).toMatchObject({
      code: 'time.ambiguous',
      details: { field: 'startsLocal', candidates: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'] },
    });
    const created = await programme.answer<Session>('post', apiPaths.sessions, {
      ...body,
      clockChoice: 'later',
    });
    expect(created.startsAt).toBe('2026-10-25T01:30:00Z');
    expect((await save(created, { capacity: 7 })).startsAt).toBe('2026-10-25T01:30:00Z');
  });

  it('take for a draft the instants that are known, where their times alone would be asked about', async () => {
    const times = {
      startsLocal: '2026-10-25T02:30',
      endsLocal: '2026-10-25T02:30',
      timeZone: 'Europe/Berlin',
    };
    const body = aSaveSession({ seriesId: series.id, slug: aSlug(), ...times });
    const writer = programme.get(SessionWriter);
    const known = {
      ...times,
      startsAt: new Date('2026-10-25T00:30:00Z'),
      endsAt: new Date('2026-10-25T01:30:00Z'),
    };
    expect(await writer.create(body, programme.staff, known)).toMatchObject({
      state: 'draft',
      startsAt: '2026-10-25T00:30:00Z',
      endsAt: '2026-10-25T01:30:00Z',
    });
    await expect(writer.create(body, programme.staff)).rejects.toMatchObject({ code: 'time.ambiguous' });
  });

  it('end after they begin, and close registration after it opened', async () => {
    const draft = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }), 'draft');
    expect((await refusal(draft, { endsLocal: draft.startsLocal })).fields).toEqual([
      { path: 'endsLocal', code: 'end-before-start' },
    ]);
    const window = {
      registrationOpensAt: '2026-09-02T00:00:00Z',
      registrationClosesAt: '2026-09-01T00:00:00Z',
    };
    expect((await refusal(draft, window)).fields).toEqual([
      { path: 'registrationClosesAt', code: 'end-before-start' },
    ]);
  });

  it('refuse an old version and name the newer one; the first of two at once wins', async () => {
    const draft = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }), 'draft');
    const answers = await Promise.all(
      ['One', 'Two'].map((title) =>
        programme.call('put', apiPaths.session(draft.id), bodyOf(draft, { translations: { en: { title } } })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const problem = await refusal(draft, {});
    expect(problem).toMatchObject({ status: 409, code: 'version.outdated', details: { current: 2 } });
  });

  it('keep their address once published, and never share one', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }));
    expect((await refusal(session, { slug: aSlug() })).code).toBe('session.slug-fixed');
    const draft = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }), 'draft');
    const taken = await refusal(draft, { slug: session.slug });
    expect(taken).toMatchObject({
      code: 'session.slug-taken',
      fields: [{ path: 'slug', code: 'already-used' }],
    });
  });

  it('are refused with the field when they name what does not exist', async () => {
    const draft = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }), 'draft');
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await refusal(draft, { seriesId: nobody })).fields).toEqual([
      { path: 'seriesId', code: 'not-allowed' },
    ]);
    expect((await refusal(draft, { regionIds: [nobody] })).fields?.[0]?.path).toBe('regionIds');
    const part = { speakerId: nobody, role: 'speaker', translations: {} };
    expect((await refusal(draft, { contributions: [part] })).fields?.[0]?.path).toBe('contributions');
  });

  it('are not published without a title in the default language of the series', async () => {
    const draft = await programme.aSession(
      aSaveSession({
        seriesId: series.id,
        slug: aSlug(),
        translations: { de: { title: 'Rohre', abstract: '' } },
      }),
      'draft',
    );
    const problem = await programme.problem('post', apiPaths.publishSession(draft.id), { version: 1 });
    expect(problem).toMatchObject({ code: 'session.incomplete', details: { gaps: ['no-default-language'] } });
  });

  it('move along their states only, and tell why they do not', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }));
    const { version } = session;
    expect((await programme.problem('post', apiPaths.publishSession(session.id), { version })).code).toBe(
      'session.wrong-state',
    );
    expect(await programme.problem('post', apiPaths.holdSession(session.id), { version })).toMatchObject({
      code: 'session.wrong-state',
      details: { reason: 'not-begun' },
    });
  });

  it('tell who is registered when they move, with the time before, and raise the calendar’s sequence', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }));
    const moved = await save(session, { startsLocal: '2026-10-06T15:00', endsLocal: '2026-10-06T17:00' });
    expect(moved.sequence).toBe(1);
    expect(programme.observer.told).toEqual([
      {
        moved: {
          sessionId: session.id,
          previousStartsAt: new Date('2026-10-06T12:00:00Z'),
          previousEndsAt: new Date('2026-10-06T14:00:00Z'),
        },
      },
    ]);
    const renamed = await save(moved, { translations: { en: { title: 'Leaking pipes, again' } } });
    expect(renamed.sequence).toBe(2);
    const same = await save(renamed, {
      translations: { en: { title: 'Leaking pipes, again', abstract: 'New' } },
    });
    expect(same.sequence).toBe(2);
    expect(programme.observer.told).toHaveLength(1);
  });

  it('tell nobody while they are drafts', async () => {
    const draft = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }), 'draft');
    const moved = await save(draft, { startsLocal: '2026-10-06T13:00', capacity: 3 });
    expect(moved.sequence).toBe(0);
    expect(programme.observer.told).toEqual([]);
  });

  it('are cancelled with the reason, told in the same transaction: a failing observer undoes it', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }));
    const cancellation = { version: session.version, reason: 'The speaker is ill.' };
    programme.observer.isFailing = true;
    await programme.call('post', apiPaths.cancelSession(session.id), cancellation).expect(500);
    expect((await programme.answer<Session>('get', apiPaths.session(session.id))).state).toBe('published');
    programme.observer.isFailing = false;
    const cancelled = await programme.answer<Session>(
      'post',
      apiPaths.cancelSession(session.id),
      cancellation,
    );
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: 'The speaker is ill.', sequence: 1 });
    expect(programme.observer.told).toEqual([{ cancelled: session.id }]);
  });

  it('refuse a capacity below the confirmed with the number, and tell of any other', async () => {
    const session = await programme.aSession(
      aSaveSession({ seriesId: series.id, slug: aSlug(), capacity: 5 }),
    );
    await programme.register(session.id, 3, 'confirmed');
    const problem = await refusal(session, { capacity: 2 });
    expect(problem).toMatchObject({
      status: 409,
      code: 'session.capacity-below-confirmed',
      details: { confirmed: 3 },
    });
    expect((await save(session, { capacity: 3 })).capacity).toBe(3);
    expect(programme.observer.told).toEqual([{ capacity: session.id }]);
  });

  it('become held once they ended, by whichever worker comes first', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }));
    const states = programme.get(SessionStates);
    const held = (now: string) => states.holdEndedSessions(new Date(now));
    expect(await held('2026-10-06T13:59:59Z')).toBe(0);
    const counts = await Promise.all([held('2027-01-01T00:00:00Z'), held('2027-01-01T00:00:00Z')]);
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThan(0);
    expect((await programme.answer<Session>('get', apiPaths.session(session.id))).state).toBe('held');
  });

  it('are listed with their figures, filtered, searched and paged, in one statement', async () => {
    const other = await programme.aSeries(aSaveSeries({ slug: 'another-series' }));
    for (const day of ['07', '08', '09'])
      await programme.aSession(
        aSaveSession({
          seriesId: other.id,
          slug: aSlug(),
          capacity: 2,
          startsLocal: `2026-10-${day}T10:00`,
          endsLocal: `2026-10-${day}T11:00`,
          meeting: { url: 'https://meet.example/x', passcode: '' },
        }),
      );
    const page = await programme.answer<Page<SessionListItem>>(
      'get',
      `${apiPaths.sessions}?series=${other.id}&state=published&q=LEAK&page=2&pageSize=2&lang=en`,
    );
    expect(page).toMatchObject({ total: 3, page: 2, pageSize: 2 });
    expect(page.items).toMatchObject([
      {
        seriesTitle: 'Water and cities',
        title: 'Leaking pipes',
        capacity: 2,
        confirmed: 0,
        hasMeetingLink: true,
      },
    ]);
    const beyond = await programme.answer<Page<SessionListItem>>(
      'get',
      `${apiPaths.sessions}?series=${other.id}&page=9`,
    );
    expect(beyond).toMatchObject({ items: [], total: 3 });
    expect(await programme.statementsOf(() => programme.answer('get', apiPaths.sessions))).toHaveLength(1);
  });

  it('leave who, when, what, before and after in the audit log, and neither link nor name', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }));
    await save(session, {
      capacity: 9,
      meeting: {
        url: 'https://meet.example/hidden',
        passcode: 'hidden-word',
        dialIn: [{ label: 'Kyiv', number: '+380 44 555 019', pin: '' }],
        hostNotes: 'hidden-note',
        account: 'hidden-account',
      },
    });
    const entries = await programme.database.dataSource.query<Record<string, unknown>[]>(
      `SELECT action, actor_id, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
      [session.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'session.create',
      'session.publish',
      'session.save',
    ]);
    expect(entries[2]).toMatchObject({
      actor_id: programme.organiser.id,
      before: { capacity: null, hasMeetingLink: false },
      after: { capacity: 9, hasMeetingLink: true, meeting: 'changed' },
    });
    expect(JSON.stringify(entries)).not.toMatch(/meet\.example|hidden-|555 019/);
  });

  it('are written by organisers, read by editors, and closed to others', async () => {
    const session = await programme.aSession(aSaveSession({ seriesId: series.id, slug: aSlug() }), 'draft');
    programme.user = { ...programme.organiser, roles: ['editor'] };
    await programme.call('get', apiPaths.session(session.id)).expect(200);
    await programme.call('put', apiPaths.session(session.id), bodyOf(session)).expect(403);
    programme.user = undefined;
    await programme.call('get', apiPaths.session(session.id)).expect(401);
    programme.user = programme.organiser;
  });
});
