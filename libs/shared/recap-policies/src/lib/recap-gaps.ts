import { isLanguage, type Language, type Media } from '@reihe/shared-contracts';
import type { RecapGap, RecapText, SaveRecap } from '@reihe/shared-editorial';
import { documentText, figuresOf, picturesOf } from './document-text';

/** What the rules need to know of a recap; the working copy and a form's value both fit. */
export type RecapContent = Pick<
  SaveRecap,
  'sessionIds' | 'byline' | 'leadMediaId' | 'gallery' | 'translations'
>;

/** What the rules need to know of an image. */
export type CreditedImage = Pick<Media, 'id' | 'credit' | 'rights' | 'state' | 'translations'>;

/**
 * What is missing before readers may see a recap; empty: nothing. Every language that is there must be whole: half a page is
 * not published. An image that `media` does not know is treated as one without texts.
 */
export function recapGaps(
  recap: RecapContent,
  media: readonly CreditedImage[],
  defaultLanguage: Language,
): RecapGap[] {
  const languages = Object.keys(recap.translations).filter(isLanguage);
  const gaps: RecapGap[] = [];
  if (recap.sessionIds.length === 0) gaps.push({ code: 'no-session' });
  if (!languages.includes(defaultLanguage))
    gaps.push({ code: 'no-default-language', language: defaultLanguage });
  for (const language of languages) gaps.push(...textGaps(recap.translations[language], language));
  if (recap.byline.trim() === '') gaps.push({ code: 'no-byline' });
  if (recap.leadMediaId === null) gaps.push({ code: 'no-lead-image' });
  for (const [id, shownIn] of shownPictures(recap, languages))
    gaps.push(
      ...pictureGaps(
        id,
        media.find((image) => image.id === id),
        shownIn,
      ),
    );
  return gaps;
}

/** Every picture with the languages whose readers see it: one that stands in a single text needs no words for the others. */
function shownPictures(
  recap: RecapContent,
  languages: readonly Language[],
): ReadonlyMap<string, readonly Language[]> {
  const shown = new Map<string, readonly Language[]>(
    [recap.leadMediaId ?? [], recap.gallery].flat().map((id) => [id, languages]),
  );
  for (const language of languages) {
    const text = recap.translations[language];
    for (const id of text ? picturesOf(text.body) : [])
      shown.set(id, [...new Set([...(shown.get(id) ?? []), language])]);
  }
  return shown;
}

function textGaps(text: RecapText | undefined, language: Language): RecapGap[] {
  if (!text) return [];
  const gaps: RecapGap[] = [];
  if (text.title.trim() === '') gaps.push({ code: 'no-title', language });
  if (text.lead.trim() === '') gaps.push({ code: 'no-lead', language });
  if (documentText(text.body).trim() === '' && figuresOf(text.body).length === 0)
    gaps.push({ code: 'no-body', language });
  return gaps;
}

/**
 * What one image lacks to be shown to readers of these languages. Who made it may be known as a person or as an agency: one of the
 * two is a credit. Whether the people shown agreed must have been said.
 */
export function pictureGaps(
  mediaId: string,
  image: CreditedImage | undefined,
  languages: readonly Language[],
): RecapGap[] {
  const gaps: RecapGap[] = languages
    .filter((language) => !image?.translations[language]?.alt.trim())
    .map((language) => ({ code: 'no-alt-text', language, mediaId }));
  if (!image?.credit.photographer.trim() && !image?.credit.agency.trim())
    gaps.push({ code: 'no-credit', mediaId });
  if (image?.rights.consent === 'open') gaps.push({ code: 'no-consent', mediaId });
  if (image && image.state !== 'ready') gaps.push({ code: 'image-not-ready', mediaId });
  return gaps;
}
