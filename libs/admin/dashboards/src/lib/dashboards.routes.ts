import type { Routes } from '@angular/router';
import { DashboardPage } from './dashboard-page';

export const dashboardRoutes: Routes = [
  { path: '', pathMatch: 'full', component: DashboardPage, title: $localize`:@@figures.all:Figures` },
  { path: 'series/:seriesId', component: DashboardPage, title: $localize`:@@figures.all:Figures` },
];

/** Who stands behind a number: for those alone who may see registrations. */
export const figurePeopleRoutes: Routes = [
  {
    path: '',
    loadComponent: async () => (await import('./people/people-page')).PeoplePage,
    title: $localize`:@@dashboards.people:People behind a figure`,
  },
];
