import type { RecapRow, RecapTranslationRow } from '@reihe/api-persistence';
import { isLanguage, LANGUAGES, type Language, type Translations } from '@reihe/shared-contracts';
import type {
  Recap,
  RecapRevisionContent,
  RecapText,
  SaveRecap,
  TranslationBasis,
} from '@reihe/shared-editorial';
import {
  alignedTo,
  basisAfter,
  isFinished,
  isOptionalPart,
  namedBlocks,
  progressAfter,
  recapGaps,
  translatedParts,
  type CreditedImage,
  type TranslationProgress,
} from '@reihe/shared-recap-policies';
import type { RevisionContent } from './recap-revisions.repository';

/** A recap as it is stored, with what its rules need to know. */
export interface RecapRecord extends Omit<Recap, 'gaps' | 'hasUnpublishedChanges'> {
  defaultLanguage: Language;
  /** The series'. */
  timeZone: string;
  currentRevision: number | null;
  publishedVersion: number | null;
  /** The lead image, the gallery, and what stands in the texts. */
  media: CreditedImage[];
}

export function recapOf(record: RecapRecord): Recap {
  return {
    id: record.id,
    version: record.version,
    seriesId: record.seriesId,
    state: record.state,
    sessionIds: record.sessionIds,
    categoryIds: record.categoryIds,
    regionIds: record.regionIds,
    byline: record.byline,
    leadMediaId: record.leadMediaId,
    gallery: record.gallery,
    publishedOn: record.publishedOn,
    reviewComment: record.reviewComment,
    translations: record.translations,
    staleLanguages: staleLanguages(record),
    translationStates: record.translationStates,
    translationBases: record.translationBases,
    hasUnpublishedChanges: hasUnpublishedChanges(record),
    gaps: gapsOf(record),
    revisions: record.revisions,
    workflow: record.workflow,
    figures: record.figures,
  };
}

export function revisionOf(
  number: number,
  { texts, figureValues, ...content }: RevisionContent,
  defaultLanguage: Language,
): RecapRevisionContent {
  const translations = texts.map(
    ({ language, title, lead, body, seoTitle, seoDescription }) =>
      [language, { title, lead, body, seoTitle, seoDescription }] as const,
  );
  const { byline, leadMediaId, gallery, sessionIds, categoryIds, regionIds } = content;
  return {
    figureValues: figureValues ?? {},
    ...{ number, byline, leadMediaId, gallery, sessionIds, categoryIds, regionIds },
    translations: alignedTexts(Object.fromEntries(translations), defaultLanguage),
  };
}

/**
 * The blocks of all texts are named, those of translations like the original's where they were written side by side: whoever reads,
 * whenever, finds the same names.
 */
export function alignedRecord(record: RecapRecord): RecapRecord {
  return { ...record, translations: alignedTexts(record.translations, record.defaultLanguage) };
}

function alignedTexts<TText extends Pick<RecapText, 'body'>>(
  translations: Translations<TText>,
  defaultLanguage: Language,
): Translations<TText> {
  const original = translations[defaultLanguage]?.body;
  const texts = LANGUAGES.flatMap((language) => {
    const text = translations[language];
    if (!text) return [];
    const isTranslation = original !== undefined && language !== defaultLanguage;
    const body = isTranslation ? alignedTo(original, text.body) : namedBlocks(text.body);
    return [[language, { ...text, body }] as const];
  });
  return Object.fromEntries(texts);
}

/** Where it is not known what a text is a translation of, the older one is the stale one. */
function staleLanguages({
  translations,
  translationBases,
  defaultLanguage,
  staleLanguages: older,
}: RecapRecord): Language[] {
  const original = translations[defaultLanguage];
  return textsOf(translations).flatMap(([language, text]) => {
    const basis = translationBases[language] ?? {};
    if (language === defaultLanguage || !original) return [];
    if (Object.keys(basis).length === 0) return older.includes(language) ? [language] : [];
    const isStale = translatedParts(original, text, basis).some(
      ({ key, state }) => state === 'outdated' || (state === 'missing' && !isOptionalPart(key)),
    );
    return isStale ? [language] : [];
  });
}

