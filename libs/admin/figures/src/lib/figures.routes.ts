import type { Routes } from '@angular/router';
import { SeriesFiguresPage } from './series-figures-page';
import { TodayPage } from './today/today-page';

export const todayRoutes: Routes = [
  { path: '', component: TodayPage, title: $localize`:@@figures.today.title:Today` },
];

/** What is stated of a series; dashboards lie beside it. */
export const figuresRoutes: Routes = [
  { path: ':seriesId', component: SeriesFiguresPage, title: $localize`:@@figures.all:Figures` },
];

/** To be placed under an address that names `:sessionId`. */
export const sessionNumbersRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./session-numbers/session-numbers-page')).SessionNumbersPage,
    title: $localize`:@@figures.numbers.heading:Live numbers`,
  },
];
