import { Field, PageQuery } from '@reihe/api-platform';
import {
  SESSION_KINDS,
  type FieldRules,
  type ProgrammeFilter,
  type SessionKind,
} from '@reihe/shared-contracts';

const slug = { kind: 'text', format: 'slug', maxLength: 100, optional: true } as const satisfies FieldRules;
const language = {
  kind: 'text',
  format: 'language-tag',
  maxLength: 35,
  optional: true,
} as const satisfies FieldRules;
const kind = { kind: 'text', values: SESSION_KINDS, optional: true } as const satisfies FieldRules;
const when = { kind: 'text', values: ['upcoming', 'past'], optional: true } as const satisfies FieldRules;
/** Read by `ReaderLanguage`, which knows what to do with a language it does not have. */
const lang = { kind: 'text', maxLength: 35, optional: true } as const satisfies FieldRules;

export class PageLanguageQuery {
  @Field(lang) lang?: string;
}

export class SeriesPageQuery extends PageLanguageQuery implements Omit<ProgrammeFilter, 'series'> {
  @Field(slug) region?: string;
  @Field(slug) category?: string;
  @Field(language) language?: string;
  @Field(kind) kind?: SessionKind;
  @Field(when) when?: 'upcoming' | 'past';
}

export class ProgrammeQuery extends PageQuery implements ProgrammeFilter {
  @Field(slug) series?: string;
  @Field(slug) region?: string;
  @Field(slug) category?: string;
  @Field(language) language?: string;
  @Field(kind) kind?: SessionKind;
  @Field(when) when?: 'upcoming' | 'past';
}
