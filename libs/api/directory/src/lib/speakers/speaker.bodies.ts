import { Field } from '@reihe/api-platform';
import {
  saveSpeakerRules,
  speakerTextRules,
  type SaveSpeaker,
  type SpeakerText,
  type Translations,
} from '@reihe/shared-contracts';

class SpeakerTextBody implements SpeakerText {
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
  @Field(saveSpeakerRules.translations, () => SpeakerTextBody) translations: Translations<SpeakerTextBody>;
}
