import {
  followUpApiPaths,
  followUpPaths,
  type AnonymousFeedback,
  type FeedbackGiven,
  type FeedbackResults,
} from '@reihe/shared-registration';
import { FollowUpWorld, NOW, type Somebody } from '../testing/follow-up-world';

describe('feedback', () => {
  let world: FollowUpWorld;
  let sessionId: string;
  let ada: Somebody;

  const results = () => world.answer<FeedbackResults>('get', followUpApiPaths.feedbackResults(sessionId));
  const keyOf = (body: unknown) => (body as FeedbackGiven).changeKey ?? '';

  beforeAll(async () => {
    world = await FollowUpWorld.begin();
  });
  beforeEach(async () => {
    world.user = world.staff;
    world.clock.set(NOW);
    sessionId = await world.aSession();
    ada = await world.somebody(sessionId);
  });
  afterAll(() => world.close());

  it('is given by one’s own link, once, and can be changed', async () => {
    await world.give(ada, { rating: 4, comment: 'Well done' }).expect(200, { changeKey: null });
    expect((await world.page(ada)).feedback).toMatchObject({
      phase: 'open',
      until: '2026-12-05T13:30:00.000Z',
      given: 'named',
      own: { rating: 4, comment: 'Well done' },
    });
    await world.give(ada, { rating: 5, comment: 'Even better' }).expect(200);
    expect(await results()).toMatchObject({ asked: 1, given: 1, comments: ['Even better'] });
    const entries = await world.query(
      `SELECT action, before, after FROM audit_entries WHERE subject_id = $1 LIMIT 1`,
      [ada.registrationId],
    );
    expect(entries).toEqual([{ action: 'registration.give-feedback', before: null, after: null }]);
  });

  it('is open from the end of the session for sixty days, to those with a place', async () => {
    world.clock.set('2026-10-06T13:29:59Z');
    await world.give(ada, { rating: 4 }).expect(409);
    world.clock.set('2026-12-05T13:30:00Z');
    expect((await world.give(ada, { rating: 4 })).body).toMatchObject({ code: 'feedback.closed' });
    world.clock.set('2026-12-05T13:29:59Z');
    await world.give(ada, { rating: 4 }).expect(200);
    world.clock.set(NOW);
    const waiting = await world.somebody(sessionId, { state: 'waitlisted' });
    expect((await world.give(waiting, { rating: 4 })).body).toMatchObject({
      code: 'registration.wrong-state',
    });
    const other = await world.somebody(await world.aSession());
    await world.give({ ...ada, token: other.token }, { rating: 1 }).expect(404);
  });

  it('answers the organiser’s questions, which say what is wrong', async () => {
    const text = await world.aQuestion(sessionId, 'text', { isRequired: true });
    const many = await world.aQuestion(sessionId, 'many', { options: ['Talks', 'Breaks'] });
    const { questions } = (await world.page(ada)).feedback;
    expect(questions.map(({ id }) => id)).toEqual([text, many]);
    expect((await world.give(ada, { rating: 4 }).expect(400)).body).toMatchObject({
      fields: [{ path: `answers.${text}`, code: 'required' }],
    });
    const answers = [
      { questionId: text, value: 'More time' },
      { questionId: many, value: ['breaks'] },
    ];
    await world.give(ada, { answers }).expect(200);
    expect((await results()).questions).toMatchObject([
      { label: 'A text question', texts: ['More time'] },
      {
        label: 'A many question',
        bars: [
          { label: 'Talks', count: 0 },
          { label: 'Breaks', count: 1 },
        ],
      },
    ]);
  });

  it('has to say something, in bounds', async () => {
    expect((await world.give(ada, {}).expect(400)).body).toMatchObject({
      fields: [{ path: 'rating', code: 'required' }],
    });
    await world.give(ada, { rating: 6 }).expect(400);
    await world.give(ada, { comment: 'x'.repeat(4001) }).expect(400);
  });

  describe('without one’s name', () => {
    it('is changed by its key alone, which is shown once and kept nowhere', async () => {
      const key = keyOf((await world.give(ada, { rating: 2, isAnonymous: true }).expect(200)).body);
      expect((await world.page(ada)).feedback).toMatchObject({ given: 'anonymous', own: null });
      expect((await world.give(ada, { rating: 5 })).body).toMatchObject({ code: 'feedback.given' });
      const read = (await world.own('get', followUpApiPaths.anonymousFeedback, key).expect(200))
        .body as AnonymousFeedback;
      expect(read).toMatchObject({ own: { rating: 2 }, session: { title: 'Water for all' } });
      const change = { rating: 3, comment: 'Thought again', answers: [], language: 'en' };
      await world.own('post', followUpApiPaths.anonymousFeedback, key, change).expect(204);
      expect((await world.own('get', followUpApiPaths.anonymousFeedback, key)).body).toMatchObject({
        own: { rating: 3, comment: 'Thought again' },
      });
      await world.own('get', followUpApiPaths.anonymousFeedback, 'another-key-than-that').expect(404);
      expect((await results()).given).toBe(1);
      const rows = await world.query<{ all: string }>(
        `SELECT f::text AS all FROM feedback f WHERE session_id = $1`,
        [sessionId],
      );
      expect(rows[0]?.all).not.toContain(key);
    });

    it('takes the place of what was said with it', async () => {
      await world.give(ada, { comment: 'With my name' }).expect(200);
      await world.give(ada, { comment: 'Without', isAnonymous: true }).expect(200);
      const rows = await world.query(`SELECT comment, registration_id FROM feedback WHERE session_id = $1`, [
        sessionId,
      ]);
      expect(rows).toEqual([{ comment: 'Without', registration_id: null }]);
    });

    it('leaves nothing that says whose it is: no reference, no moment, no order, no transaction, no log', async () => {
      const people = [];
      for (let number = 0; number < 8; number += 1) {
        const person = await world.somebody(sessionId, { name: `Person ${number}` });
        people.push(person);
        await world.give(person, { comment: `Comment of ${number}`, isAnonymous: true }).expect(200);
      }
      const rows = await world.query<Record<string, unknown>>(
        `SELECT f.*, xmin::text AS "transaction", ctid::text AS place FROM feedback f WHERE session_id = $1 ORDER BY ctid`,
        [sessionId],
      );
      // One transaction wrote them all, in the order of ids that mean nothing.
      expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => String(id)).sort());
      // Not even the day: logs and other tables know who was there on it.
      expect(new Set(rows.map(({ given_on: day }) => day))).toEqual(new Set([null]));
      await expect(
        world.query(`UPDATE feedback SET given_on = now() WHERE session_id = $1`, [sessionId]),
      ).rejects.toThrow('ck_feedback_day');
      const columns = await world.query<{ name: string; type: string }>(
        `SELECT column_name AS name, data_type AS type FROM information_schema.columns
         WHERE table_name IN ('feedback', 'feedback_givers')`,
      );
      expect(columns.filter(({ type }) => type.startsWith('timestamp'))).toEqual([]);
      const known = people.flatMap((person) => Object.values(person) as string[]);
      const text = JSON.stringify(rows);
      expect(known.filter((one) => text.includes(one))).toEqual([]);
      const entries = await world.query(`SELECT id FROM audit_entries WHERE subject_id = ANY ($1::uuid[])`, [
        people.flatMap(({ participantId, registrationId }) => [participantId, registrationId]),
      ]);
      expect(entries).toEqual([]);
    });

    it('loses nobody’s when many send theirs at once', async () => {
      const people = await Promise.all(Array.from({ length: 12 }, () => world.somebody(sessionId)));
      const sent = await Promise.all(
        people.map((person) => world.give(person, { rating: 3, isAnonymous: true })),
      );
      expect(sent.map(({ status }) => status)).toEqual(people.map(() => 200));
      const again = await Promise.all([1, 2, 3].map(() => world.give(ada, { rating: 1, isAnonymous: true })));
      expect(again.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect(await results()).toMatchObject({
        given: 13,
        anonymous: 13,
        heldBack: 0,
        rating: { average: 2.8 },
      });
    });

    it('is no more where somebody’s name is erased: what they said with it stays, apart from the anonymous', async () => {
      for (let number = 0; number < 4; number += 1)
        await world.give(await world.somebody(sessionId), { comment: 'Told in secret', isAnonymous: true });
      await world.give(ada, { comment: 'Said by name' }).expect(200);
      // As erasing leaves it.
      await world.query(
        `UPDATE feedback SET registration_id = NULL, given_on = NULL WHERE registration_id = $1`,
        [ada.registrationId],
      );
      const before = await results();
      expect(before).toMatchObject({ anonymous: 4, heldBack: 4, comments: ['Said by name'] });
      const place = () => world.query(`SELECT id, ctid::text FROM feedback WHERE comment = 'Said by name'`);
      const kept = await place();
      await world.give(await world.somebody(sessionId), { comment: 'Told in secret', isAnonymous: true });
      expect(await place()).toEqual(kept);
      expect(await results()).toMatchObject({ anonymous: 5, heldBack: 0 });
    });

    it('is held back from organisers until there are five', async () => {
      for (let number = 0; number < 4; number += 1)
        await world.give(await world.somebody(sessionId), { comment: 'Told in secret', isAnonymous: true });
      const answer = await world.call('get', followUpApiPaths.feedbackResults(sessionId)).expect(200);
      expect(answer.body).toMatchObject({ asked: 5, given: 4, anonymous: 4, heldBack: 4, records: [] });
      expect(answer.text).not.toContain('secret');
      await world.give(ada, { comment: 'Told in secret', isAnonymous: true });
      expect((await results()).comments).toHaveLength(5);
    });
  });

  describe('by plain forms, without scripts', () => {
    const page = () => followUpPaths.page('de', ada.token, ada.registrationId);
    const post = (address: string, form: object) => world.http('post', address).type('form').send(form);

    it('comes back to the page, or leads to the one that alone changes it', async () => {
      const question = await world.aQuestion(sessionId, 'many', { options: ['Talks', 'Breaks'] });
      await post(page(), { rating: '4', comment: 'Gut', [`answers.${question}`]: ['talks', 'breaks'] })
        .expect(303)
        .expect('Location', `${page()}?done=feedback`);
      expect((await world.page(ada)).feedback.own).toEqual({
        rating: 4,
        comment: 'Gut',
        answers: [{ questionId: question, value: ['talks', 'breaks'] }],
      });
      const sent = await post(page(), { rating: '3', isAnonymous: 'on' }).expect(303);
      const change = (sent.headers['location'] ?? '').replace('?done=feedback', '');
      expect(change).toMatch(/^\/de\/feedback\/[\w-]{43}$/);
      await post(change, { rating: '2' }).expect(303).expect('Location', `${change}?done=feedback`);
    });

    it('gives the page back with everything that was typed and what is wrong', async () => {
      const question = await world.aQuestion(sessionId, 'number', { isRequired: true });
      const typed = { rating: '4', comment: 'Sehr gut', isAnonymous: 'on', [`answers.${question}`]: 'many' };
      await post(page(), typed).expect(400);
      expect(world.pages.rendered.at(-1)).toMatchObject({
        path: page(),
        form: { values: typed, problem: { fields: [{ path: `answers.${question}` }] } },
      });
    });
  });

  it('is for those who may read registrations', async () => {
    world.user = await world.as('editor');
    await world.call('get', followUpApiPaths.feedbackResults(sessionId)).expect(403);
    world.user = undefined;
    await world.call('get', followUpApiPaths.feedbackResults(sessionId)).expect(401);
  });
});
