import type { Routes } from '@angular/router';
import type { RegistrationOwner } from '@reihe/shared-contracts';
import { askBeforeLeaving } from '@reihe/admin-ui';

const title = $localize`:@@registration-setup.title:Registration`;

/** To be placed under an address that names `:ownerId`. */
function routesOf(kind: RegistrationOwner['kind']): Routes {
  return [
    { path: '', pathMatch: 'full', redirectTo: 'rules' },
    {
      path: 'rules',
      data: { kind },
      title,
      canDeactivate: [askBeforeLeaving],
      loadComponent: () => import('./rules/rules-page').then((m) => m.RulesPage),
    },
    {
      path: 'questions',
      data: { kind, purpose: 'registration' },
      title,
      canDeactivate: [askBeforeLeaving],
      loadComponent: () => import('./questions/questions-page').then((m) => m.QuestionsPage),
    },
    {
      path: 'feedback',
      data: { kind, purpose: 'feedback' },
      title,
      canDeactivate: [askBeforeLeaving],
      loadComponent: () => import('./questions/questions-page').then((m) => m.QuestionsPage),
    },
    {
      path: 'invitations',
      data: { kind },
      title,
      canDeactivate: [askBeforeLeaving],
      loadComponent: () => import('./invitations/invitations-page').then((m) => m.InvitationsPage),
    },
  ];
}

export const seriesRegistrationRoutes = routesOf('series');
export const sessionRegistrationRoutes = routesOf('sessions');
