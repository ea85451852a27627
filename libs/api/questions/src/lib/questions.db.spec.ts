import { randomUUID } from 'node:crypto';
import { FeatureApp } from '@reihe/api-platform';
import type { AnswerValue } from '@reihe/shared-contracts';
import type { CheckedAnswer } from '@reihe/shared-form-policies';
import type { RegistrationForm, SaveQuestion } from '@reihe/shared-registration';
import { FixedClock } from '@reihe/shared-testing';
import { CheckAnswers, type AskingSession } from './check-answers';
import { QuestionsModule } from './questions.module';

describe("the organiser's questions", () => {
  let app: FeatureApp;
  let seriesId: string;
  let pipes: string;
  let wells: string;

  const rows = <Row>(sql: string, parameters: unknown[] = []) =>
    app.database.dataSource.query<Row[]>(sql, parameters);
  const idOf = async (sql: string, parameters: unknown[]) => {
    const [row] = await rows<{ id: string }>(sql, parameters);
    return row?.id ?? '';
  };

  const aSession = (slug: string, state = 'published') =>
    idOf(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1, $2, $3, 'exchange', '2026-10-06T12:00Z', '2026-10-06T14:00Z', '2026-10-06T14:00', '2026-10-06T16:00',
               'Europe/Berlin', '{en}') RETURNING id`,
      [seriesId, slug, state],
    );

  /** Of the series where no session is named. */
  async function ask(
    label: string,
    change: Partial<SaveQuestion> & { sessionId?: string; purpose?: string; archived?: boolean } = {},
  ): Promise<string> {
    const { sessionId = null, purpose = 'registration' } = change;
    const known = await idOf(
      `SELECT id FROM question_forms WHERE purpose = $3 AND ($2::uuid IS NULL AND series_id = $1 OR session_id = $2)`,
      [seriesId, sessionId, purpose],
    );
    const form =
      known ||
      (await idOf(
        `INSERT INTO question_forms (series_id, session_id, purpose)
         VALUES (CASE WHEN $2::uuid IS NULL THEN $1::uuid END, $2, $3) RETURNING id`,
        [seriesId, sessionId, purpose],
      ));
    return idOf(
      `INSERT INTO questions (form_id, position, kind, is_required, texts, options, condition, archived_at)
       SELECT $1, count(*), $2, $3, $4, $5, $6, CASE WHEN $7 THEN now() END FROM questions WHERE form_id = $1 RETURNING id`,
      [
        form,
        change.kind ?? 'text',
        change.isRequired ?? false,
        JSON.stringify(change.texts ?? { en: { label, hint: '' } }),
        JSON.stringify(change.options ?? []),
        change.condition ? JSON.stringify(change.condition) : null,
        change.archived ?? false,
      ],
    );
  }

  const forget = () => rows(`DELETE FROM answers; DELETE FROM question_forms`);
  const aRegistration = (sessionId: string) =>
    idOf(
      `WITH p AS (
         INSERT INTO participants (email, email_key, name, language, time_zone)
         SELECT k, k, 'Sample', 'en', 'UTC' FROM (SELECT gen_random_uuid() || '@example.org' AS k) n RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, name, language, time_zone, privacy_notice)
       SELECT $1, id, 'Sample', 'en', 'UTC', '1' FROM p RETURNING id`,
      [sessionId],
    );
  const form = (values: Record<string, AnswerValue> = {}, change: object = {}) => ({
    answers: Object.entries(values).map(([questionId, value]) => ({ questionId, value })),
    language: 'en' as const,
    accessibilityNeeds: 'Captions',
    allowsRecording: true,
    ...change,
  });
  const check = async (ids: string[], given: ReturnType<typeof form>) => {
    const read = await rows<{ id: string }>(
      `SELECT s.id, y.default_language AS "defaultLanguage", u.asks_accessibility AS "asksAccessibility",
              u.asks_recording AS "asksRecording"
       FROM sessions s JOIN series y ON y.id = s.series_id JOIN session_rules u ON u.session_id = s.id
       WHERE s.id = ANY ($1::uuid[])`,
      [ids],
    );
    const sessions = read.map((session) => ({ ...session, hasQuestions: true })) as AskingSession[];
    return (await app.get(CheckAnswers).asked(sessions)).check(ids, given);
  };
  const kept = (registrationId: string) =>
    rows<{ question_id: string; value: AnswerValue; asked: object }>(
      `SELECT question_id, value, asked FROM answers WHERE registration_id = $1 ORDER BY value`,
      [registrationId],
    );
  const anAnswer = (questionId: string, value: AnswerValue): CheckedAnswer => ({
    questionId,
    value,
    asked: { label: 'Why?', language: 'en', kind: 'text' },
  });

  beforeAll(async () => {
    const clock = new FixedClock('2026-09-01T08:00:00Z');
    app = await FeatureApp.open({ clock, modules: [QuestionsModule] });
    seriesId = await idOf(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin') RETURNING id`,
      [],
    );
    pipes = await aSession('pipes');
    wells = await aSession('wells');
    await aSession('a-draft', 'draft');
  });
  beforeEach(forget);
  afterAll(() => app.close());

  describe('are read by the public', () => {
    const read = (query: string) => app.answer<RegistrationForm>('get', `/registrations/form?${query}`);

    it('those of the series once, before those of each session, without archived ones and those asked afterwards', async () => {
      const own = await ask('Own', { sessionId: wells });
      await ask('Archived', { archived: true });
      await ask('Afterwards', { purpose: 'feedback' });
      const first = await ask('First');
      const second = await ask('Second');
      app.user = undefined;
      const { sessions, questions } = await read('session=pipes&session=wells&session=a-draft&session=none');
      app.user = app.staff;
      expect(sessions.map(({ slug }) => slug)).toEqual(['pipes', 'wells']);
      expect(questions.map(({ id, sessionSlugs }) => [id, sessionSlugs])).toEqual([
        [first, ['pipes', 'wells']],
        [second, ['pipes', 'wells']],
        [own, ['wells']],
      ]);
    });

    it("in the reader's language, or the next best, which is named", async () => {
      const options = [
        { id: 'a', labels: { en: 'Apples', de: 'Äpfel' } },
        { id: 'b', labels: { en: 'Bread' } },
      ];
      const texts = { en: { label: 'Eat?', hint: '' }, de: { label: 'Essen?', hint: 'Heute' } };
      await ask('', { kind: 'choice', texts, options });
      await ask('English only');
      const { questions } = await read('session=pipes&lang=de');
      expect(questions).toMatchObject([
        {
          label: 'Essen?',
          hint: 'Heute',
          language: 'de',
          options: [
            { id: 'a', label: 'Äpfel' },
            { id: 'b', label: 'Bread' },
          ],
        },
        { label: 'English only', language: 'en' },
      ]);
    });

    it('with what else the form asks for each session', async () => {
      await rows(
        `INSERT INTO registration_rules (session_id, mode, hold_minutes, asks_recording, asks_accessibility)
         VALUES ($1, 'approval', 0, true, false)`,
        [wells],
      );
      expect((await read('session=pipes&session=wells')).sessions).toEqual([
        { slug: 'pipes', mode: 'open', holdMinutes: 60, asksAccessibility: true, asksRecording: false },
        { slug: 'wells', mode: 'approval', holdMinutes: 0, asksAccessibility: false, asksRecording: true },
      ]);
      const [open, byHand] = await check([pipes, wells], form());
      expect(open).toMatchObject({ accessibilityNeeds: 'Captions', allowsRecording: null });
      expect(byHand).toMatchObject({ accessibilityNeeds: '', allowsRecording: true });
      await rows(`DELETE FROM registration_rules`);
    });

    it('anew each time, unless nothing changed', async () => {
      const first = await app.call('get', '/registrations/form?session=pipes').expect(200);
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = () =>
        app
          .call('get', '/registrations/form?session=pipes')
          .set('If-None-Match', String(first.headers['etag']));
      await again().expect(304);
      await ask('New');
      await again().expect(200);
    });

    it.each([
      ['none', ''],
      ['an empty one', 'session='],
      ['what is no slug', 'session=Not+a+slug'],
      ['more than the portal offers', Array(101).fill('session=x').join('&')],
    ])('by slugs, not by %s', async (_, query) => {
      expect((await app.problem('get', `/registrations/form?${query}`)).code).toBe('request.invalid');
    });
  });

  describe('are answered', () => {
    it('once for every session that asks, by one statement', async () => {
      const both = await ask('Both');
      const own = await ask('Own', { sessionId: wells });
      let checked: Awaited<ReturnType<typeof check>> = [];
      const statements = await app.statementsOf(async () => {
        checked = await check([wells, pipes], form({ [both]: 'x', [own]: 'y', [randomUUID()]: 'z' }));
      });
      expect(statements).toHaveLength(1);
      expect(checked.map(({ sessionId, answers }) => [sessionId, answers.map(({ value }) => value)])).toEqual(
        [
          [wells, ['x', 'y']],
          [pipes, ['x']],
        ],
      );
      expect(checked[0]?.answers[0]?.asked).toEqual({ label: 'Both', language: 'en', kind: 'text' });
    });

    it('or refused, each named once', async () => {
      const both = await ask('Both', { isRequired: true });
      const own = await ask('Own', { isRequired: true, sessionId: wells });
      await expect(check([pipes, wells], form())).rejects.toMatchObject({
        code: 'request.invalid',
        extras: {
          fields: [
            { path: `answers.${both}`, code: 'required' },
            { path: `answers.${own}`, code: 'required' },
          ],
        },
      });
      await expect(check([pipes], form({ [both]: 'x' }))).resolves.toHaveLength(1);
    });

    it('where a session hangs a question on one of its series', async () => {
      const consent = await ask('Consent', { kind: 'consent' });
      const then = await ask('Then', {
        sessionId: wells,
        isRequired: true,
        condition: { questionId: consent, isOneOf: ['true'] },
      });
      await expect(check([wells], form())).resolves.toHaveLength(1);
      await expect(check([wells], form({ [consent]: 'on' }))).rejects.toMatchObject({
        extras: { fields: [{ path: `answers.${then}`, code: 'required' }] },
      });
    });
  });

  describe('keep their answers', () => {
    const store = (registrationId: string, isNew: boolean, ...answers: CheckedAnswer[]) =>
      app.get(CheckAnswers).store([{ registrationId, isNew, answers }]);

    it('of many wishes in one statement, and ask nothing of the database where there are none', async () => {
      const question = await ask('Why');
      const [one, other] = [await aRegistration(pipes), await aRegistration(wells)];
      const wish = (registrationId: string, value: string) => ({
        registrationId,
        isNew: true,
        answers: [anAnswer(question, value)],
      });
      const statements = await app.statementsOf(() =>
        app.get(CheckAnswers).store([wish(one, 'x'), wish(other, 'y')]),
      );
      expect(statements).toHaveLength(1);
      expect(await kept(one)).toMatchObject([{ value: 'x', asked: { label: 'Why?' } }]);
      expect(await kept(other)).toMatchObject([{ value: 'y' }]);
      expect(await app.statementsOf(() => store(one, true))).toEqual([]);
    });

    it('until the form is filled in once more: what is not answered again goes, unless nobody is asked it any more', async () => {
      const [first, second, archived] = [await ask('1'), await ask('2'), await ask('3', { archived: true })];
      const wish = await aRegistration(pipes);
      await store(wish, true, anAnswer(first, 'a'), anAnswer(second, 'b'), anAnswer(archived, 'c'));
      await store(wish, false, anAnswer(second, 'changed'));
      expect((await kept(wish)).map(({ value }) => value)).toEqual(['c', 'changed']);
      await store(wish, false);
      expect((await kept(wish)).map(({ value }) => value)).toEqual(['c']);
    });

    it('and what was said afterwards stays, too', async () => {
      const afterwards = await ask('How was it?', { purpose: 'feedback' });
      const wish = await aRegistration(pipes);
      await store(wish, true, anAnswer(afterwards, 'good'));
      await store(wish, false);
      expect(await kept(wish)).toHaveLength(1);
    });

    it('and lose none but those to a question that was removed while somebody was writing', async () => {
      const [stays, goes] = [await ask('1'), await ask('2')];
      const wish = await aRegistration(pipes);
      const remover = app.database.dataSource.createQueryRunner();
      await remover.startTransaction();
      await remover.query(`DELETE FROM questions WHERE id = $1`, [goes]);
      const storing = store(wish, true, anAnswer(stays, 'a'), anAnswer(goes, 'b'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      await remover.commitTransaction();
      await remover.release();
      await storing;
      expect((await kept(wish)).map(({ question_id }) => question_id)).toEqual([stays]);
    });

    it('and wait for nobody who takes several questions in their order', async () => {
      // Written down in the other order, so that the database comes upon them in it.
      const high = await ask('1');
      let low = await ask('2');
      while (low > high) low = await ask('Once more');
      const wish = await aRegistration(pipes);
      const organiser = app.database.dataSource.createQueryRunner();
      const take = (question: string) =>
        organiser.query(`SELECT FROM questions WHERE id = $1 FOR UPDATE`, [question]);
      await organiser.startTransaction();
      await take(low);
      const storing = store(wish, true, anAnswer(high, 'a'), anAnswer(low, 'b'));
      await new Promise((resolve) => setTimeout(resolve, 100));
      await take(high);
      await organiser.commitTransaction();
      await organiser.release();
      await storing;
      expect(await kept(wish)).toHaveLength(2);
    });
  });
});
