import { commentPaths, type RecapComment } from '@reihe/shared-editorial';
import { FixedClock } from '@reihe/shared-testing';
import { DeskWorld } from '../testing/desk-world';

describe('comments on a recap', () => {
  const clock = new FixedClock('2026-10-20T08:00:00Z');
  let desk: DeskWorld;
  let recap: string;

  const anchor = {
    language: 'en',
    blockId: null,
    quote: 'forty-two cities',
    before: 'To it came',
    after: ', all',
  };
  const write = (change: object = {}) =>
    desk.answer<RecapComment[]>('post', commentPaths.comments(recap), {
      ...anchor,
      text: 'Who counted?',
      ...change,
    });
  const first = (comments: RecapComment[]) => {
    const [comment] = comments;
    if (!comment) throw new Error('There is none.');
    return comment;
  };

  beforeAll(async () => {
    desk = await DeskWorld.openAt(clock);
  });
  beforeEach(async () => {
    clock.set('2026-10-20T08:00:00Z');
    recap = await desk.aRecap(await desk.aSeries(), []);
  });
  afterAll(() => desk.close());

  it('are kept with the words they are about, answered, resolved and opened again', async () => {
    const comment = first(await write());
    expect(comment).toMatchObject({
      anchor,
      text: 'Who counted?',
      author: { name: 'Sample editor' },
      createdAt: '2026-10-20T08:00:00Z',
      resolvedAt: null,
      answers: [],
    });
    clock.advance({ minutes: 5 });
    const answered = first(
      await desk.answer('post', commentPaths.answers(recap, comment.id), { text: 'The host did.' }),
    );
    expect(answered.answers).toMatchObject([
      { text: 'The host did.', author: { name: 'Sample editor' }, createdAt: '2026-10-20T08:05:00Z' },
    ]);
    const resolved = first(await desk.answer('post', commentPaths.resolve(recap, comment.id)));
    expect(resolved).toMatchObject({
      resolvedBy: { name: 'Sample editor' },
      resolvedAt: '2026-10-20T08:05:00Z',
    });
    const opened = first(await desk.answer('post', commentPaths.reopen(recap, comment.id)));
    expect(opened).toMatchObject({ resolvedBy: null, resolvedAt: null });
    const actions = await desk.database.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`,
      [recap],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'recap.comment',
      'recap.answer-comment',
      'recap.resolve-comment',
      'recap.reopen-comment',
    ]);
  });

  it('stand in the order they were written, what is open above what is resolved', async () => {
    const one = first(await write({ quote: 'one' }));
    clock.advance({ minutes: 1 });
    await write({ quote: 'two' });
    await desk.answer('post', commentPaths.resolve(recap, one.id));
    const listed = await desk.answer<RecapComment[]>('get', commentPaths.comments(recap));
    expect(listed.map(({ anchor: { quote } }) => quote)).toEqual(['two', 'one']);
  });

  it('are refused about nothing, in no language, of another recap, and of none', async () => {
    const problem = await desk.problem('post', commentPaths.comments(recap), {
      ...anchor,
      language: 'xx',
      quote: ' ',
      text: '',
    });
    expect(problem.fields?.map(({ path }) => path).sort()).toEqual(['language', 'quote', 'text']);
    const comment = first(await write());
    const elsewhere = await desk.aRecap(await desk.aSeries(), []);
    expect(await desk.problem('post', commentPaths.resolve(elsewhere, comment.id))).toMatchObject({
      status: 404,
      code: 'recap.comment-not-found',
    });
    expect((await desk.problem('get', commentPaths.comments(comment.id))).code).toBe('recap.not-found');
  });

  it('are read by organisers, and written by none of them', async () => {
    const comment = first(await write());
    desk.user = await desk.as('organiser');
    try {
      expect(await desk.answer('get', commentPaths.comments(recap))).toHaveLength(1);
      const problem = await desk.problem('post', commentPaths.answers(recap, comment.id), { text: 'No.' });
      expect(problem.code).toBe('auth.forbidden');
    } finally {
      desk.user = desk.staff;
    }
  });
});
