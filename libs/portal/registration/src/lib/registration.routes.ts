import type { Routes } from '@angular/router';

/** Below `/{lang}/register`. */
export const registrationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./register/register-page').then((m) => m.RegisterPage),
  },
  {
    path: 'check-your-mail',
    loadComponent: () => import('./register/check-your-mail').then((m) => m.CheckYourMail),
  },
  {
    path: 'confirm/:token',
    loadComponent: () => import('./confirm/confirm-page').then((m) => m.ConfirmPage),
  },
  {
    path: 'manage/:token',
    loadComponent: () => import('./manage/manage-page').then((m) => m.ManagePage),
  },
];

/** Below `/{lang}/speakers`: by link as well. */
export const speakersRoutes: Routes = [
  { path: ':token', loadComponent: () => import('./speakers/speaker-page').then((m) => m.SpeakerPage) },
];
