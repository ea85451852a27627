import type { AnswerValue } from '@reihe/shared-contracts';
import type { QuestionKind } from '@reihe/shared-registration';
import fc from 'fast-check';
import { answerError, askedQuestions, checkAnswers, type PutQuestion } from './question-answers';

const options = [
  { id: 'a', label: 'Apples' },
  { id: 'b', label: 'Bread' },
];

function aQuestion(id: string, kind: QuestionKind, change: Partial<PutQuestion> = {}): PutQuestion {
  return {
    id,
    kind,
    isRequired: false,
    label: `What about ${id}?`,
    language: 'en',
    options: kind === 'choice' || kind === 'many' ? options : [],
    condition: null,
    min: null,
    max: null,
    ...change,
  };
}

const given = (values: Record<string, AnswerValue>) =>
  Object.entries(values).map(([questionId, value]) => ({ questionId, value }));
const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);
const after = (questionId: string, ...isOneOf: string[]) => ({ condition: { questionId, isOneOf } });

describe('which questions are asked', () => {
  it.each<[QuestionKind, AnswerValue, string[], boolean]>([
    ['choice', 'a', ['a'], true],
    ['choice', 'b', ['a'], false],
    ['choice', 'b', ['a', 'b'], true],
    ['many', ['b', 'a'], ['a'], true],
    ['many', ['b'], ['a'], false],
    ['many', 'a', ['a'], true],
    ['country', 'UA', ['UA', 'BR'], true],
    ['country', 'DE', ['UA', 'BR'], false],
    ['consent', true, ['true'], true],
    ['consent', 'on', ['true'], true],
    ['consent', false, ['true'], false],
  ])('after a %s answered with %j, wanting %j: %s', (kind, value, isOneOf, isAsked) => {
    const questions = [aQuestion('first', kind), aQuestion('then', 'text', after('first', ...isOneOf))];
    expect(ids(askedQuestions(questions, new Map([['first', value]])))).toEqual(
      isAsked ? ['first', 'then'] : ['first'],
    );
  });

  it('follows chains: what hangs on something that is not asked is not asked', () => {
    const questions = [
      aQuestion('one', 'choice'),
      aQuestion('two', 'choice', after('one', 'a')),
      aQuestion('three', 'text', after('two', 'b')),
    ];
    const asked = (one: string) => ids(askedQuestions(questions, new Map(Object.entries({ one, two: 'b' }))));
    expect(asked('a')).toEqual(['one', 'two', 'three']);
    expect(asked('b')).toEqual(['one']);
  });

  it('never asks what hangs on a question that is gone, comes later or is itself', () => {
    const questions = [
      aQuestion('lost', 'text', after('gone', 'a')),
      aQuestion('early', 'text', after('late', 'a')),
      aQuestion('self', 'choice', after('self', 'a')),
      aQuestion('late', 'choice'),
    ];
    const values = new Map(Object.entries({ gone: 'a', late: 'a', self: 'a' }));
    expect(ids(askedQuestions(questions, values))).toEqual(['late']);
  });
});

