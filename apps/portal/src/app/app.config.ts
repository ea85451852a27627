import { LocationStrategy } from '@angular/common';
import { type ApplicationConfig, inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideReaderHttp } from '@reihe/web-platform';
import { routes } from './app.routes';
import { BrokenNavigation } from './broken-navigation';
import { provideLeanHydration } from './lean-hydration';
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
    provideLeanHydration(),
  ],
};
