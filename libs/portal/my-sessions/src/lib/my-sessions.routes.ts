import type { Routes } from '@angular/router';

/** Below `/{lang}/register`: what a personal link of a participant opens. */
export const mySessionsRoutes: Routes = [
  {
    path: 'confirm/:token',
    loadComponent: () => import('./confirm/confirm-page').then((m) => m.ConfirmPage),
  },
  {
    path: 'manage/:token',
    loadComponent: () => import('./manage/manage-page').then((m) => m.ManagePage),
  },
];
