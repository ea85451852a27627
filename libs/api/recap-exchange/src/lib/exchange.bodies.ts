import { Field } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import {
  exchangeFileRules,
  exportTranslationsRules,
  importTranslationRules,
  undoTranslationImportRules,
  type ExchangeFileOf,
  type ExchangeFormat,
  type ExportTranslations,
  type ImportTranslation,
  type UndoTranslationImport,
} from '@reihe/shared-editorial';

export class ExchangeFileBody implements ExchangeFileOf {
  @Field(exchangeFileRules.language) language: Language;
}

export class ImportTranslationBody implements ImportTranslation {
  @Field(importTranslationRules.language) language: Language;
  @Field(importTranslationRules.version) version: string;
  @Field(importTranslationRules.rows) rows: string;
}

export class UndoTranslationImportBody implements UndoTranslationImport {
  @Field(undoTranslationImportRules.version) version: number;
}

export class ExportTranslationsQuery implements ExportTranslations {
  @Field(exportTranslationsRules.recaps) recaps: string;
  @Field(exportTranslationsRules.language) language: Language;
  @Field(exportTranslationsRules.format) format: ExchangeFormat;
}
