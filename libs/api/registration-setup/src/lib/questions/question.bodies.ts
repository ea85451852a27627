import { Field } from '@reihe/api-platform';
import type { Translations } from '@reihe/shared-contracts';
import {
  QUESTION_PURPOSES,
  questionTextRules,
  saveQuestionFormRules,
  saveQuestionRules as rules,
  type QuestionCondition,
  type QuestionKind,
  type QuestionOption,
  type QuestionPurpose,
  type QuestionText,
  type SaveQuestion,
  type SaveQuestionForm,
} from '@reihe/shared-registration';
import { OwnerParams } from '../owner';

export class QuestionParams extends OwnerParams {
  @Field({ kind: 'text', values: QUESTION_PURPOSES }) purpose: QuestionPurpose;
}

class QuestionTextBody implements QuestionText {
  @Field(questionTextRules.label) label: string;
  @Field(questionTextRules.hint) hint = '';
}

/** What labels say is judged with the whole list, by the policy that the editor asks too. */
class QuestionOptionBody implements QuestionOption {
  @Field({ kind: 'text', maxLength: 60 }) id: string;
  @Field({ kind: 'object' }) labels: Translations<string>;
  @Field({ kind: 'boolean', optional: true }) isArchived?: boolean;
}

class QuestionConditionBody implements QuestionCondition {
  @Field({ kind: 'text', format: 'uuid' }) questionId: string;
  @Field({ kind: 'list', maxLength: 250 }) isOneOf: string[];
}

class SaveQuestionBody implements SaveQuestion {
  @Field(rules.id) id: string;
  @Field(rules.kind) kind: QuestionKind;
  @Field(rules.isRequired) isRequired: boolean;
  @Field(rules.texts, () => QuestionTextBody) texts: Translations<QuestionTextBody>;
  @Field(rules.options, () => QuestionOptionBody) options: QuestionOptionBody[];
  @Field(rules.condition, () => QuestionConditionBody) condition: QuestionConditionBody | null = null;
  @Field(rules.min) min: number | null = null;
  @Field(rules.max) max: number | null = null;
}

export class SaveQuestionFormBody implements SaveQuestionForm {
  @Field(saveQuestionFormRules.version) version: number;
  @Field(saveQuestionFormRules.questions, () => SaveQuestionBody) questions: SaveQuestionBody[];
}
