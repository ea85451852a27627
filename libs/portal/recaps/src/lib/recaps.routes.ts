import type { Routes } from '@angular/router';

/** Below `/{lang}/recaps`. */
export const recapsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./list/recaps-page').then((m) => m.RecapsPage),
  },
  { path: ':slug', loadComponent: () => import('./page/recap-page').then((m) => m.RecapPage) },
];
