import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, DomainError, isForEveryone, type StaffRequest } from '@reihe/api-platform';
import { CSRF_COOKIE, CSRF_HEADER } from '@reihe/shared-contracts';
import { csrfSync } from 'csrf-sync';
import type { Request, Response } from 'express';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => request.get(CSRF_HEADER),
});

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Hands out the token of this sign-in session in a cookie that the admin can read and other sites cannot. */
export function giveCsrfToken(request: Request, response: Response, config: Config): void {
  response.cookie(CSRF_COOKIE, generateToken(request), {
    sameSite: 'lax',
    secure: config.baseUrl.startsWith('https:'),
    path: '/',
  });
}

/**
 * A request that writes in the name of a staff session must repeat its token. Routes for everyone act in nobody's name: there a
 * session that happens to be in the browser has nothing to say.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<StaffRequest>();
    if (READING.has(request.method) || !request.user || isForEveryone(this.reflector, context)) return true;
    if (!isRequestValid(request)) throw new DomainError('request.csrf', 403);
    return true;
  }
}

/** Signing in has no session yet: the browser itself says whether the form was ours. Clients without one may sign in. */
export function isFromOurOrigin(request: Request, baseUrl: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (origin === undefined || origin === new URL(baseUrl).origin) return true;
  // A sandboxed page sends "null", which is no address at all.
  return URL.canParse(origin) && new URL(origin).host === request.get('Host');
}
