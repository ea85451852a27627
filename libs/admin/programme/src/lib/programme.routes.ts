import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { SeriesEditor } from './series/series-editor';
import { SeriesList } from './series/series-list';
import { SessionEditor } from './sessions/session-editor';

export const seriesRoutes: Routes = [
  { path: '', component: SeriesList, title: $localize`:@@programme.title.series:Series` },
  {
    path: 'new',
    component: SeriesEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@programme.title.new-series:New series`,
  },
  {
    path: ':id',
    component: SeriesEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@programme.title.one-series:Edit series`,
  },
];

export const sessionsRoutes: Routes = [
  {
    path: 'new',
    component: SessionEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@programme.title.new-session:New session`,
  },
  {
    path: ':id',
    component: SessionEditor,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@programme.title.session:Edit session`,
  },
];
