import { apiPaths } from '@reihe/shared-contracts';
import {
  REGISTRATION_SORTS,
  type DeskQuestion,
  type DeskRegistrations,
  type ParticipantHistory,
} from '@reihe/shared-registration';
import { DeskApp } from '../testing/desk-app';

describe("the organiser's table", () => {
  let desk: DeskApp;
  let series: string;
  let pipes: string;
  let wells: string;
  let question: string;
  const option = '00000000-0000-4000-8000-0000000000aa';

  const list = (query: Record<string, string>) =>
    desk.answer<DeskRegistrations>(
      'get',
      `${apiPaths.deskRegistrations}?${new URLSearchParams({ lang: 'en', ...query }).toString()}`,
    );
  const names = async (query: Record<string, string>) => (await list(query)).items.map(({ name }) => name);

  async function aQuestion(): Promise<string> {
    const [form] = await desk.query<{ id: string }>(
      `INSERT INTO question_forms (series_id, purpose) VALUES ($1, 'registration') RETURNING id`,
      [series],
    );
    const [made] = await desk.query<{ id: string }>(
      `INSERT INTO questions (form_id, position, kind, texts, options)
       VALUES ($1, 0, 'choice', '{"en": {"label": "How do you come?", "hint": ""}}', $2) RETURNING id`,
      [form?.id, JSON.stringify([{ id: option, labels: { en: 'By train' } }])],
    );
    return made?.id ?? '';
  }

  beforeAll(async () => {
    desk = await DeskApp.openDesk();
    series = await desk.aSeries();
    pipes = await desk.aSession(series, 'Pipes');
    wells = await desk.aSession(series, 'Wells', '2026-10-07T12:00:00Z');
    question = await aQuestion();
    const anna = await desk.aPerson({ email: 'anna.m@water.example', name: 'Anna Müller' });
    const ben = await desk.aPerson({ email: 'ben@city.example', name: 'Ben 100 % Sample' });
    const cleo = await desk.aPerson({ email: 'cleo@city.example', name: 'Cleo' });
    const first = await desk.aRegistration({
      sessionId: pipes,
      participantId: anna,
      organisation: 'Water works',
      position: 'Engineer',
      country: 'DE',
      city: 'Köln',
      at: '2026-08-01T10:00:00Z',
    });
    await desk.aRegistration({
      sessionId: pipes,
      participantId: ben,
      state: 'waitlisted',
      origin: 'import',
      needs: 'Captions',
      at: '2026-08-02T10:00:00Z',
    });
    await desk.aRegistration({
      sessionId: pipes,
      participantId: cleo,
      state: 'waitlisted',
      language: 'de',
      at: '2026-08-03T10:00:00Z',
    });
    await desk.aRegistration({ sessionId: wells, participantId: anna, at: '2026-08-04T10:00:00Z' });
    await desk.query(
      `INSERT INTO join_hints (registration_id, session_id, first_at, last_at, presses) VALUES ($1, $2, now(), now(), 1)`,
      [first, pipes],
    );
    await desk.query(
      `INSERT INTO answers (registration_id, question_id, value, asked)
       VALUES ($1, $2, $3, '{"label": "How do you come?", "language": "en", "kind": "choice", "chosen": ["By train"]}')`,
      [first, question, JSON.stringify(option)],
    );
  });
  afterAll(() => desk.close());

  it('is of one session, or of a whole series with one row per registration', async () => {
    expect(await names({ session: pipes })).toEqual(['Anna Müller', 'Ben 100 % Sample', 'Cleo']);
    const whole = await list({ series });
    expect(whole.items.map(({ name, sessionTitle }) => [name, sessionTitle])).toEqual([
      ['Anna Müller', 'Pipes'],
      ['Ben 100 % Sample', 'Pipes'],
      ['Cleo', 'Pipes'],
      ['Anna Müller', 'Wells'],
    ]);
    expect([whole.total, whole.joinHints]).toEqual([4, 1]);
  });

  it('wants to know of what, and says where there is no such thing', async () => {
    const ask = (query: string) => desk.problem('get', `${apiPaths.deskRegistrations}${query}`);
    expect(await ask('')).toMatchObject({ code: 'request.invalid', fields: [{ path: 'session' }] });
    expect(await ask(`?session=${pipes}&series=${series}`)).toMatchObject({ fields: [{ path: 'series' }] });
    expect(await ask(`?session=${series}`)).toMatchObject({ code: 'session.not-found' });
    expect(await ask(`?series=${pipes}`)).toMatchObject({ code: 'series.not-found' });
  });

  it.each([
    ['states', { states: 'waitlisted,declined' }, ['Ben 100 % Sample', 'Cleo']],
    ['country', { country: 'DE' }, ['Anna Müller']],
    ['language', { language: 'de' }, ['Cleo']],
    ['origin', { origin: 'import' }, ['Ben 100 % Sample']],
    ['needs', { needsAccessibility: 'true' }, ['Ben 100 % Sample']],
    ['no needs', { needsAccessibility: 'false' }, ['Anna Müller', 'Cleo']],
    ['joined', { hasJoined: 'true' }, ['Anna Müller']],
    ['not joined', { hasJoined: 'false' }, ['Ben 100 % Sample', 'Cleo']],
    ['from', { from: '2026-08-02T10:00:00Z' }, ['Ben 100 % Sample', 'Cleo']],
    ['before', { to: '2026-08-02T10:00:00Z' }, ['Anna Müller']],
    ['several at once', { states: 'waitlisted', language: 'de' }, ['Cleo']],
  ])('is narrowed by %s', async (_filter, query, found) => {
    expect(await names({ session: pipes, ...query })).toEqual(found);
  });

  it('is narrowed by the answer to a question', async () => {
    expect(await names({ session: pipes, question, answer: option })).toEqual(['Anna Müller']);
    expect(await names({ session: pipes, question, answer: 'another' })).toEqual([]);
  });

  it.each([
    ['müller', ['Anna Müller']],
    ['MULLER', ['Anna Müller']],
    ['anna.m@', ['Anna Müller']],
    ['engineer', ['Anna Müller']],
    ['water works', ['Anna Müller']],
    ['köln', ['Anna Müller']],
    ['%', ['Ben 100 % Sample']],
    ['n_a', []],
  ])('finds %s in name, e-mail, organisation, position and city', async (q, found) => {
    expect(await names({ session: pipes, q })).toEqual(found);
  });

  it('shows everything an organiser needs, the place over the whole list, and no meeting link', async () => {
    const [second] = (await list({ session: pipes, language: 'de' })).items;
    expect(second).toMatchObject({ name: 'Cleo', state: 'waitlisted', place: 2, country: 'UA' });
    const [first] = (await list({ session: pipes, country: 'DE' })).items;
    expect(first?.answers).toEqual([
      {
        questionId: question,
        value: option,
        label: 'How do you come?',
        language: 'en',
        kind: 'choice',
        chosen: ['By train'],
      },
    ]);
    expect(JSON.stringify(await list({ series }))).not.toMatch(/secret-room|tide-42/);
  });

  it('is ordered by every column, both ways, in pages that repeat nobody', async () => {
    expect(await names({ session: pipes, sort: '-name' })).toEqual([
      'Cleo',
      'Ben 100 % Sample',
      'Anna Müller',
    ]);
    expect(await names({ session: pipes, sort: 'place' })).toEqual([
      'Ben 100 % Sample',
      'Cleo',
      'Anna Müller',
    ]);
    expect((await names({ series, sort: '-session' }))[0]).toBe('Anna Müller');
    for (const sort of REGISTRATION_SORTS) {
      const pages = await Promise.all(
        ['1', '2', '3', '4'].map(
          async (page) => (await list({ series, sort, page, pageSize: '1' })).items[0]?.id,
        ),
      );
      expect(new Set(pages).size).toBe(4);
    }
  });

  it('names nobody of whom a session keeps nothing any more, though they are known elsewhere, nor does their own page name the session', async () => {
    const participantId = await desk.aPerson({ email: 'dora@city.example', name: 'Dora Sample' });
    const past = await desk.aSession(await desk.aSeries(), 'Past');
    await desk.aRegistration({ sessionId: past, participantId, name: '' });
    expect((await list({ session: past })).items).toMatchObject([{ name: '', email: '' }]);
    expect((await list({ session: past, q: 'dora@' })).items).toEqual([]);
    const known = await desk.answer<ParticipantHistory>('get', apiPaths.participant(participantId));
    expect([known.name, known.registrations]).toEqual(['Dora Sample', []]);
  });

  it('is one statement, whatever is asked', async () => {
    const query = { series, q: 'a', states: 'confirmed', country: 'DE', hasJoined: 'true', sort: '-email' };
    expect(await desk.statementsOf(() => list(query))).toHaveLength(1);
  });

  it('tells which questions have a column, in the words of the reader', async () => {
    const asked = (scope: string) =>
      desk.answer<DeskQuestion[]>('get', `${apiPaths.deskQuestions}?${scope}&lang=de`);
    const expected = [
      {
        id: question,
        kind: 'choice',
        isArchived: false,
        label: 'How do you come?',
        options: [{ id: option, label: 'By train' }],
      },
    ];
    expect(await asked(`series=${series}`)).toEqual(expected);
    expect(await asked(`session=${pipes}`)).toEqual(expected);
  });

  it('is shown to nobody but those who may see registrations', async () => {
    desk.user = await desk.as('editor');
    expect(await desk.problem('get', `${apiPaths.deskRegistrations}?session=${pipes}`)).toMatchObject({
      status: 403,
    });
    desk.user = undefined;
    expect(await desk.problem('get', `${apiPaths.deskRegistrations}?session=${pipes}`)).toMatchObject({
      status: 401,
    });
    desk.user = desk.staff;
  });
});
