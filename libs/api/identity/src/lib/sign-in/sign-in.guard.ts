import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ThrottlerGuard, type ThrottlerRequest } from '@nestjs/throttler';
import { Config, DomainError } from '@reihe/api-platform';
import { emailKey } from '@reihe/shared-policies';
import type { Request } from 'express';
import { isFromOurOrigin } from './csrf';

/** Tries at one account from one network; many accounts behind one address do not hinder each other. */
export const SIGN_IN_LIMIT = { default: { limit: 10, ttl: 5 * 60_000 } };

/** Counts all tries of a network, at whatever accounts. */
@Injectable()
export class NetworkThrottler extends ThrottlerGuard {
  protected override getTracker(request: Request): Promise<string> {
    return Promise.resolve(`network|${request.ip ?? ''}`);
  }

  /** Six times what one account allows: a whole office signs in in the morning. */
  protected override handleRequest(tries: ThrottlerRequest): Promise<boolean> {
    return super.handleRequest({ ...tries, limit: tries.limit * 6 });
  }
}

@Injectable()
export class SignInThrottler extends ThrottlerGuard {
  protected override getTracker(request: Request): Promise<string> {
    const { email } = (request.body ?? {}) as { email?: unknown };
    return Promise.resolve(`${request.ip ?? ''}|${typeof email === 'string' ? emailKey(email) : ''}`);
  }
}

/** Checks the password, then makes a new session: the id a visitor had before is worth nothing afterwards. */
@Injectable()
export class SignInGuard extends AuthGuard('local') {
  constructor(private readonly config: Config) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!isFromOurOrigin(request, this.config.baseUrl)) throw new DomainError('request.csrf', 403);
    await super.canActivate(context);
    await super.logIn(request);
    return true;
  }

  /** passport also fails with its own errors (e.g. no password at all); to the outside all are one. */
  override handleRequest<Person>(error: unknown, person: Person | false): Person {
    if (error instanceof DomainError) throw error;
    if (error instanceof Error) throw error;
    if (!person) throw new DomainError('auth.failed', 401);
    return person;
  }
}