describe('an answer', () => {
  it.each<[QuestionKind, AnswerValue, Partial<PutQuestion>, AnswerValue]>([
    ['text', '  Lviv ', {}, 'Lviv'],
    ['long-text', 'two\nlines', {}, 'two\nlines'],
    ['number', 12, {}, 12],
    ['number', ' -12 ', {}, -12],
    ['number', 0, { isRequired: true }, 0],
    ['number', 5, { min: 5, max: 5 }, 5],
    ['country', 'UA', {}, 'UA'],
    ['choice', 'b', {}, 'b'],
    ['many', 'b', {}, ['b']],
    ['many', ['b', 'a', 'b'], {}, ['a', 'b']],
    ['consent', true, { isRequired: true }, true],
    ['consent', 'on', { isRequired: true }, true],
  ])('to a %s question may be %j', (kind, value, change, kept) => {
    const { answers, problems } = checkAnswers([aQuestion('q', kind, change)], given({ q: value }));
    expect(problems).toEqual([]);
    expect(answers).toMatchObject([{ questionId: 'q', value: kept }]);
  });

  it.each<[QuestionKind, AnswerValue, Partial<PutQuestion>, object]>([
    ['text', 'a\0b', {}, { code: 'wrong-format' }],
    ['text', 12, {}, { code: 'wrong-type' }],
    ['text', ['a', 'b'], {}, { code: 'wrong-type' }],
    ['number', 'twelve', {}, { code: 'wrong-type' }],
    ['number', 1.5, {}, { code: 'wrong-type' }],
    ['number', '1e3', {}, { code: 'wrong-type' }],
    ['number', 4, { min: 5 }, { code: 'too-small', limit: 5 }],
    ['number', 6, { max: 5 }, { code: 'too-large', limit: 5 }],
    ['country', 'Ukraine', {}, { code: 'wrong-format' }],
    ['choice', 'c', {}, { code: 'not-allowed' }],
    ['choice', ['a'], {}, { code: 'not-allowed' }],
    ['many', ['a', 'c'], {}, { code: 'not-allowed' }],
    ['many', true, {}, { code: 'not-allowed' }],
    ['consent', 'maybe', {}, { code: 'wrong-type' }],
  ])('to a %s question is not %j', (kind, value, change, error) => {
    const { answers, problems } = checkAnswers([aQuestion('q', kind, change)], given({ q: value }));
    expect(problems).toEqual([{ path: 'answers.q', ...error }]);
    expect(answers).toEqual([]);
  });

  it.each<[QuestionKind, number]>([
    ['text', 500],
    ['long-text', 4000],
  ])('to a %s question is at most %i characters long', (kind, limit) => {
    expect(answerError(aQuestion('q', kind), 'x'.repeat(limit))).toBeNull();
    expect(answerError(aQuestion('q', kind), 'x'.repeat(limit + 1))).toEqual({ code: 'too-long', limit });
  });

  it.each<[QuestionKind, AnswerValue | undefined, string]>([
    ['text', undefined, 'required'],
    ['text', '   ', 'required'],
    ['number', ' ', 'required'],
    ['choice', '', 'required'],
    ['many', [], 'required'],
    ['consent', false, 'must-be-accepted'],
    ['consent', undefined, 'must-be-accepted'],
  ])('to a required %s question cannot be %j', (kind, value, code) => {
    expect(answerError(aQuestion('q', kind, { isRequired: true }), value)).toEqual({ code });
    expect(answerError(aQuestion('q', kind), value)).toBeNull();
  });

  it('is left aside where the question is not asked, however wrong it is, and however required', () => {
    const questions = [
      aQuestion('one', 'choice'),
      aQuestion('two', 'number', { isRequired: true, ...after('one', 'a') }),
    ];
    const { answers, problems } = checkAnswers(questions, given({ one: 'b', two: 'no number', gone: 'x' }));
    expect(problems).toEqual([]);
    expect(answers.map(({ questionId }) => questionId)).toEqual(['one']);
  });

  it('keeps how it was asked, with the labels of what was chosen', () => {
    const questions = [aQuestion('eat', 'many'), aQuestion('why', 'text', { language: 'de' })];
    expect(checkAnswers(questions, given({ why: 'Hunger', eat: ['b', 'a'] })).answers).toEqual([
      {
        questionId: 'eat',
        value: ['a', 'b'],
        asked: { label: 'What about eat?', language: 'en', kind: 'many', chosen: ['Apples', 'Bread'] },
      },
      {
        questionId: 'why',
        value: 'Hunger',
        asked: { label: 'What about why?', language: 'de', kind: 'text' },
      },
    ]);
  });
});

describe('whatever the form and the answers', () => {
  const kinds = fc.constantFrom<QuestionKind>(
    'text',
    'long-text',
    'choice',
    'many',
    'number',
    'country',
    'consent',
  );
  const names = ['q0', 'q1', 'q2', 'q3', 'q4'];
  const anyForm = fc.tuple(
    ...names.map((id) =>
      fc
        .record({
          kind: kinds,
          isRequired: fc.boolean(),
          condition: fc.option(
            fc.record({
              questionId: fc.constantFrom(...names),
              isOneOf: fc.subarray(['a', 'b', 'true', 'UA'], { minLength: 1 }),
            }),
          ),
        })
        .map(({ kind, ...change }) => aQuestion(id, kind, change)),
    ),
  );
  const anyValue = fc.oneof<fc.Arbitrary<AnswerValue>[]>(
    fc.constantFrom('a', 'b', 'on', 'UA', '', ' ', '7'),
    fc.string(),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.array(fc.constantFrom('a', 'b', 'c')),
  );
  const anyAnswers = fc.dictionary(fc.constantFrom(...names, 'stranger'), anyValue).map(given);

  it('only asked questions are answered or wrong, never both, and each required one is one of the two', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (questions, answers) => {
        const checked = checkAnswers(questions, answers);
        const asked = askedQuestions(
          questions,
          new Map(answers.map(({ questionId, value }) => [questionId, value])),
        );
        const answered = checked.answers.map(({ questionId }) => questionId);
        const wrong = checked.problems.map(({ path }) => path.replace('answers.', ''));
        const spoken = [...answered, ...wrong];
        expect(new Set(spoken).size).toBe(spoken.length);
        for (const id of spoken) expect(ids(asked)).toContain(id);
        for (const { id, isRequired } of asked) if (isRequired) expect(spoken).toContain(id);
      }),
    );
  });

  it('what was accepted is accepted again as it is kept', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, (questions, answers) => {
        const { answers: kept, problems } = checkAnswers(questions, answers);
        fc.pre(problems.length === 0);
        expect(checkAnswers(questions, kept)).toEqual({ answers: kept, problems: [] });
      }),
    );
  });
});
