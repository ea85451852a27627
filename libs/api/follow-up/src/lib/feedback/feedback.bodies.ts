import { cleanAnswer, Field } from '@reihe/api-platform';
import type { AnswerValue, GivenAnswer, Language } from '@reihe/shared-contracts';
import {
  changeFeedbackRules,
  giveFeedbackRules,
  type ChangeFeedback,
  type GiveFeedback,
} from '@reihe/shared-registration';
import { Transform, Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';

export class FeedbackAnswerBody implements GivenAnswer {
  @Field({ kind: 'text', format: 'uuid' }) questionId: string;
  /** What is right depends on the question: the use case looks. */
  @Transform(({ value }) => cleanAnswer(value))
  @IsDefined()
  value: AnswerValue;
}

export class ChangeFeedbackBody implements ChangeFeedback {
  @Field(changeFeedbackRules.rating) rating: number | null = null;
  @Transform(({ value }: { value: string | null }) => value ?? '')
  @Field(changeFeedbackRules.comment)
  comment = '';
  @Field(changeFeedbackRules.answers)
  @ValidateNested({ each: true })
  @Type(() => FeedbackAnswerBody)
  answers: FeedbackAnswerBody[] = [];
  @Field(changeFeedbackRules.language) language: Language;
}

export class GiveFeedbackBody extends ChangeFeedbackBody implements GiveFeedback {
  @Field(giveFeedbackRules.isAnonymous) isAnonymous: boolean;
}
