import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { MessageList } from './message-list';
import { MessagePage } from './message-page';

/** Below `/messages`. */
export const messageRoutes: Routes = [
  {
    path: ':id',
    component: MessagePage,
    title: $localize`:@@correspondence.message.title:Message to participants`,
    canDeactivate: [askBeforeLeaving],
  },
];

/** To be placed under an address that names `:sessionId` or `:seriesId`. */
export const messageListRoutes: Routes = [
  { path: '', component: MessageList, title: $localize`:@@correspondence.list.heading:Messages` },
];
