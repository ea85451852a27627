import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { MAT_SNACK_BAR_DEFAULT_OPTIONS } from '@angular/material/snack-bar';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
} from '@angular/router';
import { provideStaffHttp } from '@reihe/web-platform';
import { ignoreLateMeasurements } from './late-measurements';
import { routes } from './app.routes';
import { PageTitle } from './shell/page-title';
import { resumeSession } from './sign-in/resume-session';

export const appConfig: ApplicationConfig = {
  providers: [
    ignoreLateMeasurements(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    provideStaffHttp(resumeSession),
    { provide: TitleStrategy, useClass: PageTitle },
    { provide: MAT_SNACK_BAR_DEFAULT_OPTIONS, useValue: { duration: 8000 } },
  ],
};
