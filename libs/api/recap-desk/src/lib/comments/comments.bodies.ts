import { Field } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  answerCommentRules,
  writeCommentRules,
  type AnswerComment,
  type WriteComment,
} from '@reihe/shared-editorial';

export class WriteCommentBody implements WriteComment {
  @Field(writeCommentRules.language) language: Language;
  @Field(writeCommentRules.blockId) blockId: string | null = null;
  @Field(writeCommentRules.quote) quote: string;
  @Field(writeCommentRules.before) before = '';
  @Field(writeCommentRules.after) after = '';
  @Field(writeCommentRules.text) text: string;
}

export class AnswerCommentBody implements AnswerComment {
  @Field(answerCommentRules.text) text: string;
}
