import { Field, PageQuery } from '@reihe/api-platform';
import {
  mediaCreditRules,
  mediaTextRules,
  saveMediaRules,
  type MediaCredit,
  type MediaText,
  type SaveMedia,
  type Translations,
} from '@reihe/shared-contracts';
import { IsIn, IsOptional } from 'class-validator';

class MediaTextBody implements MediaText {
  @Field(mediaTextRules.alt) alt: string;
  @Field(mediaTextRules.caption) caption: string;
}

class MediaCreditBody implements MediaCredit {
  @Field(mediaCreditRules.photographer) photographer: string;
  @Field(mediaCreditRules.agency) agency: string;
  @Field(mediaCreditRules.licence) licence: string;
}

export class SaveMediaBody implements SaveMedia {
  @Field(saveMediaRules.version) version: number;
  @Field(saveMediaRules.credit, () => MediaCreditBody) credit: MediaCreditBody;
  @Field(saveMediaRules.translations, () => MediaTextBody) translations: Translations<MediaTextBody>;
}

export class MediaQuery extends PageQuery {
  /** Only images without credit, or without alt text in some language. */
  @IsOptional() @IsIn(['credit', 'alt']) missing?: 'credit' | 'alt';
}
