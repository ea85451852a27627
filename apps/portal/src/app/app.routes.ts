import type { Routes } from '@angular/router';
import { figuresRoutes } from '@reihe/portal-figures';
import { followUpRoutes } from '@reihe/portal-follow-up';
import { joinRoutes, mySessionsRoutes, newsRoutes } from '@reihe/portal-my-sessions';
import { programmeRoutes } from '@reihe/portal-programme';
import { recapPreviewRoutes, recapsRoutes } from '@reihe/portal-recaps';
import { registrationRoutes } from '@reihe/portal-registration';
import { speakersRoutes } from '@reihe/portal-speaker';
import { NotFound } from './not-found';

/** The features' routes are small and here at once; each of their pages is loaded when it is opened. */
export const routes: Routes = [
  ...programmeRoutes,
  ...figuresRoutes,
  { path: 'recaps', children: recapsRoutes },
  { path: 'recap-preview', children: recapPreviewRoutes },
  { path: 'register', children: [...registrationRoutes, ...mySessionsRoutes] },
  { path: 'join', children: joinRoutes },
  { path: 'unsubscribe', children: newsRoutes },
  { path: 'speakers', children: speakersRoutes },
  ...followUpRoutes,
  { path: '**', component: NotFound },
];
