import { PageQuery } from '@reihe/api-platform';
import { REGISTRATION_LIFE, type RegistrationState } from '@reihe/shared-contracts';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class RegistrationsQuery extends PageQuery {
  @IsOptional() @IsIn(REGISTRATION_LIFE) state?: RegistrationState;
}

export class ConfirmationQuery {
  @IsString() @MaxLength(200) token: string;
  /** Read by ReaderLanguage. */
  @IsOptional() @IsString() @MaxLength(10) lang?: string;
}
