import { Field, PageQuery } from '@reihe/api-platform';
import {
  focalPointRules,
  LANGUAGES,
  mediaCreditRules,
  mediaRightsRules,
  mediaTextRules,
  saveMediaRules,
  type Consent,
  type FocalPoint,
  type Language,
  type MediaCredit,
  type MediaRights,
  type MediaText,
  type SaveMedia,
  type Translations,
} from '@reihe/shared-contracts';
import {
  bulkMediaRules,
  MEDIA_FILTERS,
  replaceMediaRules,
  restoreBulkMediaRules,
  type BulkMedia,
  type BulkMediaBefore,
  type MediaFilter,
  type ReplaceMedia,
  type RestoreBulkMedia,
} from '@reihe/shared-editorial';
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

class MediaRightsBody implements MediaRights {
  @Field(mediaRightsRules.licenceUrl) licenceUrl: string;
  @Field(mediaRightsRules.consent) consent: Consent;
  @Field(mediaRightsRules.consentNote) consentNote: string;
}

class FocalPointBody implements FocalPoint {
  @Field(focalPointRules.x) x: number;
  @Field(focalPointRules.y) y: number;
}

export class SaveMediaBody implements SaveMedia {
  @Field(saveMediaRules.version) version: number;
  @Field(saveMediaRules.credit, () => MediaCreditBody) credit: MediaCreditBody;
  @Field(saveMediaRules.rights, () => MediaRightsBody) rights?: MediaRightsBody;
  @Field(saveMediaRules.focus, () => FocalPointBody) focus?: FocalPointBody;
  @Field(saveMediaRules.translations, () => MediaTextBody) translations: Translations<MediaTextBody>;
}

/** In bulk, what is absent stays as it is. */
class SomeCreditBody implements Partial<MediaCredit> {
  @IsOptional() @Field(mediaCreditRules.photographer) photographer?: string;
  @IsOptional() @Field(mediaCreditRules.agency) agency?: string;
  @IsOptional() @Field(mediaCreditRules.licence) licence?: string;
}

class SomeRightsBody implements Partial<MediaRights> {
  @IsOptional() @Field(mediaRightsRules.licenceUrl) licenceUrl?: string;
  @IsOptional() @Field(mediaRightsRules.consent) consent?: Consent;
  @IsOptional() @Field(mediaRightsRules.consentNote) consentNote?: string;
}

export class BulkMediaBody implements BulkMedia {
  @Field(bulkMediaRules.ids) ids: string[];
  @Field(bulkMediaRules.credit, () => SomeCreditBody) credit?: SomeCreditBody;
  @Field(bulkMediaRules.rights, () => SomeRightsBody) rights?: SomeRightsBody;
}

class BulkMediaBeforeBody implements BulkMediaBefore {
  @Field({ kind: 'text', format: 'uuid' }) id: string;
  @Field(saveMediaRules.version) version: number;
  @Field(saveMediaRules.credit, () => MediaCreditBody) credit: MediaCreditBody;
  @Field({ kind: 'object' }, () => MediaRightsBody) rights: MediaRightsBody;
}

export class RestoreBulkMediaBody implements RestoreBulkMedia {
  @Field(restoreBulkMediaRules.items, () => BulkMediaBeforeBody) items: BulkMediaBeforeBody[];
}

export class ReplaceMediaBody implements ReplaceMedia {
  @Field(replaceMediaRules.byId) byId: string;
  @Field(replaceMediaRules.expected) expected: number;
}

export class MediaQuery extends PageQuery {
  @IsOptional() @IsIn(MEDIA_FILTERS) filter?: MediaFilter;
  /** Of `alt`: only where this language lacks its text. */
  @IsOptional() @IsIn(LANGUAGES) language?: Language;
}
