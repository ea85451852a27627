import type { Routes } from '@angular/router';
import { RecordsPage } from './log/records-page';
import { RunsPage } from './log/runs-page';
import { PrivacyPage } from './privacy-page';

export const privacyRoutes: Routes = [
  { path: '', component: PrivacyPage, title: $localize`:@@privacy.heading:Privacy` },
  { path: 'runs', component: RunsPage, title: $localize`:@@privacy.runs:What went` },
  { path: 'records', component: RecordsPage, title: $localize`:@@privacy.records:Erased and told` },
];
