import type { Routes } from '@angular/router';
import { DuplicatesPage } from './people/duplicates-page';
import { PersonPage } from './people/person-page';
import { RegistrationsPage } from './table/registrations-page';

/** To be placed under an address that names `:sessionId` or `:seriesId`. */
export const registrationsRoutes: Routes = [
  { path: '', component: RegistrationsPage, title: $localize`:@@registration.page.heading:Registrations` },
  {
    path: 'duplicates',
    component: DuplicatesPage,
    title: $localize`:@@registration.duplicates.heading:Likely duplicates`,
  },
];

export const participantsRoutes: Routes = [
  {
    path: ':participantId',
    component: PersonPage,
    title: $localize`:@@registration.person.title:Participant`,
  },
];
