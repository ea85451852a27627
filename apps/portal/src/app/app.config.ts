import { LocationStrategy, NoTrailingSlashPathLocationStrategy } from '@angular/common';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideClientHydration,
  withHttpTransferCacheOptions,
  withI18nSupport,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideReaderHttp } from '@reihe/web-platform';
import { routes } from './app.routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    // Public addresses have no slash at their end; the home page of a language is `/de`.
    { provide: LocationStrategy, useClass: NoTrailingSlashPathLocationStrategy },
    provideReaderHttp(),
    provideClientHydration(
      withI18nSupport(),
      // Replaying events needs an inline script, which the content security policy forbids.
      withNoIncrementalHydration(),
      // What the API marks as not to be stored between requests may still reach the page it was read for.
      withHttpTransferCacheOptions({ includeNonCacheableRequests: true }),
    ),
  ],
};
