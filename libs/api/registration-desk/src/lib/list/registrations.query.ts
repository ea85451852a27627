import { Field } from '@reihe/api-platform';
import {
  LANGUAGES,
  PAGE_SIZE,
  type Language,
  type RegistrationOrigin,
  type RegistrationState,
} from '@reihe/shared-contracts';
import {
  REGISTRATION_SORTS,
  registrationFilterRules,
  REGISTRATIONS_PAGE_MAX,
  type RegistrationFilter,
  type RegistrationSort,
} from '@reihe/shared-registration';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

/** In an address everything is text; in a body it is what it is. */
const Flag = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class RegistrationFilterBody implements RegistrationFilter {
  @Field(registrationFilterRules.session) session?: string;
  @Field(registrationFilterRules.series) series?: string;
  @Field(registrationFilterRules.q) q?: string;
  /** In an address joined by commas. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @Field(registrationFilterRules.states)
  states?: RegistrationState[];
  @Field(registrationFilterRules.country) country?: string;
  @Field(registrationFilterRules.language) language?: string;
  @Field(registrationFilterRules.origin) origin?: RegistrationOrigin;
  @Flag() @Field(registrationFilterRules.needsAccessibility) needsAccessibility?: boolean;
  @Flag() @Field(registrationFilterRules.hasJoined) hasJoined?: boolean;
  @Field(registrationFilterRules.from) from?: string;
  @Field(registrationFilterRules.to) to?: string;
  @Field(registrationFilterRules.question) question?: string;
  @Field(registrationFilterRules.answer) answer?: string;
}

export class RegistrationsQuery extends RegistrationFilterBody {
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100_000) page = 1;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(REGISTRATIONS_PAGE_MAX) pageSize: number =
    PAGE_SIZE.default;
  @Field({ kind: 'text', values: REGISTRATION_SORTS, optional: true }) sort: RegistrationSort = 'registered';
  /** Read by ReaderLanguage. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}
