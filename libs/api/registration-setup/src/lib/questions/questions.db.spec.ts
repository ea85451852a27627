import { randomUUID } from 'node:crypto';
import { apiPaths, type RegistrationOwner } from '@reihe/shared-contracts';
import type { QuestionForm, QuestionPurpose, SaveQuestion } from '@reihe/shared-registration';
import { SetupApp } from '../testing/setup-app';

const options = [
  { id: 'a', labels: { en: 'Apples', de: 'Äpfel' } },
  { id: 'b', labels: { en: 'Bread' } },
];

function aQuestion(change: Partial<SaveQuestion> = {}): SaveQuestion {
  return {
    id: randomUUID(),
    kind: 'text',
    isRequired: false,
    texts: { en: { label: 'What else?', hint: '' } },
    options: [],
    condition: null,
    min: null,
    max: null,
    ...change,
  };
}

describe('the questions of registering', () => {
  let app: SetupApp;
  let series: RegistrationOwner;
  let session: RegistrationOwner;

  const at = (owner: RegistrationOwner, purpose: QuestionPurpose = 'registration') =>
    apiPaths.questions(owner, purpose);
  const read = (owner: RegistrationOwner, purpose?: QuestionPurpose) =>
    app.answer<QuestionForm>('get', at(owner, purpose));
  const save = (owner: RegistrationOwner, version: number, ...questions: SaveQuestion[]) =>
    app.answer<QuestionForm>('put', at(owner), { version, questions });
  const refused = (owner: RegistrationOwner, version: number, ...questions: object[]) =>
    app.problem('put', at(owner), { version, questions });
  const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);

  beforeAll(async () => {
    app = await SetupApp.openSetup();
  });
  beforeEach(async () => {
    app.user = app.staff;
    series = await app.aSeries();
    session = await app.aSession(series);
  });
  afterAll(() => app.close());

  it('are saved as one list, and read as they were saved', async () => {
    expect(await read(series)).toEqual({ version: 0, questions: [], archived: [] });
    const [first, second] = [
      aQuestion({ kind: 'choice', isRequired: true, options }),
      aQuestion({ kind: 'number', min: 1, max: 9, texts: { de: { label: 'Wie viele?', hint: 'Etwa' } } }),
    ];
    const hanging = aQuestion({ condition: { questionId: first.id, isOneOf: ['b'] } });
    const saved = await save(series, 0, first, second, hanging);
    expect(saved).toEqual({
      version: 1,
      questions: [first, second, hanging].map((question) => ({ ...question, answers: 0 })),
      archived: [],
    });
    expect(await read(series)).toEqual(saved);
    expect((await read(series, 'feedback')).questions).toEqual([]);
    expect((await read(session)).questions).toEqual([]);
  });

  it('are put into another order, changed and removed with the list', async () => {
    const [one, two, three] = [aQuestion(), aQuestion(), aQuestion()];
    await save(series, 0, one, two, three);
    const changed = { ...one, isRequired: true, texts: { en: { label: 'Changed', hint: '' } } };
    const saved = await save(series, 1, three, changed);
    expect(ids(saved.questions)).toEqual([three.id, one.id]);
    expect(saved.questions[1]).toMatchObject(changed);
    expect(saved.archived).toEqual([]);
  });

  it('are archived instead of removed once somebody answered, keep the answers, and can be asked again', async () => {
    const [answered, not] = [aQuestion(), aQuestion()];
    await save(series, 0, answered, not);
    const registration = await app.aRegistration(session);
    await app.giveAnswer(registration, answered.id, 'Lviv');
    const saved = await save(series, 1);
    expect(saved.questions).toEqual([]);
    expect(saved.archived).toMatchObject([{ id: answered.id, answers: 1 }]);
    expect(await app.rows(`SELECT value FROM answers WHERE registration_id = $1`, [registration])).toEqual([
      { value: 'Lviv' },
    ]);
    const again = await save(series, 2, answered);
    expect(again).toMatchObject({ questions: [{ id: answered.id, answers: 1 }], archived: [] });
  });

  it('keep options that somebody chose, offered no more, whether one or several could be chosen', async () => {
    const one = aQuestion({ kind: 'choice', options: [...options, { id: 'c', labels: { en: 'Cheese' } }] });
    const many = aQuestion({ kind: 'many', options: [...options, { id: 'c', labels: { en: 'Cheese' } }] });
    await save(series, 0, one, many);
    await app.giveAnswer(await app.aRegistration(session), one.id, 'c');
    await app.giveAnswer(await app.aRegistration(session), many.id, ['a', 'c']);
    const saved = await save(series, 1, { ...one, options }, { ...many, options });
    const archived = { id: 'c', labels: { en: 'Cheese' }, isArchived: true };
    expect(saved.questions.map((question) => question.options)).toEqual([
      [...options, archived],
      [...options, archived],
    ]);
    const unchosen = await save(series, 2, {
      ...one,
      options: [...options.slice(0, 1), { id: 'd', labels: { en: 'Dates' } }],
    });
    expect(unchosen.questions[0]?.options.map(({ id }) => id)).toEqual(['a', 'd', 'c']);
  });

  it('keep the kind under which they were answered', async () => {
    const question = aQuestion();
    await save(series, 0, question);
    await save(series, 1, { ...question, kind: 'number' });
    await app.giveAnswer(await app.aRegistration(session), question.id, 7);
    expect((await refused(series, 2, { ...question, kind: 'text' })).fields).toEqual([
      { path: 'questions.0.kind', code: 'not-allowed' },
    ]);
  });

  it('wait for an answer that is being given before they remove its question', async () => {
    const question = aQuestion();
    await save(series, 0, question);
    const registration = await app.aRegistration(session);
    const answering = app.database.dataSource.createQueryRunner();
    await answering.startTransaction();
    await answering.query(
      `INSERT INTO answers (registration_id, question_id, value, asked) VALUES ($1, $2, '1', '{}')`,
      [registration, question.id],
    );
    const saving = save(series, 1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await answering.commitTransaction();
    await answering.release();
    expect(ids((await saving).archived)).toEqual([question.id]);
  });

  it('may hang on earlier ones of their form and on those of the series', async () => {
    const consent = aQuestion({ kind: 'consent' });
    await save(series, 0, consent);
    const hanging = aQuestion({ condition: { questionId: consent.id, isOneOf: ['true'] } });
    expect((await save(session, 0, hanging)).questions).toMatchObject([hanging]);
    const ofAnother = await app.aSession(await app.aSeries());
    expect((await refused(ofAnother, 0, { ...hanging, id: randomUUID() })).fields).toEqual([
      { path: 'questions.0.condition.questionId', code: 'not-allowed' },
    ]);
  });

  it('do not lose what questions of sessions hang on', async () => {
    const choice = aQuestion({
      kind: 'choice',
      options: [...options, { id: 'c', labels: { en: 'Cheese' } }],
    });
    await save(series, 0, choice);
    await save(session, 0, aQuestion({ condition: { questionId: choice.id, isOneOf: ['c'] } }));
    const inUse = { status: 409, code: 'question.in-use', details: { sessions: [session.id] } };
    expect(await refused(series, 1)).toMatchObject(inUse);
    expect(await refused(series, 1, { ...choice, options })).toMatchObject(inUse);
    expect((await read(series)).version).toBe(1);
    await save(session, 1);
    expect((await save(series, 1)).questions).toEqual([]);
  });

  it('belong to one form', async () => {
    const question = aQuestion();
    await save(series, 0, question);
    expect((await refused(session, 0, question)).fields).toContainEqual({
      path: 'questions.0.id',
      code: 'already-used',
    });
  });

  it.each<[string, object, object]>([
    ['without a text', { texts: {} }, { path: 'questions.0.texts', code: 'required' }],
    [
      'with an empty one',
      { texts: { en: { label: ' ' } } },
      { path: 'questions.0.texts.en.label', code: 'required' },
    ],
    ['of no kind', { kind: 'essay' }, { path: 'questions.0.kind', code: 'not-allowed' }],
    [
      'with one option',
      { kind: 'choice', options: options.slice(1) },
      { path: 'questions.0.options', code: 'too-short', limit: 2 },
    ],
    [
      'with an option that is not called anything',
      { kind: 'many', options: [...options, { id: 'c', labels: {} }] },
      { path: 'questions.0.options.2.labels', code: 'required' },
    ],
    [
      'with a label that is no text',
      { kind: 'many', options: [...options, { id: 'c', labels: { en: 7 } }] },
      { path: 'questions.0.options.2.labels', code: 'required' },
    ],
    [
      'with a bound that is none',
      { kind: 'number', min: 'a' },
      { path: 'questions.0.min', code: 'wrong-type' },
    ],
    [
      'with bounds the wrong way round',
      { kind: 'number', min: 2, max: 1 },
      { path: 'questions.0.max', code: 'too-small', limit: 2 },
    ],
    ['with an id of their own making', { id: 'mine' }, { path: 'questions.0.id', code: 'wrong-format' }],
    [
      'that hang on nothing',
      { condition: { questionId: randomUUID(), isOneOf: ['a'] } },
      { path: 'questions.0.condition.questionId', code: 'not-allowed' },
    ],
  ])('are not saved %s', async (_, change, problem) => {
    expect((await refused(series, 0, { ...aQuestion(), ...change })).fields).toEqual([problem]);
    expect((await read(series)).version).toBe(0);
  });

  it('leave out what their kind does not have', async () => {
    const { questions } = await save(series, 0, aQuestion({ options, min: 1, max: 2 }));
    expect(questions[0]).toMatchObject({ options: [], min: null, max: null });
  });

  it('are saved by one of two who do it at once', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => app.call('put', at(series), { version: 0, questions: [aQuestion()] })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await refused(series, 0)).details).toEqual({ current: 1 });
    expect((await read(series)).questions).toHaveLength(1);
  });

  it('are changed by organisers only, with a trace', async () => {
    const question = aQuestion();
    await save(series, 0, question);
    expect(await app.lastEntry(series)).toMatchObject({
      action: 'questions.save',
      before: { of: 'series', purpose: 'registration', order: [] },
      after: { of: 'series', purpose: 'registration', order: [question.id], [question.id]: { kind: 'text' } },
    });
    app.user = await app.as('editor');
    expect((await read(series)).version).toBe(1);
    expect((await refused(series, 1)).code).toBe('auth.forbidden');
  });
});
