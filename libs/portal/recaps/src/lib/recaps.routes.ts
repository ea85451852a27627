import type { Routes } from '@angular/router';

/** Below `/{lang}/recaps`. */
export const recapsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./pages').then((m) => m.RecapsPage),
  },
  { path: ':slug', loadComponent: () => import('./pages').then((m) => m.RecapPage) },
];
