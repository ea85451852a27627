import { Field } from '@reihe/api-platform';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import {
  conflictsFilterRules,
  typedSessionRules,
  type ConflictsFilter,
  type TypedSession,
} from '@reihe/shared-planning';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export class ConflictsQuery implements ConflictsFilter {
  @Field(conflictsFilterRules.series) series?: string;
  @Field(conflictsFilterRules.session) session?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(3660) days?: number;
  /** Named here only to be let through: `ReaderLanguage` reads it. */
  @IsOptional() @IsIn(LANGUAGES) lang?: Language;
}

export class TypedSessionBody implements TypedSession {
  @Field(typedSessionRules.sessionId) sessionId: string | null = null;
  @Field(typedSessionRules.seriesId) seriesId: string;
  @Field(typedSessionRules.startsLocal) startsLocal: string;
  @Field(typedSessionRules.endsLocal) endsLocal: string;
  @Field(typedSessionRules.timeZone) timeZone: string;
  @Field(typedSessionRules.regionIds) regionIds: string[];
  @Field(typedSessionRules.speakerIds) speakerIds: string[];
  @Field(typedSessionRules.meetingUrl) meetingUrl = '';
  @Field(typedSessionRules.meetingAccount) meetingAccount = '';
  @Field(typedSessionRules.hasModerator) hasModerator: boolean;
}
