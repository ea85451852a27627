import { Field } from '@reihe/api-platform';
import {
  answerInvitationRules,
  inviteSpeakersRules,
  saveProfileRules,
  sendPhotoRules,
  tokenRules,
  type AnswerInvitation,
  type InvitationAnswer,
  type InviteSpeakers,
  type SaveProfile,
  type SendPhoto,
  type TokenBody,
  type Translations,
} from '@reihe/shared-contracts';
import { Transform } from 'class-transformer';
import { SpeakerTextBody } from '../speakers/speaker.bodies';

export class InviteSpeakersBody implements InviteSpeakers {
  @Field(inviteSpeakersRules.contributionIds) contributionIds: string[];
}

export class AnswerInvitationBody implements AnswerInvitation {
  @Field(answerInvitationRules.token) token: string;
  @Field(answerInvitationRules.contributionId) contributionId: string;
  @Field(answerInvitationRules.answer) answer: InvitationAnswer;
  @Field(answerInvitationRules.words) words = '';
}

export class SaveProfileBody implements SaveProfile {
  @Field(saveProfileRules.token) token: string;
  @Field(saveProfileRules.version) version: number;
  @Field(saveProfileRules.title) title = '';
  @Field(saveProfileRules.name) name: string;
  @Field(saveProfileRules.city) city = '';
  @Field(saveProfileRules.country) country: string | null = null;
  @Field(saveProfileRules.translations, () => SpeakerTextBody) translations: Translations<SpeakerTextBody>;
}

export class SendPhotoBody implements SendPhoto {
  @Field(sendPhotoRules.token) token: string;
  @Field(sendPhotoRules.credit) credit: string;
  /** Beside a file everything is text. */
  @Transform(({ value }: { value: unknown }) => value === true || value === 'true' || value === 'on')
  @Field(sendPhotoRules.hasConsented)
  hasConsented: boolean;
}

export class OwnTokenBody implements TokenBody {
  @Field(tokenRules.token) token: string;
}
