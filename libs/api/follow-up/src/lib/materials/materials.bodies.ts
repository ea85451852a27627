import { Field } from '@reihe/api-platform';
import type { Language, MaterialKind, Translations } from '@reihe/shared-contracts';
import {
  addMaterialFileRules,
  addMaterialLinkRules,
  orderMaterialsRules,
  saveMaterialRules,
  type AddMaterialFile,
  type AddMaterialLink,
  type MaterialAudience,
  type OrderMaterials,
  type SaveMaterial,
} from '@reihe/shared-registration';

export class AddMaterialLinkBody implements AddMaterialLink {
  @Field(addMaterialLinkRules.kind) kind: MaterialKind;
  @Field(addMaterialLinkRules.audience) audience: MaterialAudience;
  @Field(addMaterialLinkRules.titles) titles: Translations<string>;
  @Field(addMaterialLinkRules.url) url: string;
}

export class AddMaterialFileBody implements AddMaterialFile {
  @Field(addMaterialFileRules.kind) kind: MaterialKind;
  @Field(addMaterialFileRules.audience) audience: MaterialAudience;
  @Field(addMaterialFileRules.title) title: string;
  @Field(addMaterialFileRules.language) language: Language;
}

export class SaveMaterialBody implements SaveMaterial {
  @Field(saveMaterialRules.version) version: number;
  @Field(saveMaterialRules.kind) kind: MaterialKind;
  @Field(saveMaterialRules.audience) audience: MaterialAudience;
  @Field(saveMaterialRules.titles) titles: Translations<string>;
  @Field(saveMaterialRules.url) url: string | null = null;
}

export class OrderMaterialsBody implements OrderMaterials {
  @Field(orderMaterialsRules.ids) ids: string[];
}
