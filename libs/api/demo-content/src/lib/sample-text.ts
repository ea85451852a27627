import type { AgendaKind, Language } from '@reihe/shared-contracts';
import type { AgendaItemContent, Bilingual, ContributionContent } from './types';

/** The words that mark everything written for the demonstration; readers see them in the text itself. */
export const sampleMark = {
  de: 'Beispieltext',
  en: 'Sample text',
  es: 'Texto de ejemplo',
  fr: 'Texte d’exemple',
} as const satisfies Record<Language, string>;

export const sample = (text: Bilingual): Bilingual =>
  marked(text, (language, words) => `${sampleMark[language]}${language === 'fr' ? '\u00a0' : ''}: ${words}`);

/** For prose that is also shown as a teaser, where the mark reads better at its end. */
export const markedAtEnd = (text: Bilingual): Bilingual =>
  marked(text, (language, words) => `${words} (${sampleMark[language]})`);

function marked(text: Bilingual, mark: (language: Language, words: string) => string): Bilingual {
  const { de, en, es, fr } = text;
  return {
    de: mark('de', de),
    en: mark('en', en),
    ...(es !== undefined && { es: mark('es', es) }),
    ...(fr !== undefined && { fr: mark('fr', fr) }),
  };
}

export type RunningOrderItem = readonly [
  kind: AgendaKind,
  durationMinutes: number,
  title: Bilingual,
  contributions?: readonly ContributionContent[],
];

/** A running order and its length: one item after another without a gap. */
export function runningOrder(items: readonly RunningOrderItem[]): {
  minutes: number;
  agenda: readonly AgendaItemContent[];
} {
  let minutes = 0;
  const agenda = items.map(([kind, durationMinutes, title, contributions = []]) => {
    const item = { kind, title, startsAfter: minutes, durationMinutes, contributions };
    minutes += durationMinutes;
    return item;
  });
  return { minutes, agenda };
}
