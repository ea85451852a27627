import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { ImportPeoplePage } from './import-page';

/** To be placed under an address that names `:sessionId`. */
export const peopleImportRoutes: Routes = [
  {
    path: '',
    component: ImportPeoplePage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@registration.import.heading:Import people`,
  },
];
