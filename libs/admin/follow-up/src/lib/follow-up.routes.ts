import type { Routes } from '@angular/router';
import { FollowUpPage } from './follow-up-page';

/** To be placed under an address that names `:sessionId`. */
export const followUpRoutes: Routes = [
  { path: '', component: FollowUpPage, title: $localize`:@@follow-up.page.heading:After the session` },
];
