import { Field, PageQuery } from '@reihe/api-platform';
import {
  INVITATION_STATES,
  mergeSpeakersRules,
  saveSpeakerRules,
  SPEAKER_PHOTO_FILTER,
  speakerTextRules,
  splitSpeakersRules,
  type InvitationState,
  type Language,
  type MergeSpeakers,
  type SaveSpeaker,
  type SpeakerPhotoFilter,
  type SpeakerText,
  type SplitSpeakers,
  type Translations,
} from '@reihe/shared-contracts';

export class SpeakerTextBody implements SpeakerText {
  @Field(speakerTextRules.position) position = '';
  @Field(speakerTextRules.organisation) organisation = '';
  @Field(speakerTextRules.bio) bio = '';
}

export class SaveSpeakerBody implements SaveSpeaker {
  @Field(saveSpeakerRules.version) version: number;
  @Field(saveSpeakerRules.title) title = '';
  @Field(saveSpeakerRules.name) name: string;
  @Field(saveSpeakerRules.email) email = '';
  @Field(saveSpeakerRules.city) city = '';
  @Field(saveSpeakerRules.country) country: string | null = null;
  @Field(saveSpeakerRules.language) language: Language | null = null;
  @Field(saveSpeakerRules.translations, () => SpeakerTextBody) translations: Translations<SpeakerTextBody>;
}

export class SpeakersQuery extends PageQuery {
  @Field({ kind: 'text', format: 'country', optional: true }) country?: string;
  @Field({ kind: 'text', values: SPEAKER_PHOTO_FILTER, optional: true }) photo?: SpeakerPhotoFilter;
  /** Of a part in a session to come. */
  @Field({ kind: 'text', values: INVITATION_STATES, optional: true }) invitation?: InvitationState;
}

export class MergeSpeakersBody implements MergeSpeakers {
  @Field(mergeSpeakersRules.version) version: number;
  @Field(mergeSpeakersRules.absorbedId) absorbedId: string;
  @Field(mergeSpeakersRules.absorbedVersion) absorbedVersion: number;
}

export class SplitSpeakersBody implements SplitSpeakers {
  @Field(splitSpeakersRules.version) version: number;
  @Field(splitSpeakersRules.absorbedId) absorbedId: string;
}
