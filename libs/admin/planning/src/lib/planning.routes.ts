import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { BulkPage } from './bulk/bulk-page';
import { ImportPage } from './import/import-page';

export const planningRoutes: Routes = [
  { path: 'bulk', component: BulkPage, title: $localize`:@@planning.title.bulk:Change several sessions` },
  {
    path: 'import',
    component: ImportPage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@planning.title.import:Import sessions`,
  },
];
