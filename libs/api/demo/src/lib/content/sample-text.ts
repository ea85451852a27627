import type { AgendaKind } from '@reihe/shared-contracts';
import type { AgendaItemContent, Bilingual, ContributionContent } from './types';

/** The words that mark everything written for the demonstration; readers see them in the text itself. */
export const sampleMark: Bilingual = { de: 'Beispieltext', en: 'Sample text' };

export const sample = (text: Bilingual): Bilingual => ({
  de: `${sampleMark.de}: ${text.de}`,
  en: `${sampleMark.en}: ${text.en}`,
});

/** For prose that is also shown as a teaser, where the mark reads better at its end. */
export const markedAtEnd = (text: Bilingual): Bilingual => ({
  de: `${text.de} (${sampleMark.de})`,
  en: `${text.en} (${sampleMark.en})`,
});

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
