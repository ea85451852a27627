import type { Routes } from '@angular/router';

/** Below `/{lang}/join`. */
export const joinRoutes: Routes = [
  { path: ':token', loadComponent: () => import('./join-page').then((m) => m.JoinPage) },
];