/** What a translation is one of, and how far it is. */
export interface FollowedText extends TranslationProgress {
  basis: TranslationBasis;
}

/** What each translation is one of once these texts are stored. */
export function followedAfter(
  before: RecapRecord,
  texts: readonly RecapTextRow[],
  defaultLanguage: Language,
): Map<Language, FollowedText> {
  const original = texts.find(({ language }) => language === defaultLanguage);
  if (!original) return new Map();
  return new Map(
    texts
      .filter(({ language }) => language !== defaultLanguage)
      .map((text) => {
        const translation = { ...text, body: alignedTo(original.body, text.body) };
        const stored = {
          original: before.translations[defaultLanguage] ?? null,
          translation: before.translations[text.language] ?? null,
        };
        const known = before.translationBases[text.language] ?? {};
        const basis = basisAfter(original, stored, translation, known);
        const wasFinished = isFinished(before.translationStates[text.language]?.state ?? 'missing');
        const progress = progressAfter(original, stored, translation, basis, wasFinished);
        return [text.language, { basis, ...progress }] as const;
      }),
  );
}

/** Readers do not see what is still being translated: it may lack whatever it lacks. */
export function gapsOf(record: RecapRecord) {
  const { media, defaultLanguage, translationStates } = record;
  const seen = textsOf(record.translations).filter(
    ([language]) => translationStates[language]?.state !== 'in-progress',
  );
  return recapGaps({ ...record, translations: Object.fromEntries(seen) }, media, defaultLanguage);
}

/** What readers see is older than the working copy; before the first publishing there is nothing to differ from. */
export function hasUnpublishedChanges({ currentRevision, publishedVersion, version }: RecapRecord): boolean {
  return currentRevision !== null && version > (publishedVersion ?? 0);
}

export function recapRowOf(body: SaveRecap) {
  return {
    seriesId: body.seriesId,
    byline: body.byline ?? '',
    leadMediaId: body.leadMediaId ?? null,
    publishedOn: body.publishedOn ?? null,
  } satisfies Partial<RecapRow>;
}

export type RecapTextRow = Pick<
  RecapTranslationRow,
  'language' | 'title' | 'lead' | 'body' | 'seoTitle' | 'seoDescription'
>;

/** The languages that are really there; optional texts may come in absent or null, they are stored as empty. */
export function textRowsOf({ translations }: Pick<SaveRecap, 'translations'>): RecapTextRow[] {
  return textsOf(translations).map(([language, text]) => ({
    language,
    title: text.title,
    lead: text.lead ?? '',
    body: text.body,
    seoTitle: text.seoTitle ?? '',
    seoDescription: text.seoDescription ?? '',
  }));
}

export function textsOf(translations: SaveRecap['translations']): [Language, RecapText][] {
  return Object.entries<RecapText | undefined>(translations).filter(
    (entry): entry is [Language, RecapText] => isLanguage(entry[0]) && entry[1] !== undefined,
  );
}

type Snapshot = Record<string, unknown>;

/** What a save changed, for the audit log: a text that stayed is not kept again, a language changes by itself. */
export function recapChanges(before: Snapshot, after: Snapshot): { before: Snapshot; after: Snapshot } {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (snapshot: Snapshot) => Object.fromEntries(changed.map((key) => [key, snapshot[key] ?? null]));
  return { before: only(before), after: only(after) };
}

/** The working copy, flat: `de.title` and so on. */
export function auditableRecap(record: RecapRecord): Snapshot {
  const texts = textsOf(record.translations).flatMap(([language, text]) =>
    Object.entries<unknown>({ ...text }).map(([field, value]) => [`${language}.${field}`, value] as const),
  );
  return {
    seriesId: record.seriesId,
    sessionIds: record.sessionIds,
    categoryIds: record.categoryIds,
    regionIds: record.regionIds,
    byline: record.byline,
    leadMediaId: record.leadMediaId,
    gallery: record.gallery,
    publishedOn: record.publishedOn,
    ...Object.fromEntries(texts),
  };
}
