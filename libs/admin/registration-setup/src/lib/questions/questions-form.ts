import {
  applyEach,
  applyWhen,
  disabled,
  validate,
  validateTree,
  type FieldTree,
  type SchemaPathTree,
} from '@angular/forms/signals';
import { applyRules, inEveryLanguage, type InEveryLanguage, isBlank, written } from '@reihe/admin-ui';
import { DEFAULT_LANGUAGE, LANGUAGES, type FieldProblem, type Language } from '@reihe/shared-contracts';
import {
  CONDITION_KINDS,
  hasOptions,
  type NamedQuestion,
  questionFormProblems,
} from '@reihe/shared-form-policies';
import {
  questionTextRules,
  saveQuestionRules,
  type Question,
  type QuestionForm,
  type QuestionKind,
  type QuestionText,
  type SaveQuestion,
} from '@reihe/shared-registration';
import { serverErrors } from '@reihe/web-forms';

export interface OptionItem {
  id: string;
  labels: InEveryLanguage<string>;
  isArchived: boolean;
}

export interface QuestionItem {
  id: string;
  kind: QuestionKind;
  isRequired: boolean;
  texts: InEveryLanguage<QuestionText>;
  options: OptionItem[];
  /** Id of the question on which it hangs; empty: it is always asked. */
  hangsOn: string;
  isOneOf: string[];
  min: number | null;
  max: number | null;
}

export interface QuestionsForm {
  questions: QuestionItem[];
}

const NO_TEXT: QuestionText = { label: '', hint: '' };

export function emptyOption(): OptionItem {
  return { id: crypto.randomUUID(), labels: noLabels(), isArchived: false };
}

export function emptyQuestion(kind: QuestionKind): QuestionItem {
  return {
    id: crypto.randomUUID(),
    kind,
    isRequired: false,
    texts: inEveryLanguage({}, NO_TEXT),
    options: hasOptions({ kind }) ? [emptyOption(), emptyOption()] : [],
    hangsOn: '',
    isOneOf: [],
    min: null,
    max: null,
  };
}

export function questionItem(question: Question): QuestionItem {
  const { id, kind, isRequired, texts, options, condition, min, max } = question;
  return {
    id,
    kind,
    isRequired,
    texts: inEveryLanguage(texts, NO_TEXT),
    options: options.map((option) => ({
      id: option.id,
      labels: { ...noLabels(), ...option.labels },
      isArchived: option.isArchived ?? false,
    })),
    hangsOn: condition?.questionId ?? '',
    isOneOf: condition?.isOneOf ?? [],
    min,
    max,
  };
}

export function questionsForm({ questions }: QuestionForm): QuestionsForm {
  return { questions: questions.map(questionItem) };
}

export function saveQuestion({ hangsOn, isOneOf, texts, options, ...item }: QuestionItem): SaveQuestion {
  return {
    ...item,
    texts: written(texts),
    options: options.map(({ id, labels, isArchived }) => ({
      id,
      labels: Object.fromEntries(Object.entries(labels).filter(([, label]) => label.trim() !== '')),
      ...(isArchived && { isArchived }),
    })),
    condition: hangsOn ? { questionId: hangsOn, isOneOf } : null,
  };
}

/** Whether anything of it is written in a language. */
export function isQuestionIn({ texts, options }: QuestionItem, language: Language): boolean {
  return !isBlank(texts[language]) || options.some(({ labels }) => labels[language].trim() !== '');
}

/** Whether others may hang on it: its answers are from a closed set. */
export function canBeHungOn({ kind }: Pick<NamedQuestion, 'kind'>): boolean {
  return (CONDITION_KINDS as readonly string[]).includes(kind);
}

/** @param before what the series asks, where these are a session's own */
export function questionsSchema(
  path: SchemaPathTree<QuestionsForm>,
  mayWrite: () => boolean,
  before: () => readonly NamedQuestion[],
): void {
  disabled(path, () => !mayWrite());
  applyEach(path.questions, (question) => {
    const { min, max } = saveQuestionRules;
    applyRules<QuestionItem>(question, { min, max });
    validate(question.texts[DEFAULT_LANGUAGE].label, (label) =>
      Object.values(label.valueOf(question.texts)).every(isBlank) ? { kind: 'required' } : null,
    );
    for (const language of LANGUAGES)
      applyWhen(
        question.texts[language],
        ({ value }) => !isBlank(value()),
        (text) => {
          applyRules(text, questionTextRules);
        },
      );
  });
  validateTree(path, ({ value, fieldTree }) =>
    serverErrors(
      fieldTree as unknown as FieldTree<unknown>,
      questionFormProblems(value().questions.map(saveQuestion), before()).map(ofForm),
    ),
  );
}

/** Where in this form something is wrong that the API, or the policy both ask, found in what is sent. */
export function ofForm(problem: FieldProblem): FieldProblem {
  const path = problem.path
    .replace(/\.condition\.questionId$/, '.hangsOn')
    .replace(/\.condition\.isOneOf$/, '.isOneOf')
    .replace(/\.labels$/, `.labels.${DEFAULT_LANGUAGE}`);
  return { ...problem, path };
}

function noLabels(): InEveryLanguage<string> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, ''])) as InEveryLanguage<string>;
}
