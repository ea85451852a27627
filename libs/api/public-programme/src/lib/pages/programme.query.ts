import { Field, PageQuery } from '@reihe/api-platform';
import {
  programmeFilterRules as rules,
  programmeViewRules,
  type FieldRules,
  type ProgrammeFilter,
  type ProgrammeTime,
  type ProgrammeView,
  type SeriesPageQuestion,
  type SessionKind,
  type TimeOfDay,
} from '@reihe/shared-contracts';
import { Transform } from 'class-transformer';

/** Read by `ReaderLanguage`, which knows what to do with a language it does not have. */
const lang = { kind: 'text', maxLength: 35, optional: true } as const satisfies FieldRules;
const slug = { kind: 'text', format: 'slug', maxLength: 100, optional: true } as const satisfies FieldRules;

/** `key=a` is a list of one, `key=` of none, as plain forms send them. */
function Repeated(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (value === undefined) return undefined;
    return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((item) => item !== '');
  });
}

function Whole(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (value === '') return undefined;
    return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  });
}

export class PageLanguageQuery {
  @Field(lang) lang?: string;
}

export class ProgrammeFilterQuery extends PageLanguageQuery implements ProgrammeFilter {
  @Field(rules.q) q?: string;
  @Field(rules.when) when?: ProgrammeTime;
  @Field(rules.from) from?: string;
  @Field(rules.to) to?: string;
  @Repeated() @Field(rules.time) time?: TimeOfDay[];
  @Field(rules.zone) zone?: string;
  @Repeated() @Field(rules.region) region?: string[];
  @Repeated() @Field(rules.category) category?: string[];
  @Repeated() @Field(rules.language) language?: string[];
  @Repeated() @Field(rules.kind) kind?: SessionKind[];
}

export class SeriesPageQuery extends ProgrammeFilterQuery implements SeriesPageQuestion {
  @Field(programmeViewRules.view) view?: ProgrammeView;
  @Field(programmeViewRules.month) month?: string;
  @Whole() @Field(programmeViewRules.start) start?: number;
}

export class ProgrammeQuery extends PageQuery implements ProgrammeFilter {
  @Field(slug) series?: string;
  @Field(rules.when) when?: ProgrammeTime;
  @Field(rules.from) from?: string;
  @Field(rules.to) to?: string;
  @Repeated() @Field(rules.time) time?: TimeOfDay[];
  @Field(rules.zone) zone?: string;
  @Repeated() @Field(rules.region) region?: string[];
  @Repeated() @Field(rules.category) category?: string[];
  @Repeated() @Field(rules.language) language?: string[];
  @Repeated() @Field(rules.kind) kind?: SessionKind[];
}
