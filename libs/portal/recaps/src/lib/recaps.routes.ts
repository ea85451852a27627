import type { Routes } from '@angular/router';

/** Below `/{lang}/recaps`. Each page is a script of its own: who comes from a search engine reads one recap, not the list. */
export const recapsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./list/recaps-page').then((m) => m.RecapsPage),
  },
  { path: ':slug', loadComponent: () => import('./page/recap-page').then((m) => m.RecapPage) },
];

/** Below `/{lang}/recap-preview`: behind secret addresses, and in no other page's script. */
export const recapPreviewRoutes: Routes = [
  { path: ':token', loadComponent: () => import('./preview/preview-page').then((m) => m.PreviewPage) },
];
