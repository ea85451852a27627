import type { Routes } from '@angular/router';
import { ProgrammePage } from './programme-page';
import { SelectedSessions } from './selected-sessions';

/** The list of sessions; one session is edited by admin/programme. */
export const programmeRoutes: Routes = [
  {
    path: '',
    component: ProgrammePage,
    providers: [SelectedSessions],
    title: $localize`:@@programme.title.sessions:Sessions`,
  },
];
