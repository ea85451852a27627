import { Field } from '@reihe/api-platform';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import {
  beginRecapImportRules,
  changeImportArticleRules,
  changeImportArticlesRules,
  fetchFeedRules,
  runRecapImportRules,
  type BeginRecapImport,
  type ChangeImportArticle,
  type ChangeImportArticles,
  type FetchFeed,
  type RunRecapImport,
} from '@reihe/shared-editorial';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';

export class BeginRecapImportBody implements BeginRecapImport {
  @Field(beginRecapImportRules.seriesId) seriesId: string;
  @Field(beginRecapImportRules.fileName) fileName: string;
  @Field(beginRecapImportRules.byteSize) byteSize: number;
}

export class FetchFeedBody implements FetchFeed {
  @Field(fetchFeedRules.seriesId) seriesId: string;
  @Field(fetchFeedRules.address) address: string;
}

export class ChangeImportArticleBody implements ChangeImportArticle {
  @Field(changeImportArticleRules.version) version: number;
  @Field(changeImportArticleRules.title) title = '';
  @Field(changeImportArticleRules.language) language: Language | null = null;
  @Field(changeImportArticleRules.sessionIds) sessionIds: string[];
  @Field(changeImportArticleRules.translationOf) translationOf: string | null = null;
  @Field(changeImportArticleRules.isChosen) isChosen: boolean;
}

export class ChangeImportArticlesBody implements ChangeImportArticles {
  @Field(changeImportArticlesRules.version) version: number;
  @Field(changeImportArticlesRules.language) language: Language | null = null;
  @Field(changeImportArticlesRules.isChosen) isChosen: boolean | null = null;
}

export class RunRecapImportBody implements RunRecapImport {
  @Field(runRecapImportRules.version) version: number;
  @Field(runRecapImportRules.fetchesPictures) fetchesPictures: boolean;
  @Field(runRecapImportRules.keepsDates) keepsDates: boolean;
}

export class FilePartQuery {
  /** Where in the file these bytes begin. */
  @Type(() => Number) @IsInt() @Min(0) offset: number;
  /** Named here only to be let through: every page of the admin says its language. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}
