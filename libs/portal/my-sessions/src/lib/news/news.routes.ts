import type { Routes } from '@angular/router';

/** Below `/{lang}/unsubscribe`: what mails that are news name at their end. */
export const newsRoutes: Routes = [
  { path: ':token', loadComponent: () => import('./news-page').then((m) => m.NewsPage) },
];
