import { Field, PageQuery } from '@reihe/api-platform';
import {
  LANGUAGES,
  RECAP_STATES,
  changeStateRules,
  type ChangeState,
  type Language,
  type RecapState,
  type RichDocument,
  type Translations,
} from '@reihe/shared-contracts';
import {
  confirmTranslationRules,
  recapTextRules,
  reviewCommentRules,
  reviewTranslationRules,
  saveRecapRules,
  type ConfirmTranslation,
  type RecapText,
  type ReviewComment,
  type ReviewTranslation,
  type SaveRecap,
} from '@reihe/shared-editorial';

class RecapTextBody implements RecapText {
  @Field(recapTextRules.title) title: string;
  @Field(recapTextRules.slug) slug: string;
  @Field(recapTextRules.lead) lead = '';
  /** Judged by `checkRichDocument`. */
  @Field(recapTextRules.body) body: RichDocument;
  @Field(recapTextRules.seoTitle) seoTitle = '';
  @Field(recapTextRules.seoDescription) seoDescription = '';
}

export class SaveRecapBody implements SaveRecap {
  @Field(saveRecapRules.version) version: number;
  @Field(saveRecapRules.seriesId) seriesId: string;
  @Field(saveRecapRules.sessionIds) sessionIds: string[];
  @Field(saveRecapRules.categoryIds) categoryIds: string[];
  @Field(saveRecapRules.regionIds) regionIds: string[];
  @Field(saveRecapRules.byline) byline = '';
  @Field(saveRecapRules.leadMediaId) leadMediaId: string | null = null;
  @Field(saveRecapRules.gallery) gallery: string[];
  @Field(saveRecapRules.publishedOn) publishedOn: string | null = null;
  @Field(saveRecapRules.translations, () => RecapTextBody) translations: Translations<RecapTextBody>;
}

export class ChangeRecapStateBody implements ChangeState {
  @Field(changeStateRules.version) version: number;
}

export class ReviewCommentBody implements ReviewComment {
  @Field(reviewCommentRules.version) version: number;
  @Field(reviewCommentRules.comment) comment: string;
}

export class ConfirmTranslationBody implements ConfirmTranslation {
  @Field(confirmTranslationRules.version) version: number;
  @Field(confirmTranslationRules.language) language: Language;
  @Field(confirmTranslationRules.parts) parts: string[];
}

export class ReviewTranslationBody implements ReviewTranslation {
  @Field(reviewTranslationRules.version) version: number;
  @Field(reviewTranslationRules.language) language: Language;
  @Field(reviewTranslationRules.isReviewed) isReviewed: boolean;
}

export class RecapsQuery extends PageQuery {
  /** Id of a series. */
  @Field({ kind: 'text', format: 'uuid', optional: true }) series?: string;
  @Field({ kind: 'text', values: RECAP_STATES, optional: true }) state?: RecapState;
  /** Only recaps that are written in it. */
  @Field({ kind: 'text', values: LANGUAGES, optional: true }) language?: Language;
}
