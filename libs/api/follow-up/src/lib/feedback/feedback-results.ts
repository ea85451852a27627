import {
  FEWEST_ANONYMOUS,
  RATINGS,
  type FeedbackAnswer,
  type FeedbackBar,
  type FeedbackRecord,
  type FeedbackResults,
  type PublicQuestion,
  type QuestionKind,
  type QuestionResults,
} from '@reihe/shared-registration';

/** One feedback as it is stored. */
export interface FeedbackFact {
  /** null: erased, or anonymous. */
  name: string | null;
  isAnonymous: boolean;
  rating: number | null;
  comment: string;
  answers: FeedbackAnswer[];
}

type Question = Pick<PublicQuestion, 'id' | 'kind' | 'label' | 'options'>;

/**
 * What organisers see of it. Anonymous answers are shown once there are five of them, ratings, comments and answers to each question
 * anew: whoever knows who came must not find the one who answered so. Names stand only where somebody gave theirs.
 */
export function feedbackResults(
  facts: readonly FeedbackFact[],
  questions: readonly Question[],
): Omit<FeedbackResults, 'phase' | 'asked' | 'given'> {
  const anonymous = facts.filter(({ isAnonymous }) => isAnonymous).length;
  const { shown, heldBack } = enough(facts);
  const results = everyQuestion(facts, questions).map((question) => questionResults(question, shown));
  const hidden = new Set(results.filter((one) => one.heldBack > 0).map(({ questionId }) => questionId));
  const rated = enough(shown.filter(({ rating }) => rating !== null));
  const ratings = ratedOf(rated.shown);
  const commented = enough(shown.filter(({ comment }) => comment !== ''));
  const isHidden = { rating: rated.heldBack > 0, comment: commented.heldBack > 0, questions: hidden };
  return {
    anonymous,
    heldBack,
    rating: {
      bars: RATINGS.map((rating) => bar(String(rating), '', ratings.filter((one) => one === rating).length)),
      average: averageOf(ratings),
      heldBack: rated.heldBack,
    },
    comments: commented.shown.map(({ comment }) => comment),
    commentsHeldBack: commented.heldBack,
    questions: results,
    records: shown.map((fact) => recordOf(fact, isHidden)),
  };
}

function isTooFew(count: number): boolean {
  return count > 0 && count < FEWEST_ANONYMOUS;
}

/** Without the anonymous ones where these are too few. */
function enough<Given extends { isAnonymous: boolean }>(given: readonly Given[]) {
  const named = given.filter(({ isAnonymous }) => !isAnonymous);
  const anonymous = given.length - named.length;
  return isTooFew(anonymous) ? { shown: named, heldBack: anonymous } : { shown: given, heldBack: 0 };
}

/** The questions of today in their order, then those that are asked no more but were answered. */
function everyQuestion(facts: readonly FeedbackFact[], questions: readonly Question[]): Question[] {
  const all = new Map(questions.map((question) => [question.id, question]));
  for (const { questionId, asked } of facts.flatMap(({ answers }) => answers))
    if (!all.has(questionId))
      all.set(questionId, { id: questionId, kind: asked.kind, label: asked.label, options: [] });
  return [...all.values()];
}

function questionResults(
  { id, kind, label, options }: Question,
  shown: readonly FeedbackFact[],
): QuestionResults {
  const given = shown.flatMap(({ isAnonymous, answers }) =>
    answers.filter(({ questionId }) => questionId === id).map((answer) => ({ ...answer, isAnonymous })),
  );
  const { shown: counted, heldBack } = enough(given);
  const isText = kind === 'text' || kind === 'long-text';
  const numbers = kind === 'number' ? counted.map(({ value }) => Number(value)) : [];
  return {
    questionId: id,
    label,
    kind,
    answers: counted.length,
    heldBack,
    bars: isText ? [] : barsOf(counted, kind, options),
    average: averageOf(numbers),
    texts: isText ? counted.map(({ value }) => String(value)) : [],
  };
}

function barsOf(
  answers: readonly FeedbackAnswer[],
  kind: QuestionKind,
  options: Question['options'],
): FeedbackBar[] {
  const counts = new Map<string, number>(options.map(({ id }) => [id, 0]));
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  for (const { value, asked } of answers)
    [value].flat().forEach((one, at) => {
      const key = String(one);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      // An option that is there no more is called as it was when somebody chose it.
      if (!labels.has(key)) labels.set(key, asked.chosen?.[at] ?? '');
    });
  const bars = [...counts].map(([key, count]) => bar(key, labels.get(key) ?? '', count));
  if (kind === 'number') return bars.sort((one, other) => Number(one.key) - Number(other.key));
  return kind === 'country'
    ? bars.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1))
    : bars;
}

function recordOf(
  { name, isAnonymous, rating, comment, answers }: FeedbackFact,
  isHidden: { rating: boolean; comment: boolean; questions: ReadonlySet<string> },
): FeedbackRecord {
  const told = answers.filter(({ questionId }) => !isAnonymous || !isHidden.questions.has(questionId));
  return {
    name,
    rating: isAnonymous && isHidden.rating ? null : rating,
    comment: isAnonymous && isHidden.comment ? '' : comment,
    answers: Object.fromEntries(told.map((answer) => [answer.questionId, wordsOf(answer)])),
  };
}

function wordsOf({ value, asked }: FeedbackAnswer): string {
  return asked.chosen ? asked.chosen.join('; ') : String(value);
}

function ratedOf(facts: readonly FeedbackFact[]): number[] {
  return facts.flatMap(({ rating }) => (rating === null ? [] : [rating]));
}

/** To one decimal. */
function averageOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 10) / 10;
}

function bar(key: string, label: string, count: number): FeedbackBar {
  return { key, label, count };
}
