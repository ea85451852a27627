import type { AgendaItemContent, AgendaItemKind, Bilingual, ContributionContent } from './types';

/** The words that mark everything written for the demonstration; readers see them in the text itself. */
export const sampleMark: Bilingual = { de: 'Beispieltext', en: 'Sample text' };

export const sample = (text: Bilingual): Bilingual => ({
  de: `${sampleMark.de}: ${text.de}`,
  en: `${sampleMark.en}: ${text.en}`,
});

/** For prose that is also shown as a teaser, where the mark reads better at its end. */
export const markedAtEnd = (text: string, language: keyof Bilingual) => `${text} (${sampleMark[language]})`;

type Item = readonly [
  kind: AgendaItemKind,
  minutes: number,
  title: Bilingual,
  contributions?: readonly ContributionContent[],
];

function clock(minutesOfDay: number): string {
  const hours = Math.floor(minutesOfDay / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutesOfDay % 60).padStart(2, '0')}`;
}

/** A running order and its length: one item after another without a gap. */
export function runningOrder(
  startsAt: string,
  items: readonly Item[],
): { startsAt: string; minutes: number; agenda: readonly AgendaItemContent[] } {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  let passed = 0;
  const agenda = items.map(([kind, length, title, contributions = []]) => {
    const item = { kind, title, startsAt: clock(hours * 60 + minutes + passed), minutes: length, contributions };
    passed += length;
    return item;
  });
  return { startsAt, minutes: passed, agenda };
}
