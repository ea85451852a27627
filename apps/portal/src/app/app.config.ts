import { LocationStrategy } from '@angular/common';
import { type ApplicationConfig, inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideClientHydration,
  withHttpTransferCacheOptions,
  withI18nSupport,
  withNoIncrementalHydration,
} from '@angular/platform-browser';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideReaderHttp } from '@reihe/web-platform';
import { routes } from './app.routes';
import { BrokenNavigation } from './broken-navigation';
import { PublicAddresses } from './public-addresses';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler((error) => inject(BrokenNavigation).happened(error)),
    ),
    { provide: LocationStrategy, useClass: PublicAddresses },
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
