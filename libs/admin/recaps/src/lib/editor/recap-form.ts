import { inEveryLanguage, written, type InEveryLanguage } from '@reihe/admin-ui';
import type { Recap, RecapText, RichDocument, SaveRecap } from '@reihe/shared-contracts';
import { documentText } from '@reihe/shared-policies';

export interface RecapForm {
  sessionIds: string[];
  categoryIds: string[];
  regionIds: string[];
  byline: string;
  leadImage: string[];
  gallery: string[];
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
  return {
    sessionIds: recap.sessionIds,
    categoryIds: recap.categoryIds,
    regionIds: recap.regionIds,
    byline: recap.byline,
    leadImage: recap.leadMediaId === null ? [] : [recap.leadMediaId],
    gallery: recap.gallery,
    publishedOn: recap.publishedOn ?? '',
    translations: inEveryLanguage(recap.translations, NO_TEXT),
  };
}

/** True where nothing is written in a language: neither a field nor the text. */
export function isUnwritten({ body, ...texts }: RecapText): boolean {
  return Object.values(texts).every((text) => text.trim() === '') && documentText(body).trim() === '';
}

export function saveRecap(typed: RecapForm, seriesId: string, version: number): SaveRecap {
  const { leadImage, publishedOn, translations, ...rest } = typed;
  return {
    ...rest,
    version,
    seriesId,
    leadMediaId: leadImage[0] ?? null,
    publishedOn: publishedOn || null,
    translations: Object.fromEntries(
      Object.entries(written(translations)).filter(([, text]) => !isUnwritten(text)),
    ),
  };
}
