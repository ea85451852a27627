import { Field } from '@reihe/api-platform';
import { tokenRules, type Language, type TokenBody } from '@reihe/shared-contracts';
import {
  askForLinkRules,
  changeEmailRules,
  needsOfSessionRules,
  saveMyProfileRules,
  type AskForLink,
  type ChangeEmail,
  type NeedsOfSession,
  type SaveMyProfile,
} from '@reihe/shared-registration';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class OwnTokenBody implements TokenBody {
  @Field(tokenRules.token) token: string;
}

export class NeedsOfSessionBody implements NeedsOfSession {
  @Field(needsOfSessionRules.registrationId) registrationId: string;
  @Field(needsOfSessionRules.accessibilityNeeds) accessibilityNeeds = '';
}

export class SaveMyProfileBody implements SaveMyProfile {
  @Field(saveMyProfileRules.token) token: string;
  @Field(saveMyProfileRules.version) version: number;
  @Field(saveMyProfileRules.name) name: string;
  @Field(saveMyProfileRules.organisation) organisation: string;
  @Field(saveMyProfileRules.position) position = '';
  @Field(saveMyProfileRules.city) city: string;
  @Field(saveMyProfileRules.country) country: string;
  @Field(saveMyProfileRules.language) language: Language;
  @Field(saveMyProfileRules.timeZone) timeZone: string;
  @Field(saveMyProfileRules.needs, () => NeedsOfSessionBody) needs: NeedsOfSessionBody[] = [];
}

export class ChangeEmailBody implements ChangeEmail {
  @Field(changeEmailRules.token) token: string;
  @Field(changeEmailRules.newEmail) newEmail: string;
}

export class AskForLinkBody implements AskForLink {
  @Field(askForLinkRules.email) email: string;
  @Field(askForLinkRules.language) language: Language;
  /** No field of the contract, and seen by nobody: who fills it in is a machine. */
  @Field({ kind: 'text', maxLength: 2000, optional: true }) website = '';
}

export class LinkQuery {
  @IsString() @MaxLength(200) token: string;
  /** Read by ReaderLanguage. */
  @IsOptional() @IsString() @MaxLength(10) lang?: string;
}
