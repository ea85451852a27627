import type { Route, Routes } from '@angular/router';
import type { Permission } from '@reihe/shared-contracts';
import { Layout } from './shell/layout';
import { NotAllowed } from './shell/not-allowed';
import { NotFound } from './shell/not-found';
import { SignInPage } from './sign-in/sign-in-page';
import { mustBeAllowed, mustBeSignedIn } from './sign-in/staff-guards';

const programme = () => import('@reihe/admin-programme');
const series = () => import('@reihe/admin-series');
const scheduling = () => import('@reihe/admin-scheduling');
const programmeViews = () => import('@reihe/admin-programme-views');
const planning = () => import('@reihe/admin-planning');
const directory = () => import('@reihe/admin-directory');
const peopleImport = () => import('@reihe/admin-people-import');
const registration = () => import('@reihe/admin-registration');
const registrationSetup = () => import('@reihe/admin-registration-setup');
const attendance = () => import('@reihe/admin-attendance');
const followUp = () => import('@reihe/admin-follow-up');
const correspondence = () => import('@reihe/admin-correspondence');
const dashboards = () => import('@reihe/admin-dashboards');
const figures = () => import('@reihe/admin-figures');
const reports = () => import('@reihe/admin-reports');
const recapBoard = () => import('@reihe/admin-recap-board');
const recapImport = () => import('@reihe/admin-recap-import');
const recaps = () => import('@reihe/admin-recaps');
const recapTranslation = () => import('@reihe/admin-recap-translation');
const mediaLibrary = () => import('@reihe/admin-media-library');
const privacy = () => import('@reihe/admin-privacy');
const settings = () => import('@reihe/admin-settings');

/** What can be done with many sessions is planning's; the views know only the place where it stands. */
async function programmeWithBulk(): Promise<Routes> {
  const { BULK_ACTIONS, programmeRoutes } = await programmeViews();
  const bulk = { provide: BULK_ACTIONS, useValue: async () => (await planning()).BulkBar };
  return [{ path: '', providers: [bulk], children: programmeRoutes }];
}

/** What privacy does with one person stands on the person's page. */
async function peopleWithPrivacy(): Promise<Routes> {
  const { participantsRoutes, PERSON_ACTIONS } = await registration();
  const actions = { provide: PERSON_ACTIONS, useValue: async () => (await privacy()).PersonActions };
  return [{ path: '', providers: [actions], children: participantsRoutes }];
}

function area(path: string, permission: Permission, loadChildren: () => Promise<Routes>): Route {
  return { path, canActivate: [mustBeAllowed(permission)], loadChildren };
}

export const routes: Routes = [
  { path: 'sign-in', component: SignInPage, title: $localize`:@@shell.sign-in.heading:Sign in` },
  {
    path: '',
    component: Layout,
    canActivate: [mustBeSignedIn],
    children: [
      { path: '', pathMatch: 'full', loadChildren: async () => (await figures()).todayRoutes },
      area(
        'sessions/:sessionId/messages',
        'registrations.read',
        async () => (await correspondence()).messageListRoutes,
      ),
      area(
        'series/:seriesId/messages',
        'registrations.read',
        async () => (await correspondence()).messageListRoutes,
      ),
      area('messages', 'registrations.read', async () => (await correspondence()).messageRoutes),
      area(
        'sessions/:sessionId/registrations/import',
        'registrations.write',
        async () => (await peopleImport()).peopleImportRoutes,
      ),
      area(
        'sessions/:sessionId/registrations',
        'registrations.read',
        async () => (await registration()).registrationsRoutes,
      ),
      area(
        'sessions/:ownerId/registration',
        'programme.read',
        async () => (await registrationSetup()).sessionRegistrationRoutes,
      ),
      area(
        'series/:ownerId/registration',
        'programme.read',
        async () => (await registrationSetup()).seriesRegistrationRoutes,
      ),
      area(
        'sessions/:sessionId/attendance',
        'registrations.read',
        async () => (await attendance()).attendanceRoutes,
      ),
      area('sessions/:sessionId/after', 'programme.read', async () => (await followUp()).followUpRoutes),
      area('sessions/:sessionId/numbers', 'figures.read', async () => (await figures()).sessionNumbersRoutes),
      area(
        'series/:seriesId/registrations',
        'registrations.read',
        async () => (await registration()).registrationsRoutes,
      ),
      area('participants', 'registrations.read', peopleWithPrivacy),
      {
        ...area('sessions', 'programme.read', programmeWithBulk),
        pathMatch: 'full',
      },
      area('sessions', 'programme.read', async () => (await programme()).sessionsRoutes),
      area('scheduling', 'programme.read', async () => (await scheduling()).schedulingRoutes),
      area('planning', 'programme.read', async () => (await planning()).planningRoutes),
      area('series', 'programme.read', async () => (await series()).seriesRoutes),
      area('speakers', 'programme.read', async () => (await directory()).speakersRoutes),
      area('regions', 'programme.read', async () => (await directory()).regionsRoutes),
      area('categories', 'programme.read', async () => (await directory()).categoriesRoutes),
      area('recaps/import', 'recaps.write', async () => (await recapImport()).recapImportRoutes),
      area('recaps', 'recaps.read', async () => [
        ...(await recapBoard()).recapBoardRoutes,
        ...(await recaps()).recapsRoutes,
        ...(await recapTranslation()).recapTranslationRoutes,
      ]),
      area('media', 'media.read', async () => (await mediaLibrary()).mediaRoutes),
      area('figures/:seriesId/reports', 'figures.read', async () => (await reports()).reportsRoutes),
      area('figures/people', 'registrations.read', async () => (await dashboards()).figurePeopleRoutes),
      area('figures', 'figures.read', async () => [
        ...(await dashboards()).dashboardRoutes,
        ...(await figures()).figuresRoutes,
      ]),
      area('outbox', 'outbox.read', async () => (await settings()).outboxRoutes),
      area('accounts', 'accounts.manage', async () => (await settings()).accountsRoutes),
      area('privacy', 'privacy.manage', async () => (await privacy()).privacyRoutes),
      area('audit', 'audit.read', async () => (await settings()).auditRoutes),
      {
        path: 'not-allowed',
        component: NotAllowed,
        title: $localize`:@@shell.not-allowed.title:Not allowed`,
      },
      { path: '**', component: NotFound, title: $localize`:@@shell.not-found.title:Not found` },
    ],
  },
];
