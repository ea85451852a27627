import { Field } from '@reihe/api-platform';
import {
  EDITED,
  editorTabRules,
  keepDraftRules,
  LANGUAGES,
  type Edited,
  type EditorTab,
  type KeepDraft,
  type Language,
} from '@reihe/shared-contracts';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class EditorTabBody implements EditorTab {
  @Field(editorTabRules.subject) subject: Edited;
  @Field(editorTabRules.subjectId) subjectId: string;
  @Field(editorTabRules.tab) tab: string;
}

export class KeepDraftBody implements KeepDraft {
  @Field(keepDraftRules.baseVersion) baseVersion: number;
  @Field(keepDraftRules.base) base: Record<string, unknown>;
  @Field(keepDraftRules.form) form: Record<string, unknown>;
}

export class DraftsQuery {
  @IsIn(EDITED) subject: Edited;
  /** Id of what is edited, or `new`. */
  @IsOptional() @IsString() @MaxLength(40) key?: string;
  /** Named here only to be let through: `ReaderLanguage` reads it. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}
