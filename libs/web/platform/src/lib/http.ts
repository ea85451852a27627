import {
  HttpBackend,
  provideHttpClient,
  withInterceptors,
  withNoXsrfProtection,
  withXhr,
  withXsrfConfiguration,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';
import { API_BASE, CSRF_COOKIE, CSRF_HEADER } from '@reihe/shared-contracts';
import { InProcessBackend } from './in-process-backend';
import { LANGUAGE } from './language';

/** Asks the API in the page's language; in the address, so that caches and the transfer to the browser tell languages apart. */
export const askInLanguage: HttpInterceptorFn = (request, next) => {
  const language = inject(LANGUAGE);
  return next(
    request.url.startsWith(API_BASE) && !request.params.has('lang')
      ? request.clone({ setParams: { lang: language } })
      : request,
  );
};

/** HTTP of the portal: no session, so nothing to protect from forgery. */
export function provideReaderHttp(): EnvironmentProviders {
  return provideHttpClient(withNoXsrfProtection(), withInterceptors([askInLanguage]));
}

/**
 * HTTP of the admin: the session cookie travels by itself on one origin, the CSRF token goes from its cookie to the header. By
 * XMLHttpRequest, since fetch does not tell how far an upload is.
 */
export function provideStaffHttp(...interceptors: HttpInterceptorFn[]): EnvironmentProviders {
  return provideHttpClient(
    withXhr(),
    withXsrfConfiguration({ cookieName: CSRF_COOKIE, headerName: CSRF_HEADER }),
    withInterceptors([askInLanguage, ...interceptors]),
  );
}

/** Server only; after provideReaderHttp. */
export function provideInProcessHttp(): EnvironmentProviders {
  return makeEnvironmentProviders([{ provide: HttpBackend, useClass: InProcessBackend }]);
}
