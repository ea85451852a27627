import type { Routes } from '@angular/router';

const afterPage = () => import('./after/after-page').then((m) => m.AfterSessionPage);
const certificatePage = () => import('./certificate/certificate-page').then((m) => m.CertificatePage);

/** Below `/{lang}`. */
export const followUpRoutes: Routes = [
  { path: 'after/:token/:registrationId', loadComponent: afterPage },
  // Where the form for a certificate leads, if it comes back.
  { path: 'after/:token/:registrationId/certificate', loadComponent: afterPage },
  {
    path: 'feedback/:changeKey',
    loadComponent: () => import('./feedback/change-feedback-page').then((m) => m.ChangeFeedbackPage),
  },
  { path: 'certificates', loadComponent: certificatePage },
  { path: 'certificates/:code', loadComponent: certificatePage },
];
