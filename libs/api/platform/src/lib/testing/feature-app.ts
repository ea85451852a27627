import { type DynamicModule, type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { Database, openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { API_BASE, type Me, type Problem, type Role } from '@reihe/shared-contracts';
import type { NextFunction, Response } from 'express';
import type request from 'supertest';
import type { StaffRequest } from '../access/staff-request';
import { type Config, readConfig } from '../config/config';
import { PlatformModule } from '../platform.module';
import { Clock } from '../time/clock';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Modules = (Type | DynamicModule)[];

export interface FeatureParts {
  database: TestDatabase;
  /** False: the database is another one's to drop. */
  isOwner?: boolean;
  app: INestApplication;
  ask: typeof request;
  staff: Me;
}

export interface FeatureSetup {
  clock: Clock;
  /** The feature under test and what it needs beside persistence and platform. */
  modules: Modules;
  /** What of the configuration the feature under test needs otherwise. */
  config?: Partial<Config>;
  /** Addresses outside of the API's prefix. */
  rootRoutes?: readonly string[];
  /** Role of who is signed in; an organiser where nothing is said. */
  role?: Role;
  /** Another process on the same database, with the same staff; it goes first. */
  beside?: FeatureApp;
}

/**
 * Features over HTTP on a database of their own, at a time that stands still, with a member of staff signed in; for specs. The
 * tools of tests are loaded when it opens: what ships never does.
 */
export class FeatureApp {
  /** Who is signed in; undefined: nobody. */
  user: Me | undefined;
  readonly database: TestDatabase;
  readonly staff: Me;
  protected readonly app: INestApplication;
  private readonly ask: typeof request;
  private readonly isOwner: boolean;

  constructor({ database, app, ask, staff, isOwner = true }: FeatureParts) {
    this.database = database;
    this.isOwner = isOwner;
    this.app = app;
    this.ask = ask;
    this.staff = staff;
    this.user = staff;
  }

  static async open(setup: FeatureSetup): Promise<FeatureApp> {
    return startFeature(setup, (parts) => new FeatureApp(parts));
  }

  async close(): Promise<void> {
    await this.app.close();
    if (this.isOwner) await this.database.close();
  }

  /** Below the API's prefix. */
  call(method: Method, path: string, body?: object): request.Test {
    return this.http(method, `${API_BASE}${path}`, body);
  }

  http(method: Method, address: string, body?: object): request.Test {
    const call = this.ask(this.app.getHttpServer() as Parameters<typeof request>[0])[method](address);
    return body === undefined ? call : call.send(body);
  }

  /** @throws Error where it is refused */
  async answer<T>(method: Method, path: string, body?: object): Promise<T> {
    const response = await this.call(method, path, body);
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${response.text}`);
    return response.body as T;
  }

  /** @throws Error where it is not refused */
  async problem(method: Method, path: string, body?: object): Promise<Problem> {
    const response = await this.call(method, path, body);
    if (response.status < 400) throw new Error(`${method} ${path} was not refused: ${response.text}`);
    return response.body as Problem;
  }

  /** Another member of staff, not signed in yet. */
  as(role: Role): Promise<Me> {
    return addStaff(this.database, role);
  }

  get<Service>(service: abstract new (...never: never[]) => Service): Service {
    return this.app.get(service as unknown as new () => Service);
  }

  /** The statements that the application sends while it does the work. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const { logger } = this.app.get(Database).manager.dataSource;
    const usual = logger.logQuery.bind(logger);
    const statements: string[] = [];
    logger.logQuery = (sql: string) => {
      statements.push(sql);
    };
    try {
      await work();
    } finally {
      logger.logQuery = usual;
    }
    return statements;
  }
}

/** Starts what a FeatureApp, or a kind of it, speaks to. */
export async function startFeature<App extends FeatureApp>(
  { clock, modules, config: special = {}, rootRoutes = [], role = 'organiser', beside }: FeatureSetup,
  make: (parts: FeatureParts) => App,
): Promise<App> {
  const [{ Test }, { default: ask }] = await Promise.all([import('@nestjs/testing'), import('supertest')]);
  const database = beside?.database ?? (await openTestDatabase());
  const staff = beside?.staff ?? (await addStaff(database, role));
  const config = {
    ...readConfig({ DATABASE_URL: database.url }),
    baseUrl: 'https://reihe.example',
    // Specs of several processes are about what the database promises, however little they know of one another.
    socketDir: null,
    ...special,
  };
  const module = await Test.createTestingModule({
    imports: [
      PersistenceModule.forDatabase({ url: database.url }),
      PlatformModule.withConfig({ ...config, roles: ['web'] }),
      ...modules,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication({ logger: false });
  const feature = make({ database, app, ask, staff, isOwner: !beside });
  app.use((incoming: StaffRequest, _response: Response, next: NextFunction) => {
    if (feature.user) incoming.user = feature.user;
    next();
  });
  app.setGlobalPrefix(API_BASE.slice(1), {
    exclude: rootRoutes.map((path) => ({ path, method: RequestMethod.ALL })),
  });
  await app.init();
  return feature;
}

async function addStaff({ dataSource }: TestDatabase, role: Role): Promise<Me> {
  const account = { email: `${role}@example.org`, name: `Sample ${role}`, language: 'en' as const };
  const [row] = await dataSource.query<{ id: string }[]>(
    `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
     VALUES ($1, $1, $2, '-', ARRAY[$4], $3) RETURNING id`,
    [account.email, account.name, account.language, role],
  );
  if (!row) throw new Error('No account was made.');
  return { id: row.id, ...account, roles: [role] };
}
