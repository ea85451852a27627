import { Field } from '@reihe/api-platform';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import { beginUploadRules, type BeginUpload } from '@reihe/shared-editorial';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';

export class BeginUploadBody implements BeginUpload {
  @Field(beginUploadRules.fileName) fileName: string;
  @Field(beginUploadRules.byteSize) byteSize: number;
}

export class ChunkQuery {
  /** Where in the file these bytes begin. */
  @Type(() => Number) @IsInt() @Min(0) offset: number;
  /** Named here only to be let through: every page of the admin says its language. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}
