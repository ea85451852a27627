import { RequestMethod, type DynamicModule, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Database, openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import {
  Clock,
  JobsModule,
  PlatformModule,
  readConfig,
  SessionObserver,
  type StaffRequest,
} from '@reihe/api-platform';
import {
  API_BASE,
  apiPaths,
  type Me,
  type Problem,
  type SaveSeries,
  type SaveSession,
  type Series,
  type Session,
} from '@reihe/shared-contracts';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import { ProgrammeModule, programmeRootRoutes } from '../programme.module';
import { RecordingObserver } from './recording-observer';

type Method = 'get' | 'post' | 'put' | 'delete';

/** The whole programme over HTTP on a database of its own, at a time that stands still, with an organiser signed in. */
export class ProgrammeApp {
  user: Me | undefined;

  private constructor(
    private readonly app: INestApplication,
    readonly database: TestDatabase,
    readonly observer: RecordingObserver,
    readonly organiser: Me,
  ) {
    this.user = organiser;
  }

  static async open(clock: Clock, { isObserved = true } = {}): Promise<ProgrammeApp> {
    const database = await openTestDatabase();
    const organiser = await addOrganiser(database);
    const observer = new RecordingObserver();
    const config = { ...readConfig({ DATABASE_URL: database.url }), baseUrl: 'https://reihe.example' };
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig({ ...config, roles: ['web'] }),
        JobsModule,
        ...(isObserved ? [observedBy(observer)] : []),
        ProgrammeModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication({ logger: false });
    const programme = new ProgrammeApp(app, database, observer, organiser);
    app.use((incoming: StaffRequest, _response: Response, next: NextFunction) => {
      if (programme.user) incoming.user = programme.user;
      next();
    });
    app.setGlobalPrefix(API_BASE.slice(1), {
      exclude: programmeRootRoutes.map((path) => ({ path, method: RequestMethod.ALL })),
    });
    await app.init();
    return programme;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  /** Below the API's prefix. */
  call(method: Method, path: string, body?: object): request.Test {
    return this.http(method, `${API_BASE}${path}`, body);
  }

  http(method: Method, address: string, body?: object): request.Test {
    const call = request(this.app.getHttpServer() as Parameters<typeof request>[0])[method](address);
    return body === undefined ? call : call.send(body);
  }

  async answer<T>(method: Method, path: string, body?: object): Promise<T> {
    const response = await this.call(method, path, body);
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${response.text}`);
    return response.body as T;
  }

  async problem(method: Method, path: string, body?: object): Promise<Problem> {
    const response = await this.call(method, path, body);
    if (response.status < 400) throw new Error(`${method} ${path} was not refused: ${response.text}`);
    return response.body as Problem;
  }

  async aSeries(body: SaveSeries, state: 'draft' | 'published' = 'published'): Promise<Series> {
    const series = await this.answer<Series>('post', apiPaths.series, body);
    if (state === 'draft') return series;
    return this.answer('post', apiPaths.publishSeries(series.id), { version: series.version });
  }

  async aSession(body: SaveSession, state: 'draft' | 'published' = 'published'): Promise<Session> {
    const session = await this.answer<Session>('post', apiPaths.sessions, body);
    if (state === 'draft') return session;
    return this.answer('post', apiPaths.publishSession(session.id), { version: session.version });
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

  /** People with a seat, or on the waiting list, as registering leaves them. */
  async register(sessionId: string, count: number, state: 'confirmed' | 'waitlisted'): Promise<void> {
    await this.database.dataSource.query(
      `WITH people AS (
         INSERT INTO participants (email, email_key, name, language, time_zone)
         SELECT k, k, 'Sample', 'en', 'UTC' FROM (SELECT gen_random_uuid() || '@example.org' AS k FROM generate_series(1, $2)) n
         RETURNING id
       )
       INSERT INTO registrations (session_id, participant_id, state, queue_number, name, language, time_zone, privacy_notice)
       SELECT $1, id, $3, CASE WHEN $3 = 'waitlisted' THEN nextval('registration_queue') END, 'Sample', 'en', 'UTC', '1'
       FROM people`,
      [sessionId, count, state],
    );
  }
}

function observedBy(observer: RecordingObserver): DynamicModule {
  return {
    module: class Observers {},
    global: true,
    providers: [{ provide: SessionObserver, useValue: observer }],
    exports: [SessionObserver],
  };
}

async function addOrganiser({ dataSource }: TestDatabase): Promise<Me> {
  const account = { email: 'o@example.org', name: 'Sample Organiser', language: 'en' as const };
  const [row] = await dataSource.query<{ id: string }[]>(
    `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
     VALUES ($1, $1, $2, '-', '{organiser}', $3) RETURNING id`,
    [account.email, account.name, account.language],
  );
  if (!row) throw new Error('No account was made.');
  return { id: row.id, ...account, roles: ['organiser'] };
}
