import {
  CategoryRow,
  CategoryTranslationRow,
  RegionCountryRow,
  RegionRow,
  RegionTranslationRow,
} from '@reihe/api-persistence';
import { categories, regions } from '@reihe/api-demo-content';
import type { DemoRepository } from './demo.repository';
import { idsFor, perLanguage, type Ids } from './ids';

export interface TaxonomyIds {
  regions: Ids;
  categories: Ids;
}

export async function loadTaxonomy(store: DemoRepository): Promise<TaxonomyIds> {
  const regionIds = idsFor(regions);
  // Parents stand before their children in the content, as the foreign key wants it.
  await store.insert(
    RegionRow,
    regions.map(({ key, parent, tint }, position) => ({
      id: regionIds(key),
      slug: key,
      parentId: parent === null ? null : regionIds(parent),
      tint,
      position,
    })),
  );
  await store.insert(
    RegionTranslationRow,
    regions.flatMap(({ key, name }) =>
      perLanguage(name, (language) => ({ regionId: regionIds(key), language, name: name[language] ?? '' })),
    ),
  );
  await store.insert(
    RegionCountryRow,
    regions.flatMap(({ key, countries }) =>
      countries.map((country) => ({ regionId: regionIds(key), country })),
    ),
  );

  const categoryIds = idsFor(categories);
  await store.insert(
    CategoryRow,
    categories.map(({ key }, position) => ({ id: categoryIds(key), slug: key, position })),
  );
  await store.insert(
    CategoryTranslationRow,
    categories.flatMap(({ key, name }) =>
      perLanguage(name, (language) => ({
        categoryId: categoryIds(key),
        language,
        name: name[language] ?? '',
      })),
    ),
  );
  return { regions: regionIds, categories: categoryIds };
}
