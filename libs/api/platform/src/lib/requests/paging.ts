import { LANGUAGES, PAGE_SIZE, type Language, type Page } from '@reihe/shared-contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Query of every paged list. Lists with filters extend it. */
export class PageQuery {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100_000) page = 1;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(PAGE_SIZE.max) pageSize: number = PAGE_SIZE.default;
  /** Free text search. */
  @IsOptional() @IsString() @MaxLength(200) q?: string;
  /** Named here only to be let through: `ReaderLanguage` reads it. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}

export function offsetOf({ page, pageSize }: PageQuery): number {
  return (page - 1) * pageSize;
}

export function pageOf<T>(items: T[], total: number, { page, pageSize }: PageQuery): Page<T> {
  return { items, total, page, pageSize };
}
