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

/**
 * Below `/{lang}/recap-preview`: behind secret addresses, and in no other page's script. The recap is the same page as readers see, loaded
 * beside it: a script that both import would be one more request for every reader.
 */
export const recapPreviewRoutes: Routes = [
  {
    path: ':slug',
    loadComponent: () => import('./preview/preview-page').then((m) => m.PreviewPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./page/recap-page').then((m) => m.RecapPage),
      },
    ],
  },
];
