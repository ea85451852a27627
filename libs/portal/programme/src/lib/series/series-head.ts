import { InjectionToken } from '@angular/core';
import type { Language, SeriesHead } from '@reihe/shared-contracts';
import type { MachineWords, PageHead } from '@reihe/web-platform';

/** Provided where pages are rendered for a first visit, and nowhere else: readers would load the code for nothing. */
export const SERIES_FOR_MACHINES = new InjectionToken<
  (head: PageHead, series: SeriesHead, pageLanguage: Language) => MachineWords
>('what a series says to machines');
