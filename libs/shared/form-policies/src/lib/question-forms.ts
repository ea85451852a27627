import { isLanguage, type FieldProblem } from '@reihe/shared-contracts';
import { OPTION_LABEL_LENGTH, type QuestionCondition, type SaveQuestion } from '@reihe/shared-registration';
import { fieldError } from './field-error';
import { CONDITION_KINDS } from './question-answers';

/** What of a question conditions look at. */
export type NamedQuestion = Pick<SaveQuestion, 'id' | 'kind' | 'options'>;

const FEWEST_OPTIONS = 2;

/**
 * What is wrong with a list of questions beyond the rules of each field, by paths into it (`questions.2.options.0.labels`). `before`
 * are questions asked before all of these, on which they may hang: those of the series.
 */
export function questionFormProblems(
  questions: readonly SaveQuestion[],
  before: readonly NamedQuestion[],
): FieldProblem[] {
  const met = new Map(before.map((question) => [question.id, question]));
  return questions.flatMap((question, index) => {
    const path = `questions.${index}`;
    const problems = [
      ...(met.has(question.id) ? [{ path: `${path}.id`, code: 'already-used' as const }] : []),
      ...optionProblems(question, `${path}.options`),
      ...boundProblems(question, path),
      ...conditionProblems(question.condition, met, `${path}.condition`),
    ];
    met.set(question.id, question);
    return problems;
  });
}

export function hasOptions({ kind }: Pick<SaveQuestion, 'kind'>): boolean {
  return kind === 'choice' || kind === 'many';
}

function optionProblems(question: SaveQuestion, path: string): FieldProblem[] {
  if (!hasOptions(question)) return [];
  const offered = question.options.filter(({ isArchived }) => !isArchived);
  const ids = question.options.map(({ id }) => id);
  return [
    ...(offered.length < FEWEST_OPTIONS ? [{ path, code: 'too-short' as const, limit: FEWEST_OPTIONS }] : []),
    ...question.options.flatMap(({ id, labels }, index): FieldProblem[] => {
      const at = `${path}.${index}`;
      const wrongId = fieldError(id, { kind: 'text', maxLength: 60 });
      const wrong = labelsError(labels);
      return [
        ...(wrongId ? [{ path: `${at}.id`, ...wrongId }] : []),
        ...(ids.indexOf(id) < index ? [{ path: `${at}.id`, code: 'already-used' as const }] : []),
        ...(wrong ? [{ path: `${at}.labels`, ...wrong }] : []),
      ];
    }),
  ];
}

function labelsError(labels: unknown) {
  if (typeof labels !== 'object' || labels === null) return { code: 'wrong-type' as const };
  const entries: [string, unknown][] = Object.entries(labels);
  if (!entries.every(([language]) => isLanguage(language))) return { code: 'not-allowed' as const };
  if (!entries.some(([, label]) => typeof label === 'string' && label.trim() !== ''))
    return { code: 'required' as const };
  const rules = { kind: 'text', maxLength: OPTION_LABEL_LENGTH, optional: true } as const;
  return entries.map(([, label]) => fieldError(label, rules)).find((error) => error !== null) ?? null;
}

function boundProblems({ kind, min, max }: SaveQuestion, path: string): FieldProblem[] {
  if (kind !== 'number' || min === null || max === null || min <= max) return [];
  return [{ path: `${path}.max`, code: 'too-small', limit: min }];
}

function conditionProblems(
  condition: QuestionCondition | null,
  met: ReadonlyMap<string, NamedQuestion>,
  path: string,
): FieldProblem[] {
  if (!condition) return [];
  const named = met.get(condition.questionId);
  const isNameable = named && (CONDITION_KINDS as readonly string[]).includes(named.kind);
  if (!isNameable) return [{ path: `${path}.questionId`, code: 'not-allowed' }];
  if (condition.isOneOf.length === 0) return [{ path: `${path}.isOneOf`, code: 'required' }];
  return condition.isOneOf.every((value) => isAnswerOf(named, value))
    ? []
    : [{ path: `${path}.isOneOf`, code: 'not-allowed' }];
}

function isAnswerOf(named: NamedQuestion, value: unknown): boolean {
  if (named.kind === 'consent') return value === 'true';
  if (named.kind === 'country') return fieldError(value, { kind: 'text', format: 'country' }) === null;
  return named.options.some(({ id, isArchived }) => id === value && !isArchived);
}
