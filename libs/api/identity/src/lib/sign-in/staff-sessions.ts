import { Injectable, Logger, type INestApplication, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '@reihe/api-platform';
import { API_BASE, CSRF_COOKIE } from '@reihe/shared-contracts';
import connectPgSimple from 'connect-pg-simple';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Pool } from 'pg';

/** A working day; each request begins it anew. */
const SESSION_MS = 12 * 60 * 60 * 1000;
/** Sessions are small single-row reads and writes; they must not wait behind the features' transactions. */
const POOL_SIZE = 4;

/** Below the API's own path. */
const SIGN_IN_PATHS = '/auth/';

const isSecure = ({ baseUrl }: Config) => baseUrl.startsWith('https:');
/** `__Host-` binds the cookie to this host and to HTTPS, where there is HTTPS. */
const cookieName = (config: Config) => (isSecure(config) ? '__Host-reihe.sid' : 'reihe.sid');

/** Sign-in sessions live in PostgreSQL: any process can serve any request, and signing out works everywhere. */
@Injectable()
export class StaffSessions implements OnApplicationShutdown {
  private readonly logger = new Logger(StaffSessions.name);
  private readonly pool: Pool;
  private readonly store: connectPgSimple.PGStore;

  constructor(private readonly config: Config) {
    this.pool = new Pool({ connectionString: config.databaseUrl, max: POOL_SIZE });
    // An idle connection that PostgreSQL closes is replaced at the next use; unheard, its error would end the process.
    this.pool.on('error', (error) => this.logger.warn({ err: error }, 'A session connection was lost'));
    const Store = connectPgSimple(session);
    this.store = new Store({ pool: this.pool, tableName: 'staff_sessions', pruneSessionInterval: 15 * 60 });
  }

  middleware(): RequestHandler[] {
    return [
      session({
        store: this.store,
        name: cookieName(this.config),
        secret: this.config.secret,
        resave: false,
        saveUninitialized: false,
        rolling: true,
        cookie: {
          httpOnly: true,
          sameSite: 'lax',
          secure: isSecure(this.config),
          path: '/',
          maxAge: SESSION_MS,
        },
      }),
      passport.session() as RequestHandler,
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    this.store.close();
    await this.pool.end();
  }
}

/**
 * Puts the signed-in staff member on every request of the API that comes from one. Pages, feeds and images have no sessions, and who
 * brings no cookie gets one by signing in alone: most requests are participants'.
 */
export function installSignIn(app: INestApplication): void {
  const cookie = `${cookieName(app.get(Config))}=`;
  for (const middleware of app.get(StaffSessions).middleware()) {
    app.use(API_BASE, (request: Request, response: Response, next: NextFunction) => {
      const isStaff = request.headers.cookie?.includes(cookie) ?? false;
      if (isStaff || request.path.startsWith(SIGN_IN_PATHS)) void middleware(request, response, next);
      else next();
    });
  }
}

export function endSession(request: Request, response: Response, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.destroy((error: unknown) => {
      if (error) return reject(error instanceof Error ? error : new Error('The session could not be ended.'));
      response.clearCookie(cookieName(config), { path: '/' });
      response.clearCookie(CSRF_COOKIE, { path: '/' });
      resolve();
    });
  });
}
