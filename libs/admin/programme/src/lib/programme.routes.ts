import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { SessionEditor } from './sessions/session-editor';
import { SessionsList } from './sessions/sessions-list';

export const sessionsRoutes: Routes = [
  { path: '', component: SessionsList, title: $localize`:@@programme.title.sessions:Sessions` },
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
];
