import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { SessionHistoryPage } from './history/session-history-page';
import { SessionEditor } from './sessions/session-editor';

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
  {
    path: ':id/history',
    component: SessionHistoryPage,
    title: $localize`:@@programme.title.session-history:History of a session`,
  },
];
