import type { Routes } from '@angular/router';
import { RecordsPage } from './log/records-page';
import { RunFiguresPage } from './log/run-figures-page';
import { RunsPage } from './log/runs-page';
import { PrivacyPage } from './privacy-page';

export const privacyRoutes: Routes = [
  { path: '', component: PrivacyPage, title: $localize`:@@privacy.heading:Privacy` },
  { path: 'runs', component: RunsPage, title: $localize`:@@privacy.runs:What went` },
  {
    path: 'runs/:runId/figures',
    component: RunFiguresPage,
    title: $localize`:@@privacy.frozen:Figures as frozen`,
  },
  { path: 'records', component: RecordsPage, title: $localize`:@@privacy.records:Erased and told` },
];
