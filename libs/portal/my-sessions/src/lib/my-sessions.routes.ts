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
  {
    path: 'manage/:token/data',
    loadComponent: () => import('./data/data-page').then((m) => m.DataPage),
  },
  {
    path: 'manage/:token/email',
    loadComponent: () => import('./email/change-email-page').then((m) => m.ChangeEmailPage),
  },
  {
    path: 'email/:token',
    loadComponent: () => import('./email/new-email-page').then((m) => m.NewEmailPage),
  },
  {
    path: 'manage/:token/more',
    loadComponent: () => import('./more/more-page').then((m) => m.MorePage),
  },
  {
    path: 'manage/:token/leave',
    loadComponent: () => import('./leave/leave-page').then((m) => m.LeavePage),
  },
  { path: 'gone', loadComponent: () => import('./leave/gone-page').then((m) => m.GonePage) },
  { path: 'link', loadComponent: () => import('./link/link-page').then((m) => m.LinkPage) },
  {
    path: 'release/:token',
    loadComponent: () => import('./release/release-page').then((m) => m.ReleasePage),
  },
];
