import type { Routes } from '@angular/router';
import { RegistrationsPage } from './registrations-page';

/** To be placed under an address that names `:sessionId`. */
export const registrationsRoutes: Routes = [
  { path: '', component: RegistrationsPage, title: $localize`:@@registration.page.heading:Registrations` },
];
