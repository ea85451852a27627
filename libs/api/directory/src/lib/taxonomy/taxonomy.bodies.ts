import { Field } from '@reihe/api-platform';
import {
  namedTextRules,
  saveCategoryRules,
  saveRegionRules,
  type NamedText,
  type RegionTint,
  type SaveCategory,
  type SaveRegion,
  type Translations,
} from '@reihe/shared-contracts';

class NamedTextBody implements NamedText {
  @Field(namedTextRules.name) name: string;
}

export class SaveCategoryBody implements SaveCategory {
  @Field(saveCategoryRules.version) version: number;
  @Field(saveCategoryRules.slug) slug: string;
  @Field(saveCategoryRules.position) position: number;
  @Field(saveCategoryRules.translations, () => NamedTextBody) translations: Translations<NamedTextBody>;
}

export class SaveRegionBody extends SaveCategoryBody implements SaveRegion {
  @Field(saveRegionRules.parentId) parentId: string | null = null;
  @Field(saveRegionRules.tint) tint: RegionTint;
  @Field(saveRegionRules.countries) countries: string[];
}
