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
];
