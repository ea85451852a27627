import type { Routes } from '@angular/router';

/** Below a language. Each page is a script of its own: nobody loads what they do not read. */
export const programmeRoutes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./home/home').then((m) => m.Home) },
  { path: 'series/:slug', loadComponent: () => import('./series/series').then((m) => m.Series) },
  { path: 'sessions/:slug', loadComponent: () => import('./session/session').then((m) => m.Session) },
  { path: 'privacy', loadComponent: () => import('./about/privacy').then((m) => m.Privacy) },
  { path: 'figures', loadComponent: () => import('./about/about-figures').then((m) => m.AboutFigures) },
];
