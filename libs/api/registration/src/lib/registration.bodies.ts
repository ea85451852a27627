import { cleanAnswer, Field } from '@reihe/api-platform';
import {
  cancelRegistrationRules,
  registerRules,
  tokenRules,
  type AnswerValue,
  type CancelRegistration,
  type GivenAnswer,
  type Language,
  type Register,
  type TokenBody,
} from '@reihe/shared-contracts';
import { registerForMoreRules, type RegisterForMore } from '@reihe/shared-registration';
import { Transform, Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';

export class AnswerBody implements GivenAnswer {
  @Field({ kind: 'text', format: 'uuid' }) questionId: string;
  /** What is right depends on the question: the use case looks. */
  @Transform(({ value }) => cleanAnswer(value))
  @IsDefined()
  value: AnswerValue;
}

export class RegisterBody implements Register {
  @Field(registerRules.sessionSlugs) sessionSlugs: string[];
  @Field(registerRules.name) name: string;
  @Field(registerRules.email) email: string;
  @Field(registerRules.organisation) organisation: string;
  /** Optional on the wire: absent, null and empty are the same. */
  @Transform(({ value }: { value: string | null }) => value ?? '')
  @Field(registerRules.position)
  position = '';
  @Field(registerRules.city) city: string;
  @Field(registerRules.country) country: string;
  @Field(registerRules.language) language: Language;
  @Field(registerRules.timeZone) timeZone: string;
  @Field(registerRules.hasAcceptedPrivacyNotice) hasAcceptedPrivacyNotice: boolean;
  @Transform(({ value }: { value: string | null }) => value ?? '')
  @Field(registerRules.accessibilityNeeds)
  accessibilityNeeds = '';
  @Field(registerRules.allowsRecording) allowsRecording: boolean | null = null;
  @Field(registerRules.answers)
  @ValidateNested({ each: true })
  @Type(() => AnswerBody)
  answers: AnswerBody[] = [];
  @Transform(({ value }: { value: string | null }) => value ?? '')
  @Field(registerRules.invitationCode)
  invitationCode = '';
  /** No field of the contract, and in the portal's form seen by nobody: who fills it in is a machine. */
  @Field({ kind: 'text', maxLength: 2000, optional: true }) website = '';
}

export class ConfirmBody implements TokenBody {
  @Field(tokenRules.token) token: string;
}

export class CancelMineBody implements CancelRegistration {
  @Field(cancelRegistrationRules.token) token: string;
  @Field(cancelRegistrationRules.registrationId) registrationId: string;
}

export class RegisterForMoreBody implements RegisterForMore {
  @Field(registerForMoreRules.token) token: string;
  @Field(registerForMoreRules.sessionSlugs) sessionSlugs: string[];
  @Field(registerForMoreRules.hasAcceptedPrivacyNotice) hasAcceptedPrivacyNotice: boolean;
  @Field(registerForMoreRules.accessibilityNeeds) accessibilityNeeds = '';
  @Field(registerForMoreRules.allowsRecording) allowsRecording: boolean | null = null;
  @Field(registerForMoreRules.answers)
  @ValidateNested({ each: true })
  @Type(() => AnswerBody)
  answers: AnswerBody[] = [];
  @Field(registerForMoreRules.invitationCode) invitationCode = '';
}
