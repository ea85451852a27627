import { Field, PageQuery } from '@reihe/api-platform';
import type { FieldRules } from '@reihe/shared-contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const slug = { kind: 'text', format: 'slug', maxLength: 120, optional: true } as const satisfies FieldRules;

export class RecapsPageQuery extends PageQuery {
  /** Slug of a series. */
  @Field(slug) series?: string;
  /** Slug of a region; the regions within it count too. */
  @Field(slug) region?: string;
  @Field(slug) category?: string;
  /** Of the date shown to readers. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1900) @Max(9999) year?: number;
}
