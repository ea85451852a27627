import { InjectionToken } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import type { PublicFigures } from '@reihe/shared-figures';
import type { MachineWords, PageHead } from '@reihe/web-platform';

/** What the page says of itself in words. */
export interface FiguresWords {
  title: string;
  description: string;
  language: Language;
  /** null: all series. */
  slug: string | null;
}

/** Provided where pages are rendered for a first visit, and nowhere else: readers would load the code for nothing. */
export const FIGURES_FOR_MACHINES = new InjectionToken<
  (head: PageHead, figures: PublicFigures, words: FiguresWords) => MachineWords
>('what figures say to machines');
