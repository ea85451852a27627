import type { AnswerValue } from '@reihe/shared-contracts';
import type { QuestionKind } from '@reihe/shared-registration';
import { feedbackResults, type FeedbackFact } from './feedback-results';

const asked = (kind: QuestionKind, chosen?: string[]) => ({
  label: 'As it was asked',
  language: 'en' as const,
  kind,
  ...(chosen && { chosen }),
});
const answer = (questionId: string, value: AnswerValue, kind: QuestionKind = 'text', chosen?: string[]) => ({
  questionId,
  value,
  asked: asked(kind, chosen),
});
const fact = (change: Partial<FeedbackFact> = {}): FeedbackFact => ({
  name: null,
  isAnonymous: true,
  rating: null,
  comment: '',
  answers: [],
  ...change,
});
const named = (change: Partial<FeedbackFact> = {}) =>
  fact({ name: 'Ada Sample', isAnonymous: false, ...change });
const times = (count: number, one: FeedbackFact) => Array.from({ length: count }, () => one);
const choice = {
  id: 'c',
  kind: 'choice' as const,
  label: 'Which?',
  options: [
    { id: 'a', label: 'First' },
    { id: 'b', label: 'Second' },
  ],
};

describe('the results of feedback', () => {
  it('hold anonymous answers back while there are fewer than five', () => {
    const four = times(
      4,
      fact({ rating: 1, comment: 'Poor', answers: [answer('c', 'a', 'choice', ['First'])] }),
    );
    const results = feedbackResults([...four, named({ rating: 5, comment: 'Good' })], [choice]);
    expect(results).toMatchObject({ anonymous: 4, heldBack: 4, comments: ['Good'] });
    expect(results.rating.bars.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1]);
    expect(results.rating.average).toBe(5);
    expect(results.questions[0]).toMatchObject({ answers: 0, bars: [{ count: 0 }, { count: 0 }] });
    expect(JSON.stringify(results)).not.toContain('Poor');
    expect(results.records).toHaveLength(1);
  });

  it('show them from the fifth on', () => {
    const five = times(5, fact({ rating: 2, comment: 'So so' }));
    const results = feedbackResults([...five, named({ rating: 5 })], []);
    expect(results).toMatchObject({ anonymous: 5, heldBack: 0, rating: { average: 2.5 } });
    expect(results.comments).toHaveLength(5);
    expect(results.records).toHaveLength(6);
    expect(results.records.filter(({ name }) => name === null)).toHaveLength(5);
  });

  it('hold back what few of them answered, question by question, in the export too', () => {
    const telling = fact({ answers: [answer('t', 'I am the only one from Lviv')] });
    const results = feedbackResults(
      [...times(5, fact({ rating: 3 })), telling],
      [{ id: 't', kind: 'text', label: 'Where from?', options: [] }],
    );
    expect(results.questions[0]).toMatchObject({ answers: 0, heldBack: 1, texts: [] });
    expect(JSON.stringify(results)).not.toContain('Lviv');
  });

  it('hold back ratings and comments that few of them gave, in the export too', () => {
    const rated = fact({ rating: 1 });
    const said = fact({ comment: 'I sat in the first row' });
    const all = [
      ...times(5, fact({ answers: [answer('c', 'a', 'choice', ['First'])] })),
      rated,
      said,
      named({ rating: 5, comment: 'Good' }),
    ];
    const results = feedbackResults(all, [choice]);
    expect(results.rating).toMatchObject({ average: 5, heldBack: 1 });
    expect(results.rating.bars.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1]);
    expect(results).toMatchObject({ comments: ['Good'], commentsHeldBack: 1, heldBack: 0 });
    expect(results.records.filter(({ rating }) => rating !== null)).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain('first row');
    const enough = feedbackResults(times(5, fact({ rating: 1, comment: 'Long' })), []);
    expect(enough).toMatchObject({ commentsHeldBack: 0, rating: { heldBack: 0, average: 1 } });
    expect(enough.comments).toHaveLength(5);
  });

  it('show what somebody said with a name that is erased since as before, and never count it as anonymous', () => {
    const erased = fact({ isAnonymous: false, comment: 'Said by name' });
    const results = feedbackResults([...times(4, fact({ comment: 'Secret' })), erased], []);
    expect(results).toMatchObject({ anonymous: 4, heldBack: 4, comments: ['Said by name'] });
  });

  it('count choices by their options, whatever these were called when they were chosen', () => {
    const { questions } = feedbackResults(
      [
        named({ answers: [answer('c', 'a', 'choice', ['As it was called'])] }),
        named({ answers: [answer('c', 'gone', 'choice', ['No more'])] }),
      ],
      [choice],
    );
    expect(questions[0]?.bars).toEqual([
      { key: 'a', label: 'First', count: 1 },
      { key: 'b', label: 'Second', count: 0 },
      { key: 'gone', label: 'No more', count: 1 },
    ]);
  });

  it('sum up numbers, several choices and countries', () => {
    const many = { id: 'm', kind: 'many' as const, label: 'Which ones?', options: choice.options };
    const number = { id: 'n', kind: 'number' as const, label: 'How many?', options: [] };
    const country = { id: 'l', kind: 'country' as const, label: 'Where?', options: [] };
    const one = named({
      answers: [
        answer('m', ['a', 'b'], 'many', ['First', 'Second']),
        answer('n', 10, 'number'),
        answer('l', 'UA', 'country'),
      ],
    });
    const other = named({
      answers: [
        answer('m', ['b'], 'many', ['Second']),
        answer('n', 3, 'number'),
        answer('l', 'UA', 'country'),
      ],
    });
    const { questions, records } = feedbackResults([one, other], [many, number, country]);
    expect(questions.map(({ bars }) => bars.map(({ key, count }) => [key, count]))).toEqual([
      [
        ['a', 1],
        ['b', 2],
      ],
      [
        ['3', 1],
        ['10', 1],
      ],
      [['UA', 2]],
    ]);
    expect(questions[1]?.average).toBe(6.5);
    expect(records[0]?.answers).toEqual({ m: 'First; Second', n: '10', l: 'UA' });
  });

  it('keep what was answered to a question that is asked no more', () => {
    const { questions } = feedbackResults([named({ answers: [answer('old', 'Yes, still here')] })], []);
    expect(questions).toMatchObject([
      { questionId: 'old', label: 'As it was asked', texts: ['Yes, still here'] },
    ]);
  });
});
