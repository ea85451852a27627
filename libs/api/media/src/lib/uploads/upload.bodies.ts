import { Field } from '@reihe/api-platform';
import { beginUploadRules, type BeginUpload } from '@reihe/shared-editorial';
import { Type } from 'class-transformer';
import { IsInt, Min } from 'class-validator';

export class BeginUploadBody implements BeginUpload {
  @Field(beginUploadRules.fileName) fileName: string;
  @Field(beginUploadRules.byteSize) byteSize: number;
}

export class ChunkQuery {
  /** Where in the file these bytes begin. */
  @Type(() => Number) @IsInt() @Min(0) offset: number;
}
