import type { Language, Translations } from '@reihe/shared-contracts';
import { richText } from './rich-text';
import { markedAtEnd, sampleMark } from './sample-text';
import type { Bilingual, RecapTranslationContent } from './types';

/** An editorial team, not an invented person. */
export const sampleByline = 'Reihe sample editorial team';

interface Writing {
  slug: Bilingual;
  title: Bilingual;
  lead: Bilingual;
  /** One block per line, see `richText`. */
  de: readonly string[];
  en: readonly string[];
  es?: readonly string[];
  fr?: readonly string[];
}

const notice: Record<Language, string> = {
  de: `*${sampleMark.de}, für die Demonstration neu geschrieben: Er beschreibt das Thema allgemein und gibt keine Aussagen der Teilnehmenden wieder.*`,
  en: `*${sampleMark.en}, written afresh for the demonstration: it describes the topic in general and does not report what participants said.*`,
  es: `*${sampleMark.es}, escrito de nuevo para la demostración: describe el tema en general y no recoge lo que dijeron las personas participantes.*`,
  fr: `*${sampleMark.fr}, rédigé pour la démonstration\u00a0: il décrit le thème de façon générale et ne rapporte pas les propos des participants.*`,
};

/** Slug, title and lead are wanted in each language that has a body. */
export function written({
  slug,
  title,
  lead,
  ...bodies
}: Writing): Record<'de' | 'en', RecapTranslationContent> & Translations<RecapTranslationContent> {
  const leads = markedAtEnd(lead);
  const textIn = (language: Language, body: readonly string[]): RecapTranslationContent => ({
    slug: slug[language] ?? '',
    title: title[language] ?? '',
    lead: leads[language] ?? '',
    body: richText([...body, notice[language]]),
  });
  const { de, en, es, fr } = bodies;
  return {
    de: textIn('de', de),
    en: textIn('en', en),
    ...(es && { es: textIn('es', es) }),
    ...(fr && { fr: textIn('fr', fr) }),
  };
}
