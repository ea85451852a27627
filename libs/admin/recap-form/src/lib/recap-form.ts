import { applyWhen, disabled, type SchemaPathTree } from '@angular/forms/signals';
import { applyRules, inEveryLanguage, type InEveryLanguage } from '@reihe/admin-ui';
import { cleanDocument } from '@reihe/admin-recap-writing';
import { LANGUAGES, type RichDocument } from '@reihe/shared-contracts';
import {
  recapTextRules,
  saveRecapRules,
  type Recap,
  type RecapRevisionContent,
  type RecapText,
  type SaveRecap,
} from '@reihe/shared-editorial';
import { documentText, figuresOf, namedBlocks } from '@reihe/shared-recap-policies';

export interface RecapForm {
  sessionIds: string[];
  categoryIds: string[];
  regionIds: string[];
  byline: string;
  /** None or one. */
  leadImage: string[];
  gallery: string[];
  /** Empty: the day of the publishing. */
  publishedOn: string;
  translations: InEveryLanguage<RecapText>;
}

const EMPTY_DOCUMENT: RichDocument = { type: 'doc', content: [{ type: 'paragraph' }] };
const NO_TEXT: RecapText = {
  title: '',
  slug: '',
  lead: '',
  body: EMPTY_DOCUMENT,
  seoTitle: '',
  seoDescription: '',
};

export function emptyRecap(): RecapForm {
  return {
    sessionIds: [],
    categoryIds: [],
    regionIds: [],
    byline: '',
    leadImage: [],
    gallery: [],
    publishedOn: '',
    translations: inEveryLanguage({}, NO_TEXT),
  };
}

export function recapForm(recap: Recap): RecapForm {
  const { sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery, publishedOn } = recap;
  const translations = inEveryLanguage(recap.translations, NO_TEXT);
  return {
    sessionIds,
    categoryIds,
    regionIds,
    byline,
    leadImage: leadMediaId === null ? [] : [leadMediaId],
    gallery,
    publishedOn: publishedOn ?? '',
    translations: eachText(translations, ofOneOrder),
  };
}

/** A revision in the form of the working copy, to be compared with another one: of both without their addresses. */
export function revisionForm(revision: Omit<RecapRevisionContent, 'number' | 'figureValues'>): RecapForm {
  const { sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery, translations } = revision;
  const texts = inEveryLanguage<Omit<RecapText, 'slug'>>(translations, NO_TEXT);
  return {
    ...{ sessionIds, categoryIds, regionIds, byline, gallery, publishedOn: '' },
    leadImage: leadMediaId === null ? [] : [leadMediaId],
    translations: eachText(texts, (text) => ofOneOrder({ ...text, slug: '' })),
  };
}

function eachText<TFrom>(
  texts: InEveryLanguage<TFrom>,
  change: (text: TFrom) => RecapText,
): InEveryLanguage<RecapText> {
  const entries = LANGUAGES.map((language) => [language, change(texts[language])] as const);
  return Object.fromEntries(entries) as InEveryLanguage<RecapText>;
}

/**
 * The database keeps the keys of a document in its own order; in the editor's, equal texts compare as equal. Two who open the same
 * text have the same names for its blocks.
 */
function ofOneOrder(text: RecapText): RecapText {
  const { title, slug, lead, body, seoTitle, seoDescription } = text;
  return { title, slug, lead, body: cleanDocument(namedBlocks(body)), seoTitle, seoDescription };
}

/** True where nothing is written in a language: neither a field nor the text. */
export function isUnwritten({ body, ...texts }: RecapText): boolean {
  const isEmpty = documentText(body).trim() === '' && figuresOf(body).length === 0;
  return isEmpty && Object.values(texts).every((text) => text.trim() === '');
}

export function saveRecap(form: RecapForm, seriesId: string, version: number): SaveRecap {
  const { leadImage, publishedOn, translations, ...rest } = form;
  return {
    ...rest,
    version,
    seriesId,
    leadMediaId: leadImage[0] ?? null,
    publishedOn: publishedOn || null,
    translations: Object.fromEntries(Object.entries(translations).filter(([, text]) => !isUnwritten(text))),
  };
}

/** The contract's rules; a language's texts are held to them once they are begun. */
export function recapSchema(path: SchemaPathTree<RecapForm>, mayWrite: () => boolean): void {
  disabled(path, () => !mayWrite());
  const { sessionIds, categoryIds, regionIds, byline, gallery, publishedOn } = saveRecapRules;
  applyRules<RecapForm>(path, { sessionIds, categoryIds, regionIds, byline, gallery, publishedOn });
  for (const language of LANGUAGES) {
    applyWhen(
      path.translations[language],
      ({ value }) => !isUnwritten(value()),
      (text) => {
        const { title, slug, lead, seoTitle, seoDescription } = recapTextRules;
        applyRules<RecapText>(text, { title, slug, lead, seoTitle, seoDescription });
      },
    );
  }
}
