import type { Routes } from '@angular/router';
import { programmeRoutes } from '@reihe/portal-programme';
import { NotFound } from './not-found';

export const routes: Routes = [...programmeRoutes, { path: '**', component: NotFound }];
