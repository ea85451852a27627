import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ConfirmationQuery {
  @IsString() @MaxLength(200) token: string;
  /** Read by ReaderLanguage. */
  @IsOptional() @IsString() @MaxLength(10) lang?: string;
}
