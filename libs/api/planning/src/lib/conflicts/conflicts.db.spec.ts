import { randomUUID } from 'node:crypto';
import { FeatureApp } from '@reihe/api-platform';
import { apiPaths } from '@reihe/shared-contracts';
import type { Conflict, SessionConflicts, TypedSession } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { PlanningModule } from '../planning.module';
import { anUnusedWriter } from '../testing/unused-writer';

const NOW = '2026-09-01T08:00:00Z';

describe('conflicts of the programme', () => {
  let app: FeatureApp;
  let seriesId: string;
  const regions: Record<string, string> = {};
  const query = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);

  async function insert(sql: string, parameters: unknown[]): Promise<string> {
    const id = randomUUID();
    await query(sql, [id, ...parameters]);
    return id;
  }
  const aSeries = () =>
    insert(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, $2, 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [randomUUID()],
    );
  async function aRegion(slug: string, parent: string | null, ...countries: string[]): Promise<void> {
    regions[slug] = await insert(
      `INSERT INTO regions (id, slug, parent_id, tint) VALUES ($1, $2, $3, 'europe')`,
      [slug, parent],
    );
    for (const country of countries)
      await query(`INSERT INTO region_countries (region_id, country) VALUES ($1, $2)`, [
        regions[slug],
        country,
      ]);
  }
  async function aSession(
    title: string,
    startsAt: string,
    setup: {
      regions?: string[];
      speakers?: string[];
      meeting?: string;
      state?: string;
      series?: string;
    } = {},
  ): Promise<string> {
    const id = await insert(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, meeting_url, cancel_reason)
       VALUES ($1, $2, $3, $4, 'exchange', $5, $5::timestamptz + interval '1 hour', $7, $7, 'UTC', '{en}', $6,
         CASE WHEN $4 = 'cancelled' THEN '-' END)`,
      [
        setup.series ?? seriesId,
        randomUUID(),
        setup.state ?? 'published',
        startsAt,
        setup.meeting ?? `https://meet.example/${title}`,
        startsAt.slice(0, 16),
      ],
    );
    await query(`INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    for (const region of setup.regions ?? [])
      await query(`INSERT INTO session_regions (session_id, region_id) VALUES ($1, $2)`, [
        id,
        regions[region],
      ]);
    for (const speaker of ['', ...(setup.speakers ?? [])])
      await query(
        `INSERT INTO contributions (session_id, speaker_id, role, position) VALUES ($1, $2, 'moderator', 0)`,
        [id, speaker || null],
      );
    return id;
  }
  const list = (filter = '') => app.answer<SessionConflicts[]>('get', `${apiPaths.conflicts}${filter}`);
  const codes = (found: SessionConflicts[]) =>
    found.map(({ title, conflicts }) => [title, ...conflicts.map(({ code }) => code)]);

  beforeAll(async () => {
    app = await FeatureApp.open({ clock: new FixedClock(NOW), modules: [anUnusedWriter(), PlanningModule] });
    seriesId = await aSeries();
    await aRegion('europe', null);
    await aRegion('west', regions['europe'] ?? null, 'DE', 'FR');
    await aRegion('east', regions['europe'] ?? null, 'UA');
    await aRegion('asia', null, 'IN');
    await aRegion('islands', null, 'NZ');
  });
  afterEach(async () => {
    await query(`DELETE FROM sessions`);
  });
  afterAll(() => app.close());

  it('are told of both sides, with names, over all series, in one statement', async () => {
    const ana = await insert(`INSERT INTO speakers (id, title, name) VALUES ($1, 'Dr.', 'Sample')`, []);
    const other = await aSeries();
    const here = { regions: ['west'], speakers: [ana], meeting: 'https://meet.example/room?pwd=1' };
    const first = await aSession('First', '2026-10-06T12:00:00Z', here);
    const second = await aSession('Second', '2026-10-06T12:30:00Z', {
      regions: ['europe'],
      speakers: [ana],
      meeting: 'https://meet.example/room',
      series: other,
    });
    let found: SessionConflicts[] = [];
    const statements = await app.statementsOf(async () => {
      found = await list();
    });
    expect(statements).toHaveLength(1);
    expect(codes(found)).toEqual([
      ['First', 'speaker-elsewhere', 'meeting-room-taken', 'same-audience'],
      ['Second', 'speaker-elsewhere', 'meeting-room-taken', 'same-audience'],
    ]);
    expect(found[0]?.conflicts[0]).toMatchObject({
      session: { id: second, title: 'Second', startsAt: '2026-10-06T12:30:00.000Z', timeZone: 'UTC' },
      speaker: { id: ana, name: 'Dr. Sample' },
    });
    expect(JSON.stringify(found)).not.toContain('meet.example');
    expect(codes(await list(`?series=${seriesId}`)).map(([title]) => title)).toEqual(['First']);
    expect(codes(await list(`?session=${first}`)).map(([title]) => title)).toEqual(['First']);
  });

  it('are told where one account hosts two meetings at once, whatever their links', async () => {
    const ids = [
      await aSession('One', '2026-10-06T12:00:00Z', { regions: ['west'] }),
      await aSession('Two', '2026-10-06T12:00:00Z', { regions: ['asia'] }),
    ];
    await query(`UPDATE sessions SET meeting_account = 'Team A' WHERE id = ANY ($1)`, [ids]);
    expect(codes(await list()).sort()).toEqual([
      ['One', 'meeting-room-taken'],
      ['Two', 'meeting-room-taken'],
    ]);
  });

  it('take a region for all below it, and brothers for strangers', async () => {
    await aSession('Whole', '2026-10-06T12:00:00Z', { regions: ['europe'] });
    await aSession('West', '2026-10-06T12:00:00Z', { regions: ['west'] });
    expect(codes(await list()).sort()).toEqual([
      ['West', 'same-audience'],
      ['Whole', 'same-audience'],
    ]);
    await query(`DELETE FROM sessions`);
    await aSession('East', '2026-10-06T12:00:00Z', { regions: ['east'] });
    await aSession('West', '2026-10-06T12:00:00Z', { regions: ['west'] });
    expect(await list()).toEqual([]);
  });

  it('name the holiday of the audience, the period that is left, and what is missing shortly before', async () => {
    await aSession('Feast', '2026-10-03T12:00:00Z', { regions: ['west'] });
    await aSession('Late', '2027-02-02T12:00:00Z', { regions: ['asia'] });
    const soon = await aSession('Soon', '2026-09-02T12:00:00Z', { regions: ['asia'], meeting: '' });
    await query(`DELETE FROM contributions WHERE session_id = $1`, [soon]);
    const found = await list();
    expect(codes(found)).toEqual([
      ['Soon', 'no-meeting-link', 'no-moderator'],
      ['Feast', 'holiday'],
      ['Late', 'outside-period'],
    ]);
    // In the reader's language, as the preview of a batch says it.
    expect(found[1]?.conflicts).toEqual([{ code: 'holiday', country: 'DE', name: 'National Holiday' }]);
    expect((await list('?lang=de'))[1]?.conflicts).toEqual([
      { code: 'holiday', country: 'DE', name: 'Tag der Deutschen Einheit' },
    ]);
    expect(found[2]?.conflicts).toEqual([
      { code: 'outside-period', startsOn: '2026-01-01', endsOn: '2026-12-31' },
    ]);
    expect(codes(await list('?days=14'))).toEqual([['Soon', 'no-meeting-link', 'no-moderator']]);
  });

  it('go by the day that it is in the other country', async () => {
    // Late on 5 February in UTC it is Waitangi Day in New Zealand, and a day later it is over there.
    await aSession('Eve', '2027-02-05T19:00:00Z', { regions: ['islands'] });
    await aSession('Day', '2027-02-06T19:00:00Z', { regions: ['islands'] });
    expect(codes(await list())).toEqual([
      ['Eve', 'holiday', 'outside-period'],
      ['Day', 'outside-period'],
    ]);
  });

  it('count nobody who declined: not as speaking elsewhere, not as moderating', async () => {
    const ana = await insert(`INSERT INTO speakers (id, name) VALUES ($1, 'Sample')`, []);
    const [soon] = [
      await aSession('Soon', '2026-09-02T12:00:00Z', { regions: ['west'], speakers: [ana] }),
      await aSession('There', '2026-09-02T12:00:00Z', { regions: ['asia'], speakers: [ana] }),
    ];
    expect(codes(await list()).sort()).toEqual([
      ['Soon', 'speaker-elsewhere'],
      ['There', 'speaker-elsewhere'],
    ]);
    await query(`UPDATE contributions SET invitation_state = 'declined' WHERE session_id = $1`, [soon]);
    expect(codes(await list())).toEqual([['Soon', 'no-moderator']]);
    const typed = { startsLocal: '2026-09-02T12:00', endsLocal: '2026-09-02T13:00', timeZone: 'UTC' };
    const audience = { regionIds: [regions['east'] ?? ''], speakerIds: [ana], meetingUrl: '' };
    const preview = { sessionId: null, seriesId, ...typed, ...audience, hasModerator: true };
    const met = await app.answer<Conflict[]>('post', apiPaths.conflictsPreview, preview);
    expect(met).toMatchObject([{ code: 'speaker-elsewhere', session: { title: 'There' } }]);
  });

  it('leave cancelled, held and past sessions alone', async () => {
    await aSession('Alive', '2026-10-06T12:00:00Z');
    await aSession('Cancelled', '2026-10-06T12:00:00Z', { state: 'cancelled' });
    await aSession('Past', '2026-08-31T12:00:00Z');
    await aSession('Past too', '2026-08-31T12:00:00Z');
    expect(await list()).toEqual([]);
  });

  describe('of what is being typed', () => {
    const typed = (change: Partial<TypedSession> = {}): TypedSession => ({
      sessionId: null,
      seriesId,
      startsLocal: '2026-10-06T14:00',
      endsLocal: '2026-10-06T15:00',
      timeZone: 'Europe/Berlin',
      regionIds: [],
      speakerIds: [],
      meetingUrl: '',
      hasModerator: false,
      ...change,
    });
    const preview = (change: Partial<TypedSession> = {}) =>
      app.answer<Conflict[]>('post', apiPaths.conflictsPreview, typed(change));

    it('are told before anything is saved, in one statement', async () => {
      const ana = await insert(`INSERT INTO speakers (id, name) VALUES ($1, 'Sample')`, []);
      const other = await aSession('Other', '2026-10-06T12:30:00Z', { regions: ['asia'], speakers: [ana] });
      let found: Conflict[] = [];
      const statements = await app.statementsOf(async () => {
        found = await preview({ speakerIds: [ana], regionIds: [regions['west'] ?? ''] });
      });
      expect(statements).toHaveLength(1);
      expect(found).toMatchObject([
        { code: 'speaker-elsewhere', session: { id: other }, speaker: { id: ana } },
      ]);
      expect((await preview()).map(({ code }) => code)).toEqual(['same-audience']);
      expect(await preview({ startsLocal: '2026-10-06T16:00', endsLocal: '2026-10-06T17:00' })).toEqual([]);
    });

    it('do not count the session itself, and know its state', async () => {
      const id = await aSession('Itself', '2026-09-02T12:00:00Z');
      const soon = { startsLocal: '2026-09-02T14:00', endsLocal: '2026-09-02T15:00' };
      expect((await preview({ sessionId: id, ...soon })).map(({ code }) => code)).toEqual([
        'no-meeting-link',
        'no-moderator',
      ]);
      expect(await preview(soon)).toMatchObject([{ code: 'same-audience' }]);
    });

    it('are none while the times make no sense, and take a doubtful hour for what it nearly is', async () => {
      expect(await preview({ endsLocal: '2026-10-06T13:00' })).toEqual([]);
      await aSession('Night', '2026-10-25T00:00:00Z');
      const night = { startsLocal: '2026-10-25T02:15', endsLocal: '2026-10-25T04:00' };
      expect(await preview(night)).toMatchObject([{ code: 'same-audience' }]);
    });
  });

  it('are for staff', async () => {
    app.user = undefined;
    expect((await app.call('get', apiPaths.conflicts)).status).toBe(401);
    app.user = app.staff;
  });
});
