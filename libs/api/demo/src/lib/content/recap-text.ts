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
}

const notice: Bilingual = {
  de: `*${sampleMark.de}, für die Demonstration neu geschrieben: Er beschreibt das Thema allgemein und gibt keine Aussagen der Teilnehmenden wieder.*`,
  en: `*${sampleMark.en}, written afresh for the demonstration: it describes the topic in general and does not report what participants said.*`,
};

export function written({
  slug,
  title,
  lead,
  de,
  en,
}: Writing): Record<'de' | 'en', RecapTranslationContent> {
  const leads = markedAtEnd(lead);
  return {
    de: { slug: slug.de, title: title.de, lead: leads.de, body: richText([...de, notice.de]) },
    en: { slug: slug.en, title: title.en, lead: leads.en, body: richText([...en, notice.en]) },
  };
}
