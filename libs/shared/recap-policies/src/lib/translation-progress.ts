import type { TranslationBasis, TranslationState } from '@reihe/shared-editorial';
import { isOptionalPart, translatedParts, type StoredTexts, type TranslatedText } from './translated-parts';

/** How far a translation is, as the database keeps it. */
export interface TranslationProgress {
  /** Readers may see it: nothing was missing when it was last written, though the original may have changed since. */
  isFinished: boolean;
  /** Finished, and the original says more or something else by now. */
  isOutdated: boolean;
}

/**
 * How far a translation is once these texts are stored. One that was whole stays in the hands of its readers when the original gets
 * another paragraph; it is in progress again only when words of its own are taken away.
 * @param basis as it is after the save
 * @param wasFinished of the translation as it is stored; false where there is none
 */
export function progressAfter(
  original: TranslatedText,
  stored: StoredTexts,
  translation: TranslatedText,
  basis: TranslationBasis,
  wasFinished: boolean,
): TranslationProgress {
  const needed = translatedParts(original, translation, basis).filter(({ key }) => !isOptionalPart(key));
  const missing = needed.filter(({ state }) => state === 'missing').map(({ key }) => key);
  const isChanged = needed.some(({ state }) => state === 'outdated');
  if (missing.length === 0) return { isFinished: true, isOutdated: isChanged };
  const { original: from, translation: to } = stored;
  const had = new Set(
    from && to
      ? translatedParts(from, to, {}).flatMap(({ key, translation: words }) => (words === '' ? [] : key))
      : [],
  );
  const isWholeForNow = wasFinished && missing.every((key) => !had.has(key));
  return { isFinished: isWholeForNow, isOutdated: isWholeForNow };
}

/** Whether a language is shown to readers, and told to search engines as one there is. */
export function isFinished(state: TranslationState): boolean {
  return state !== 'missing' && state !== 'in-progress';
}

/** A translation is looked through once it is whole and follows its original. */
export function canReviewTranslation(state: TranslationState): boolean {
  return state === 'translated';
}

/** A paragraph of the original: where its translation stands. */
export interface TranslationCount {
  /** Parts that have what they need. */
  done: number;
  all: number;
}

/** Of the parts that a page cannot do without; a translation's own paragraphs do not count. */
export function translationCount(
  original: TranslatedText,
  translation: TranslatedText,
  basis: TranslationBasis,
): TranslationCount {
  const parts = translatedParts(original, translation, basis).filter(
    ({ key, state }) => state !== 'own' && !isOptionalPart(key),
  );
  return { done: parts.filter(({ state }) => state === 'current').length, all: parts.length };
}
