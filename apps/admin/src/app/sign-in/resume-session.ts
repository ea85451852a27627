import { HttpXsrfTokenExtractor, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { API_BASE, apiPaths, CSRF_HEADER } from '@reihe/shared-contracts';
import { problemCodeOf } from '@reihe/web-platform';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { SignInAgain } from './sign-in-again';

const ASKING_WHO_ONE_IS: readonly string[] = [apiPaths.signIn, apiPaths.signOut, apiPaths.me];

/** A request that finds the session over waits until one is signed in again and is then sent once more: no page is lost over it. */
export const resumeSession: HttpInterceptorFn = (request, next) => {
  const again = inject(SignInAgain);
  const token = inject(HttpXsrfTokenExtractor);
  if (ASKING_WHO_ONE_IS.some((path) => request.url === API_BASE + path)) return next(request);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (problemCodeOf(error) !== 'auth.required') return throwError(() => error);
      return from(again.ask()).pipe(
        switchMap((isSignedIn) =>
          isSignedIn ? next(withToken(request, token.getToken())) : throwError(() => error),
        ),
      );
    }),
  );
};

/** The new session has a token of its own; the request still carries the old one, or none where the cookie had gone too. */
function withToken<T>(request: HttpRequest<T>, token: string | null): HttpRequest<T> {
  return token !== null && request.method !== 'GET'
    ? request.clone({ setHeaders: { [CSRF_HEADER]: token } })
    : request;
}
