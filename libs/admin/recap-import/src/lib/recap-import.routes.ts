import type { Routes } from '@angular/router';
import { ImportPage } from './page/import-page';
import { StartPage } from './start/start-page';

export const recapImportRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    component: StartPage,
    title: $localize`:@@recap-import.heading:Import recaps`,
  },
  { path: ':importId', component: ImportPage, title: $localize`:@@recap-import.heading:Import recaps` },
];
