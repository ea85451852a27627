import type { AnswerValue, FieldProblem, GivenAnswer } from '@reihe/shared-contracts';
import { FORMAT_PATTERNS } from '@reihe/shared-contracts';
import { ANSWER_LIMITS, type AskedQuestion, type PublicQuestion } from '@reihe/shared-registration';
import { fieldError, type FieldError } from './field-error';

/** What of a question decides whether it is asked and what answers it. */
export type AskableQuestion = Pick<
  PublicQuestion,
  'id' | 'kind' | 'isRequired' | 'options' | 'condition' | 'min' | 'max'
>;

/** A question with the words in which somebody is asked it. */
export type PutQuestion = AskableQuestion & Pick<PublicQuestion, 'label' | 'language'>;

/** Answers by their question's id. */
export type Answers = ReadonlyMap<string, AnswerValue>;

export interface CheckedAnswer {
  questionId: string;
  value: AnswerValue;
  /** How it was put: what is shown with the answer for ever. */
  asked: AskedQuestion;
}

/** Kinds whose answers a condition can name: from a closed set of values. */
export const CONDITION_KINDS = ['choice', 'many', 'country', 'consent'] as const;

/**
 * The questions that are asked, in their order. A condition can only name what was asked before: where that is not asked, or not
 * there any more, neither is what hangs on it.
 */
export function askedQuestions<Q extends AskableQuestion>(questions: readonly Q[], given: Answers): Q[] {
  const asked = new Map<string, Q>();
  for (const question of questions) {
    const { condition } = question;
    const named = condition && asked.get(condition.questionId);
    if (!condition || (named && isMet(condition.isOneOf, meant(named, given.get(named.id)))))
      asked.set(question.id, question);
  }
  return [...asked.values()];
}

function isMet(wanted: readonly string[], value: AnswerValue | null): boolean {
  if (value === null) return false;
  return [value].flat().some((one) => wanted.includes(String(one)));
}

/**
 * Judges a form's answers. What is not asked (any more, or for want of a condition) is left aside, whatever was sent for it: only
 * what is asked can be wrong. The answers are in the order of the questions.
 */
export function checkAnswers(
  questions: readonly PutQuestion[],
  given: readonly GivenAnswer[],
): { answers: CheckedAnswer[]; problems: FieldProblem[] } {
  const values = new Map(given.map(({ questionId, value }) => [questionId, value]));
  const answers: CheckedAnswer[] = [];
  const problems: FieldProblem[] = [];
  for (const question of askedQuestions(questions, values)) {
    const raw = values.get(question.id);
    const wrong = answerError(question, raw);
    if (wrong) problems.push({ path: `answers.${question.id}`, ...wrong });
    const value = meant(question, raw);
    if (!wrong && value !== null)
      answers.push({ questionId: question.id, value, asked: asAsked(question, value) });
  }
  return { answers, problems };
}

/** What is wrong with the answer to a question that is asked; null when nothing is. */
export function answerError(question: AskableQuestion, raw: AnswerValue | undefined): FieldError | null {
  const value = meant(question, raw);
  if (value === null) {
    if (!question.isRequired) return null;
    return { code: question.kind === 'consent' ? 'must-be-accepted' : 'required' };
  }
  switch (question.kind) {
    case 'text':
      return fieldError(value, { kind: 'text', maxLength: ANSWER_LIMITS.text });
    case 'long-text':
      return fieldError(value, { kind: 'text', maxLength: ANSWER_LIMITS.longText });
    case 'number': {
      const { min, max } = question;
      return fieldError(value, {
        kind: 'number',
        ...(min !== null && { min }),
        ...(max !== null && { max }),
      });
    }
    case 'country':
      return typeof value === 'string' && FORMAT_PATTERNS.country.test(value)
        ? null
        : { code: 'wrong-format' };
    case 'choice':
      return typeof value === 'string' && isOption(question, value) ? null : { code: 'not-allowed' };
    case 'many':
      return Array.isArray(value) && value.every((id) => isOption(question, id))
        ? null
        : { code: 'not-allowed' };
    case 'consent':
      return value === true ? null : { code: 'wrong-type' };
  }
}

function isOption({ options }: AskableQuestion, id: unknown): boolean {
  return options.some((option) => option.id === id);
}

/**
 * The answer as it is kept; null: none was given. A plain post knows only texts, so `12` may be a number, one text a list and
 * `on` a tick. What cannot be meant so stays as it came, to be refused.
 */
function meant({ kind, options }: AskableQuestion, raw: AnswerValue | undefined): AnswerValue | null {
  if (raw === undefined || raw === '' || raw === false) return null;
  switch (kind) {
    case 'many': {
      const ids = typeof raw === 'string' ? [raw] : raw;
      if (!Array.isArray(ids)) return raw;
      const strangers = ids.filter((id) => !options.some((option) => option.id === id));
      const chosen = options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
      return ids.length === 0 ? null : [...chosen, ...strangers];
    }
    case 'number':
      return typeof raw === 'string' && /^\s*[+-]?\d{1,15}\s*$/.test(raw) ? Number(raw) : blankIsNone(raw);
    case 'consent':
      return raw === 'on' || raw === 'true' ? true : raw;
    default:
      return blankIsNone(raw);
  }
}

function blankIsNone(raw: AnswerValue): AnswerValue | null {
  if (typeof raw !== 'string') return raw;
  return raw.trim() === '' ? null : raw.trim();
}

function asAsked({ label, language, kind, options }: PutQuestion, value: AnswerValue): AskedQuestion {
  const ids = [value].flat();
  const chosen = options.flatMap((option) => (ids.includes(option.id) ? [option.label] : []));
  return { label, language, kind, ...(kind === 'choice' || kind === 'many' ? { chosen } : {}) };
}
