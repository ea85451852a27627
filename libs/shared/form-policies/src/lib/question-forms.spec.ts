import type { QuestionKind, SaveQuestion } from '@reihe/shared-registration';
import fc from 'fast-check';
import { askedQuestions } from './question-answers';
import { questionFormProblems } from './question-forms';

const anOption = (id: string, label = id) => ({ id, labels: { en: label } });
const options = [anOption('a'), anOption('b')];

function aQuestion(id: string, kind: QuestionKind, change: Partial<SaveQuestion> = {}): SaveQuestion {
  return {
    id,
    kind,
    isRequired: false,
    texts: { en: { label: id, hint: '' } },
    options: kind === 'choice' || kind === 'many' ? options : [],
    condition: null,
    min: null,
    max: null,
    ...change,
  };
}

const after = (questionId: string, ...isOneOf: string[]) => ({ condition: { questionId, isOneOf } });

describe('a list of questions', () => {
  it.each<[string, SaveQuestion[]]>([
    [
      'one of each kind',
      [aQuestion('a', 'text'), aQuestion('b', 'choice'), aQuestion('c', 'number', { min: 1, max: 1 })],
    ],
    ['a condition on a choice', [aQuestion('a', 'choice'), aQuestion('b', 'text', after('a', 'a', 'b'))]],
    ['a condition on a consent', [aQuestion('a', 'consent'), aQuestion('b', 'text', after('a', 'true'))]],
    ['a condition on a country', [aQuestion('a', 'country'), aQuestion('b', 'text', after('a', 'UA'))]],
    ['a condition on a question of the series', [aQuestion('b', 'text', after('of-series', 'a'))]],
    [
      'an option in one language only',
      [aQuestion('a', 'many', { options: [{ id: 'x', labels: { de: 'Ja' } }, anOption('y')] })],
    ],
  ])('may have %s', (_, questions) => {
    expect(questionFormProblems(questions, [aQuestion('of-series', 'choice')])).toEqual([]);
  });

  it.each<[string, SaveQuestion[], object]>([
    [
      'two of one id',
      [aQuestion('a', 'text'), aQuestion('a', 'text')],
      { path: 'questions.1.id', code: 'already-used' },
    ],
    [
      'one of the series again',
      [aQuestion('of-series', 'text')],
      { path: 'questions.0.id', code: 'already-used' },
    ],
    [
      'a choice of one',
      [aQuestion('a', 'choice', { options: [anOption('x')] })],
      { path: 'questions.0.options', code: 'too-short', limit: 2 },
    ],
    [
      'a choice whose others are archived',
      [aQuestion('a', 'many', { options: [anOption('x'), { ...anOption('y'), isArchived: true }] })],
      { path: 'questions.0.options', code: 'too-short', limit: 2 },
    ],
    [
      'two options of one id',
      [aQuestion('a', 'many', { options: [anOption('x'), anOption('x')] })],
      { path: 'questions.0.options.1.id', code: 'already-used' },
    ],
    [
      'an option without a word',
      [aQuestion('a', 'choice', { options: [anOption('x'), anOption('y', ' ')] })],
      { path: 'questions.0.options.1.labels', code: 'required' },
    ],
    [
      'an option that is too long',
      [aQuestion('a', 'choice', { options: [anOption('x', 'x'.repeat(201)), anOption('y')] })],
      { path: 'questions.0.options.0.labels', code: 'too-long', limit: 200 },
    ],
    [
      'bounds the wrong way round',
      [aQuestion('a', 'number', { min: 5, max: 4 })],
      { path: 'questions.0.max', code: 'too-small', limit: 5 },
    ],
    [
      'a condition on a later one',
      [aQuestion('a', 'text', after('b', 'a')), aQuestion('b', 'choice')],
      { path: 'questions.0.condition.questionId', code: 'not-allowed' },
    ],
    [
      'a condition on itself',
      [aQuestion('a', 'choice', after('a', 'a'))],
      { path: 'questions.0.condition.questionId', code: 'not-allowed' },
    ],
    [
      'a condition on a text',
      [aQuestion('a', 'text'), aQuestion('b', 'text', after('a', 'x'))],
      { path: 'questions.1.condition.questionId', code: 'not-allowed' },
    ],
    [
      'a condition on nothing chosen',
      [aQuestion('a', 'choice'), aQuestion('b', 'text', after('a'))],
      { path: 'questions.1.condition.isOneOf', code: 'required' },
    ],
    [
      'a condition on no option of it',
      [aQuestion('a', 'choice'), aQuestion('b', 'text', after('a', 'c'))],
      { path: 'questions.1.condition.isOneOf', code: 'not-allowed' },
    ],
  ])('may not have %s', (_, questions, problem) => {
    expect(questionFormProblems(questions, [aQuestion('of-series', 'choice')])).toEqual([problem]);
  });

  it('without a fault can be asked to the end: some answers lead to every question', () => {
    const kinds = fc.constantFrom<QuestionKind>('choice', 'many', 'consent', 'text');
    const anyForm = fc
      .array(fc.record({ kind: kinds, on: fc.option(fc.nat(5)), value: fc.constantFrom('a', 'b', 'true') }), {
        maxLength: 6,
      })
      .map((list) =>
        list.map(({ kind, on, value }, index) =>
          aQuestion(`q${index}`, kind, on === null ? {} : after(`q${on}`, value)),
        ),
      );
    fc.assert(
      fc.property(anyForm, (questions) => {
        fc.pre(questionFormProblems(questions, []).length === 0);
        for (const wanted of questions) {
          const answers = new Map<string, string | boolean>();
          for (let one: SaveQuestion | undefined = wanted; one?.condition;) {
            const { questionId, isOneOf }: { questionId: string; isOneOf: string[] } = one.condition;
            answers.set(questionId, isOneOf[0] === 'true' ? true : (isOneOf[0] ?? ''));
            one = questions.find(({ id }) => id === questionId);
          }
          const asked = askedQuestions(
            questions.map((question) => ({ ...question, options: [] })),
            answers,
          );
          expect(asked.map(({ id }) => id)).toContain(wanted.id);
        }
      }),
    );
  });
});
