import type { RulesFor } from './fields';
import type { InLanguage, Translations } from './languages';

/** Tints of the design tokens; one per world region, used the same on chips, map and charts. */
export const REGION_TINTS = [
  'africa',
  'asia',
  'europe',
  'latin-america',
  'middle-east',
  'north-america',
  'oceania',
  'world',
] as const;
export type RegionTint = (typeof REGION_TINTS)[number];

export interface NamedText {
  name: string;
}

/** A region or category as a reader sees it. */
export interface Term extends InLanguage {
  id: string;
  slug: string;
  name: string;
}

export interface RegionTerm extends Term {
  tint: RegionTint;
}

export interface Region {
  id: string;
  version: number;
  slug: string;
  parentId: string | null;
  tint: RegionTint;
  position: number;
  /** ISO 3166-1 alpha-2 codes. */
  countries: string[];
  translations: Translations<NamedText>;
}

export interface Category {
  id: string;
  version: number;
  slug: string;
  position: number;
  translations: Translations<NamedText>;
}

export interface SaveCategory {
  /** Version that was edited; 0 when new. */
  version: number;
  slug: string;
  position: number;
  translations: Translations<NamedText>;
}

export interface SaveRegion extends SaveCategory {
  parentId: string | null;
  tint: RegionTint;
  countries: string[];
}

export const namedTextRules = {
  name: { kind: 'text', minLength: 1, maxLength: 120 },
} as const satisfies RulesFor<NamedText>;

export const saveCategoryRules = {
  version: { kind: 'number', min: 0 },
  slug: { kind: 'text', format: 'slug', maxLength: 80 },
  position: { kind: 'number', min: 0, max: 10_000 },
  translations: { kind: 'translations', minLength: 1 },
} as const satisfies RulesFor<SaveCategory>;

export const saveRegionRules = {
  ...saveCategoryRules,
  parentId: { kind: 'text', format: 'uuid', optional: true },
  tint: { kind: 'text', values: REGION_TINTS },
  countries: { kind: 'list', maxLength: 250, format: 'country' },
} as const satisfies RulesFor<SaveRegion>;
