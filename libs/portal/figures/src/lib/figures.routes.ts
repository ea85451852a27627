import type { Routes } from '@angular/router';

/** Below a language: figures of one series, and of all. One script for both, loaded with none other. */
export const figuresRoutes: Routes = [
  {
    path: 'series/:slug/figures',
    loadComponent: () => import('./page/figures-page').then((m) => m.FiguresPage),
  },
  { path: 'figures/all', loadComponent: () => import('./page/figures-page').then((m) => m.FiguresPage) },
];
