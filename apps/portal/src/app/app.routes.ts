import type { Routes } from '@angular/router';
import { NotFound } from './not-found';

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('@reihe/portal-programme').then((m) => m.Home) },
  { path: '**', component: NotFound },
];
