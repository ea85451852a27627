import type { Category, Language, Region } from '@reihe/shared-contracts';
import type { TermOption } from './term-choice';
import { inLanguage } from './translated';

export function categoryOptions(categories: readonly Category[], language: Language): TermOption[] {
  return [...categories].sort(byPosition).map((category) => optionOf(category, language, 0));
}

/** Regions in the order of their tree: each below the one it is part of. */
export function regionOptions(regions: readonly Region[], language: Language): TermOption[] {
  const below = (parentId: string | null, level: number): TermOption[] =>
    regions
      .filter((region) => region.parentId === parentId)
      .sort(byPosition)
      .flatMap((region) => [optionOf(region, language, level), ...below(region.id, level + 1)]);
  return below(null, 0);
}

function optionOf(term: Category, language: Language, level: number): TermOption {
  return { id: term.id, name: inLanguage(term.translations, language)?.name ?? term.slug, level };
}

function byPosition(a: Category, b: Category): number {
  return a.position - b.position;
}
