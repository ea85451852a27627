import type { TestDatabase } from '@reihe/api-persistence';
import {
  apiPaths,
  NO_MEETING,
  publicPaths,
  type HomePage,
  type Page,
  type Series,
  type SeriesPage,
  type Session,
  type SessionPage,
  type SessionTeaser,
} from '@reihe/shared-contracts';
import { aSaveSeries, aSaveSession, FixedClock, saveSessionOf } from '@reihe/shared-testing';
import { PublicProgrammeApp } from './testing/public-programme-app';

const MEETING = {
  ...NO_MEETING,
  url: 'https://meet.example/very-secret',
  meetingId: 'id-sesame',
  passcode: 'open-sesame',
  dialIn: [{ label: 'Land-sesame', number: '+49 555 0199', pin: 'pin-sesame' }],
  hostNotes: 'notes-sesame',
  account: 'account-sesame',
};

describe('what readers see of the programme', () => {
  let programme: PublicProgrammeApp;
  let series: Series;
  let past: Session;
  let next: Session;
  let cancelled: Session;

  const read = async <T>(path: string) => {
    programme.user = undefined;
    const answer = await programme.answer<T>('get', path).finally(() => (programme.user = programme.staff));
    return answer;
  };
  const slugs = (sessions: SessionTeaser[]) => sessions.map(({ slug }) => slug);
  beforeAll(async () => {
    programme = await PublicProgrammeApp.openAt(new FixedClock('2026-10-01T08:00:00Z'));
    const named = (name: string) => ({ en: name, de: `${name} (deutsch)` });
    const europe = await programme.aTerm('region', 'europe', named('europe'));
    const east = await programme.aTerm('region', 'east', named('east'), europe);
    const water = await programme.aTerm('category', 'water', { en: 'Water' });
    series = await programme.aSeries(
      aSaveSeries({
        categoryIds: [water],
        translations: {
          en: { title: 'Water and cities', summary: 'Cities learn.', host: 'Sample host', commissioner: '' },
          de: { title: 'Wasser und Städte', summary: 'Städte lernen.', host: 'Beispiel', commissioner: '' },
        },
      }),
    );
    const speaker = await programme.aSpeaker('Sample Speaker', 'speaker@example.org');
    const part = {
      speakerId: speaker,
      role: 'speaker' as const,
      city: 'Lviv',
      country: 'UA',
      translations: { en: { position: 'Head', organisation: 'City', topic: '' } },
    };
    const at = (day: string) => ({ startsLocal: `${day}T14:00`, endsLocal: `${day}T16:00` });
    const inSeries = { seriesId: series.id, meeting: MEETING };
    past = await programme.aSession(
      aSaveSession({
        ...inSeries,
        slug: 'past',
        ...at('2026-09-01'),
        languages: ['fr'],
        regionIds: [east],
      }),
    );
    next = await programme.aSession(
      aSaveSession({
        ...inSeries,
        slug: 'next',
        ...at('2026-10-06'),
        capacity: 10,
        categoryIds: [water],
        interpretation: ['de'],
        translations: { en: { title: 'Leaking pipes', abstract: 'Why pipes leak.' } },
        agenda: ['First', 'Second'].map((title, index) => ({
          kind: 'talk' as const,
          startsAfter: index * 30,
          durationMinutes: 30,
          translations: { en: { title, description: '' } },
          contributions: [part],
        })),
        contributions: [
          { ...part, speakerId: null, role: 'moderator', city: 'Belo Horizonte', country: 'BR' },
        ],
      }),
    );
    const later = await programme.aSession(
      aSaveSession({ ...inSeries, slug: 'cancelled', kind: 'closing', ...at('2026-10-20') }),
    );
    cancelled = await programme.answer<Session>('post', apiPaths.cancelSession(later.id), {
      version: later.version,
      reason: 'No room on the line.',
    });
    await programme.aSession(aSaveSession({ ...inSeries, slug: 'draft', ...at('2026-10-07') }), 'draft');
    const hidden = await programme.aSeries(aSaveSeries({ slug: 'hidden-series' }), 'draft');
    await programme.aSession(
      aSaveSession({ seriesId: hidden.id, slug: 'of-hidden-series', meeting: MEETING, ...at('2026-10-08') }),
    );
    await programme.register(next.id, 7, 'confirmed');
    await publishRecap(programme.database.dataSource, { seriesId: series.id, sessionId: past.id });
  });
  afterAll(() => programme.close());

  it('shows a series with its sessions in one flow, its recaps, and what they can be filtered by', async () => {
    const page = await read<SeriesPage>(`${apiPaths.seriesPage(series.slug)}?lang=en`);
    expect(page.series).toMatchObject({
      title: 'Water and cities',
      host: 'Sample host',
      language: 'en',
      languages: ['de', 'en'],
      categories: [{ slug: 'water', name: 'Water' }],
    });
    expect(slugs(page.sessions)).toEqual(['past', 'next', 'cancelled']);
    expect(page.recaps).toMatchObject([
      {
        slug: 'what-we-learnt',
        title: 'What we learnt',
        seriesSlug: series.slug,
        heldOn: [{ startsAt: '2026-09-01T12:00:00Z', timeZone: 'Europe/Berlin' }],
      },
    ]);
    expect(page.filters).toMatchObject({
      regions: [{ slug: 'east' }],
      categories: [{ slug: 'water' }],
      languages: [{ value: 'de' }, { value: 'en' }, { value: 'fr' }],
      kinds: [{ value: 'exchange' }, { value: 'closing' }],
    });
    expect(page.series.figures).toContainEqual(
      expect.objectContaining({ measure: 'participants', value: 7, origin: 'counted' }),
    );
  });

  it('says what one can do about each session now', async () => {
    const { sessions } = await read<SeriesPage>(apiPaths.seriesPage(series.slug));
    expect(sessions.map(({ seats }) => [seats.phase, seats.placesLeft])).toEqual([
      ['held', null],
      ['few', 3],
      ['cancelled', null],
    ]);
  });

  it('does not count seats that are only held: a form would tell by them whether an address is registered', async () => {
    const [person] = await programme.database.dataSource.query<{ id: string }[]>(
      `INSERT INTO participants (email, email_key, language, time_zone)
       VALUES ('holder@city.example', 'holder@city.example', 'en', 'UTC') RETURNING id`,
    );
    await programme.database.dataSource.query(
      `INSERT INTO registrations (session_id, participant_id, held_until, language, time_zone, privacy_notice)
       VALUES ($1, $2, '2026-10-01T09:00:00Z', 'en', 'UTC', '1')`,
      [next.id, person?.id],
    );
    const { sessions } = await read<SeriesPage>(apiPaths.seriesPage(series.slug));
    expect(sessions.find(({ slug }) => slug === 'next')?.seats).toMatchObject({
      phase: 'few',
      placesLeft: 3,
    });
  });

  it.each([
    ['region=europe', ['past']],
    ['region=east', ['past']],
    ['category=water', ['next']],
    ['language=fr', ['past']],
    ['language=de', ['next']],
    ['kind=closing', ['cancelled']],
    ['when=upcoming', ['next', 'cancelled']],
    ['when=past', ['past']],
    ['when=upcoming&category=water', ['next']],
    ['region=nowhere', []],
  ])('filters the programme by %s', async (filter, expected) => {
    const page = await read<SeriesPage>(`${apiPaths.seriesPage(series.slug)}?${filter}`);
    expect(slugs(page.sessions)).toEqual(expected);
    const list = await read<Page<SessionTeaser>>(`${apiPaths.programme}?series=${series.slug}&${filter}`);
    expect(list.total).toBe(expected.length);
    expect(slugs(list.items).sort()).toEqual([...expected].sort());
  });

  it('refuses a filter that is none', async () => {
    const problem = await programme.problem('get', `${apiPaths.seriesPage(series.slug)}?kind=party&sneaky=1`);
    expect(problem.fields).toEqual(
      expect.arrayContaining([
        { path: 'kind', code: 'not-allowed' },
        { path: 'sneaky', code: 'unknown-field' },
      ]),
    );
  });

  it('pages and searches the programme of all series', async () => {
    const list = await read<Page<SessionTeaser>>(`${apiPaths.programme}?pageSize=1&page=2&lang=en`);
    expect(list).toMatchObject({ total: 3, page: 2, pageSize: 1, items: [{ slug: 'next' }] });
    const found = await read<Page<SessionTeaser>>(`${apiPaths.programme}?q=WHY%20PIPES`);
    expect(slugs(found.items)).toEqual(['next']);
  });

  it('shows a session with its agenda at its times, speakers once each, and the recaps about it', async () => {
    const page = await read<SessionPage>(`${apiPaths.sessionPage('next')}?lang=en`);
    expect(page).toMatchObject({
      title: 'Leaking pipes',
      abstract: 'Why pipes leak.',
      uid: `session-${next.id}@reihe`,
      sequence: 0,
      availableLanguages: ['en'],
      cancelReason: null,
      agenda: [
        { title: 'First', startsAt: '2026-10-06T12:00:00Z', endsAt: '2026-10-06T12:30:00Z' },
        { title: 'Second', startsAt: '2026-10-06T12:30:00Z', endsAt: '2026-10-06T13:00:00Z' },
      ],
      contributions: [{ role: 'moderator', name: null, city: 'Belo Horizonte', country: 'BR' }],
    });
    expect(page.speakers).toMatchObject([{ name: null }, { name: 'Dr. Sample Speaker', city: 'Lviv' }]);
    expect(page.agenda[1]?.contributions).toHaveLength(1);
    expect((await read<SessionPage>(apiPaths.sessionPage('past'))).recaps).toHaveLength(1);
    const off = await read<SessionPage>(apiPaths.sessionPage(cancelled.slug));
    expect(off).toMatchObject({ cancelReason: 'No room on the line.', seats: { phase: 'cancelled' } });
  });

  it('speaks the reader’s language where a text exists, and names the language of each where it does not', async () => {
    const page = await read<SeriesPage>(`${apiPaths.seriesPage(series.slug)}?lang=de`);
    expect(page.series).toMatchObject({ title: 'Wasser und Städte', language: 'de' });
    expect(page.sessions[0]).toMatchObject({
      seriesTitle: 'Wasser und Städte',
      title: 'Leaking pipes',
      language: 'en',
      regions: [{ name: 'east (deutsch)', language: 'de' }],
    });
  });

  it('shows the running series, what comes next and where people came from on the home page', async () => {
    const page = await read<HomePage>(apiPaths.homePage);
    expect(page.running).toMatchObject({ series: { slug: series.slug }, nextSession: { slug: 'next' } });
    expect(slugs(page.nextSessions)).toEqual(['next']);
    expect(page.latestRecaps).toHaveLength(1);
    expect(page.cities).toEqual([
      { city: 'Belo Horizonte', country: 'BR', latitude: expect.any(Number), longitude: expect.any(Number) },
      { city: 'Lviv', country: 'UA', latitude: expect.any(Number), longitude: expect.any(Number) },
    ]);
    expect(page.figures.length).toBeGreaterThan(0);
    expect(page.earlierSeries).toEqual([]);
  });

  it('never shows a draft, nor a session of a series that is a draft', async () => {
    for (const path of [
      apiPaths.sessionPage('draft'),
      apiPaths.sessionPage('of-hidden-series'),
      apiPaths.sessionPage('never-was'),
      apiPaths.seriesPage('hidden-series'),
    ]) {
      expect((await programme.problem('get', path)).status).toBe(404);
    }
    for (const address of [
      publicPaths.sessionCalendar('draft'),
      publicPaths.sessionCalendar('of-hidden-series'),
      publicPaths.seriesCalendar('hidden-series'),
    ]) {
      await programme.http('get', address).expect(404);
    }
  });

  it('holds the meeting link, its passcode and the speaker’s address in no public answer', async () => {
    programme.user = undefined;
    const answers = await Promise.all(
      [
        ...[apiPaths.homePage, apiPaths.programme, apiPaths.seriesPage(series.slug)].map(
          (path) => `/api/v1${path}`,
        ),
        ...['past', 'next', 'cancelled'].map((slug) => `/api/v1${apiPaths.sessionPage(slug)}`),
        ...['past', 'next', 'cancelled'].map(publicPaths.sessionCalendar),
        publicPaths.seriesCalendar(series.slug),
      ].map((address) => programme.http('get', address).expect(200)),
    );
    programme.user = programme.staff;
    for (const { text } of answers) {
      expect(text.length).toBeGreaterThan(100);
      expect(text).not.toMatch(
        /meet\.example|-sesame|555 0199|meetingId|hostNotes|opensBefore|speaker@example|"draft"|of-hidden-series|hidden-series/,
      );
    }
    const staff = await programme.call('get', apiPaths.session(next.id));
    expect(staff.text).toContain('open-sesame');
  });

  it('hands out what is for everybody, and holds what is for registered people in no public answer', async () => {
    await programme.database.dataSource.query(
      `INSERT INTO materials (session_id, position, kind, audience, titles, url, file_name, mime_type, byte_size, sha256) VALUES
         ($1, 1, 'recording', 'registered', '{"en": "Sluice title"}', 'https://sluice.example/1', NULL, NULL, NULL, NULL),
         ($1, 2, 'slides', 'registered', '{"en": "Sluice slides"}', NULL, 'sluice.pdf', 'application/pdf', 7, 'x'),
         ($1, 3, 'link', 'public', '{"de": "Für alle"}', 'https://open.example', NULL, NULL, NULL, NULL)`,
      [past.id],
    );
    const { materials } = await read<SessionPage>(apiPaths.sessionPage('past'));
    expect(materials).toMatchObject([
      { kind: 'link', title: 'Für alle', language: 'de', href: 'https://open.example', file: null },
    ]);
    programme.user = undefined;
    const answers = await Promise.all(
      [
        ...[
          apiPaths.homePage,
          apiPaths.programme,
          apiPaths.seriesPage(series.slug),
          apiPaths.sessionPage('past'),
        ].map((path) => `/api/v1${path}`),
        publicPaths.sessionCalendar('past'),
        publicPaths.seriesCalendar(series.slug),
      ].map((address) => programme.http('get', address).expect(200)),
    );
    programme.user = programme.staff;
    for (const { text } of answers) expect(text).not.toMatch(/sluice/i);
  });

  it.each([
    ['home', apiPaths.homePage],
    ['series', apiPaths.seriesPage('water-and-cities')],
    ['session', apiPaths.sessionPage('next')],
    ['programme', apiPaths.programme],
  ])('reads the %s page with one statement', async (_page, path) => {
    const statements = await programme.statementsOf(() => read(path));
    expect(statements).toHaveLength(1);
  });

  it('offers calendars for a session and a series, without a link to the meeting, in step with changes', async () => {
    const { text, headers } = await programme.http(
      'get',
      `${publicPaths.seriesCalendar(series.slug)}?lang=en`,
    );
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const file = text.replaceAll('\r\n ', '');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(file).toContain(`UID:session-${next.id}@reihe`);
    expect(file).toContain('https://reihe.example/en/sessions/next');
    expect(file).toContain('STATUS:CANCELLED');
    expect(file).toContain('NAME:Water and cities');
    const moved = await programme.answer<Session>('put', apiPaths.session(past.id), {
      ...saveSessionOf(past),
      endsLocal: '2026-09-01T17:00',
    });
    expect(moved.sequence).toBe(1);
    const one = await programme.http('get', publicPaths.sessionCalendar('past')).expect(200);
    expect(one.text).toMatch(/SEQUENCE:1/);
  });

  it('lists the latest first when it looks back', async () => {
    const earlier = await programme.aSeries(aSaveSeries({ slug: 'an-earlier-series' }));
    for (const day of ['03', '01', '02'])
      await programme.aSession(
        aSaveSession({
          seriesId: earlier.id,
          slug: `june-${day}`,
          startsLocal: `2026-06-${day}T10:00`,
          endsLocal: `2026-06-${day}T11:00`,
        }),
      );
    const ofSeries = `${apiPaths.programme}?series=${earlier.slug}`;
    const all = await read<Page<SessionTeaser>>(ofSeries);
    expect(slugs(all.items)).toEqual(['june-01', 'june-02', 'june-03']);
    const past = await read<Page<SessionTeaser>>(`${ofSeries}&when=past`);
    expect(slugs(past.items)).toEqual(['june-03', 'june-02', 'june-01']);
  });

  it.each([
    ['published_recap_teasers', 'series_id', 'ix_recaps_'],
    ['public_contributions', 'session_id', 'ix_contributions_session_id'],
    ['published_series_teasers', 'series_id', 'pk_series'],
    ['region_terms', 'region_id', 'pk_regions'],
  ])('reads %s as a part of the plan, by %s through its index', async (view, column, index) => {
    const plan = await programme.database.dataSource.transaction(async (manager) => {
      // So few rows are read faster without an index: what matters is that one can be used.
      await manager.query(`SET LOCAL enable_seqscan = off`);
      const rows = await manager.query<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT * FROM ${view}('{en}') WHERE ${column} = '${series.id}'`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).not.toContain('Function Scan');
    expect(plan).toContain(index);
  });
});

/** A recap that is published, with a working copy that already says something else. */
async function publishRecap(
  dataSource: TestDatabase['dataSource'],
  { seriesId, sessionId }: { seriesId: string; sessionId: string },
): Promise<void> {
  const insert = async (sql: string, parameters: unknown[]): Promise<string> => {
    const [row] = await dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, parameters);
    if (!row) throw new Error('Nothing was inserted.');
    return row.id;
  };
  const recapId = await insert(
    `INSERT INTO recaps (series_id, state, published_on, current_revision) VALUES ($1, 'published', '2026-09-10', 1)`,
    [seriesId],
  );
  const revisionId = await insert(
    `INSERT INTO recap_revisions (recap_id, number, byline, gallery, session_ids, category_ids, region_ids)
     VALUES ($1, 1, 'Sample', '{}', ARRAY[$2::uuid], '{}', '{}')`,
    [recapId, sessionId],
  );
  await dataSource.query(
    `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
     VALUES ($1, 'en', 'What we learnt', 'A lead.', '{}', '', '')`,
    [revisionId],
  );
  await dataSource.query(
    `INSERT INTO recap_translations (recap_id, language, title, body) VALUES ($1, 'en', 'Not yet published', '{}')`,
    [recapId],
  );
  await dataSource.query(
    `INSERT INTO recap_addresses (language, slug, recap_id, is_current, published_at)
     VALUES ('en', 'what-we-learnt', $1, false, now()), ('en', 'not-yet-published', $1, true, NULL)`,
    [recapId],
  );
}
