import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { SeriesEditor } from './series-editor';
import { SeriesList } from './series-list';

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
