import type { Routes } from '@angular/router';

/** Below `/{lang}/speakers`: by the link of an invitation. */
export const speakersRoutes: Routes = [
  { path: ':token', loadComponent: () => import('./speaker-page').then((m) => m.SpeakerPage) },
];
