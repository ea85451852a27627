import type { Routes } from '@angular/router';
import { ReportsPage } from './reports-page';

/** To be placed under an address that names `:seriesId`. */
export const reportsRoutes: Routes = [
  { path: '', component: ReportsPage, title: $localize`:@@reports.heading:Reports for funders` },
];
