import type { Routes } from '@angular/router';
import { programmeRoutes } from '@reihe/portal-programme';
import { recapsRoutes } from '@reihe/portal-recaps';
import { joinRoutes, registrationRoutes, speakersRoutes } from '@reihe/portal-registration';
import { NotFound } from './not-found';

/** The features' routes are small and here at once; each of their pages is loaded when it is opened. */
export const routes: Routes = [
  ...programmeRoutes,
  { path: 'recaps', children: recapsRoutes },
  { path: 'register', children: registrationRoutes },
  { path: 'join', children: joinRoutes },
  { path: 'speakers', children: speakersRoutes },
  { path: '**', component: NotFound },
];
