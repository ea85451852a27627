import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { BatchPage } from './batch/batch-page';
import { DuplicatePage } from './duplicate/duplicate-page';
import { FairTimePage } from './fair-time/fair-time-page';

export const schedulingRoutes: Routes = [
  {
    path: 'batch',
    component: BatchPage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@planning.title.batch:Plan several sessions`,
  },
  {
    path: 'duplicate',
    component: DuplicatePage,
    title: $localize`:@@planning.title.duplicate:Duplicate a session`,
  },
  { path: 'fair-time', component: FairTimePage, title: $localize`:@@planning.title.fair-time:Fair time` },
];
