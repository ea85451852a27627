import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { ImportPage } from './import/import-page';

export const planningRoutes: Routes = [
  {
    path: 'import',
    component: ImportPage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@planning.title.import:Import sessions`,
  },
];
