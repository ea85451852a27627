import type { Routes } from '@angular/router';
import { askBeforeLeaving } from '@reihe/admin-ui';
import { AttendancePage } from './attendance-page';

/** To be placed under an address that names `:sessionId`. */
export const attendanceRoutes: Routes = [
  {
    path: '',
    component: AttendancePage,
    canDeactivate: [askBeforeLeaving],
    title: $localize`:@@attendance.heading:Attendance`,
  },
];
