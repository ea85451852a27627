import type { RecapRow, RecapTranslationRow } from '@reihe/api-persistence';
import { isLanguage, type Language } from '@reihe/shared-contracts';
import type { Recap, RecapRevisionContent, RecapText, SaveRecap } from '@reihe/shared-editorial';
import { recapGaps, type CreditedImage } from '@reihe/shared-recap-policies';
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
    staleLanguages: record.staleLanguages,
    hasUnpublishedChanges: hasUnpublishedChanges(record),
    gaps: gapsOf(record),
    revisions: record.revisions,
    workflow: record.workflow,
  };
}

export function revisionOf(number: number, { texts, ...content }: RevisionContent): RecapRevisionContent {
  const translations = texts.map(
    ({ language, title, lead, body, seoTitle, seoDescription }) =>
      [language, { title, lead, body, seoTitle, seoDescription }] as const,
  );
  const { byline, leadMediaId, gallery, sessionIds, categoryIds, regionIds } = content;
  return {
    ...{ number, byline, leadMediaId, gallery, sessionIds, categoryIds, regionIds },
    translations: Object.fromEntries(translations),
  };
}

export function gapsOf(record: RecapRecord) {
  return recapGaps(record, record.media, record.defaultLanguage);
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

export type RecapTextRow = Omit<RecapTranslationRow, 'recap' | 'recapId' | 'changedAt'>;

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
