import { RequestMethod, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  Database,
  MediaRow,
  MediaTranslationRow,
  openTestDatabase,
  PersistenceModule,
  SeriesRow,
  SeriesTranslationRow,
  SessionRow,
  SessionTranslationRow,
  StaffAccountRow,
  type TestDatabase,
} from '@reihe/api-persistence';
import { Clock, PlatformModule, readConfig, type StaffRequest } from '@reihe/api-platform';
import {
  API_BASE,
  apiPaths,
  type Me,
  type Problem,
  type Recap,
  type RecapPageAnswer,
  type RecapText,
  type Role,
  type SaveRecap,
} from '@reihe/shared-contracts';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import { RecapsModule, recapsRootRoutes } from '../recaps.module';

type Method = 'get' | 'post' | 'put' | 'delete';

/** The recaps over HTTP on a database of its own, at a time that stands still, with an editor signed in. */
export class RecapsApp {
  user: Me | undefined;

  private constructor(
    private readonly app: INestApplication,
    readonly database: TestDatabase,
    readonly editor: Me,
  ) {
    this.user = editor;
  }

  static async open(clock: Clock): Promise<RecapsApp> {
    const database = await openTestDatabase();
    const editor = await addStaff(database, 'editor');
    const config = { ...readConfig({ DATABASE_URL: database.url }), baseUrl: 'https://reihe.example' };
    const module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig({ ...config, roles: ['web'] }),
        RecapsModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication({ logger: false });
    const recaps = new RecapsApp(app, database, editor);
    app.use((incoming: StaffRequest, _response: Response, next: NextFunction) => {
      if (recaps.user) incoming.user = recaps.user;
      next();
    });
    app.setGlobalPrefix(API_BASE.slice(1), {
      exclude: recapsRootRoutes.map((path) => ({ path, method: RequestMethod.ALL })),
    });
    await app.init();
    return recaps;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  http(method: Method, address: string, body?: object): request.Test {
    const call = request(this.app.getHttpServer() as Parameters<typeof request>[0])[method](address);
    return body === undefined ? call : call.send(body);
  }

  /** Below the API's prefix. */
  async answer<T>(method: Method, path: string, body?: object): Promise<T> {
    const response = await this.http(method, `${API_BASE}${path}`, body);
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${response.text}`);
    return response.body as T;
  }

  async problem(method: Method, path: string, body?: object): Promise<Problem> {
    const response = await this.http(method, `${API_BASE}${path}`, body);
    if (response.status < 400) throw new Error(`${method} ${path} was not refused: ${response.text}`);
    return response.body as Problem;
  }

  /** As somebody who is not signed in. */
  async read<T>(path: string): Promise<T> {
    this.user = undefined;
    return this.answer<T>('get', path).finally(() => (this.user = this.editor));
  }

  page(slug: string, language = 'en'): Promise<RecapPageAnswer> {
    return this.read(`${apiPaths.recapPage(slug)}?lang=${language}`);
  }

  /** Through review to the readers. */
  async publish(recap: Recap): Promise<Recap> {
    const { version } = await this.answer<Recap>('post', apiPaths.submitRecap(recap.id), {
      version: recap.version,
    });
    return this.answer('post', apiPaths.publishRecap(recap.id), { version });
  }

  as(role: Role): Promise<Me> {
    return addStaff(this.database, role);
  }

  async aSeries(slug: string, change: Partial<SeriesRow> = {}): Promise<string> {
    const { dataSource } = this.database;
    const row = { slug, state: 'published', startsOn: '2026-03-01', endsOn: '2026-12-15' } as const;
    const { id } = await dataSource
      .getRepository(SeriesRow)
      .save({ ...row, defaultLanguage: 'en', timeZone: 'Europe/Berlin', ...change });
    await dataSource.getRepository(SeriesTranslationRow).insert([
      { seriesId: id, language: 'en', title: `${slug} in English` },
      { seriesId: id, language: 'de', title: `${slug} auf Deutsch` },
    ]);
    return id;
  }

  async aSession(seriesId: string, slug: string, change: Partial<SessionRow> = {}): Promise<string> {
    const { dataSource } = this.database;
    const startsAt = new Date('2026-10-06T12:00:00Z');
    const { id } = await dataSource.getRepository(SessionRow).save({
      seriesId,
      slug,
      state: 'held',
      kind: 'exchange',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      startsLocal: '2026-10-06T14:00',
      endsLocal: '2026-10-06T16:00',
      timeZone: 'Europe/Berlin',
      languages: ['en'],
      meetingUrl: 'https://meet.example/very-secret',
      meetingPasscode: 'open-sesame',
      meetingNumber: 'id-sesame',
      meetingDialIn: [{ label: 'Land-sesame', number: '+49 555 0199', pin: 'pin-sesame' }],
      meetingHostNotes: 'notes-sesame',
      meetingAccount: 'account-sesame',
      ...change,
    });
    await dataSource.getRepository(SessionTranslationRow).insert([
      { sessionId: id, language: 'en', title: `${slug} in English` },
      { sessionId: id, language: 'de', title: `${slug} auf Deutsch` },
    ]);
    return id;
  }

  /** With a credit, and alt text in both languages. */
  async anImage(change: Partial<MediaRow> = {}): Promise<string> {
    const { dataSource } = this.database;
    const { id } = await dataSource.getRepository(MediaRow).save({
      fileName: 'pipe.jpg',
      mimeType: 'image/jpeg',
      width: 1600,
      height: 900,
      byteSize: 1000,
      sha256: 'sample',
      widths: [480, 960, 1600],
      photographer: 'Sample Photographer',
      agency: 'Sample Agency',
      ...change,
    });
    await dataSource.getRepository(MediaTranslationRow).insert([
      { mediaId: id, language: 'en', alt: 'A pipe' },
      { mediaId: id, language: 'de', alt: 'Ein Rohr' },
    ]);
    return id;
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

/** What a form sends to save a recap as it was read. */
export function saveRecapOf(recap: Recap, change: Partial<SaveRecap> = {}): SaveRecap {
  const { version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery } = recap;
  const { publishedOn, translations } = recap;
  return {
    ...{ version, seriesId, sessionIds, categoryIds, regionIds, byline, leadMediaId, gallery },
    ...{ publishedOn, translations },
    ...change,
  };
}

export function aText(change: Partial<RecapText> = {}): RecapText {
  const words = change.title ?? 'What we learnt';
  return {
    title: words,
    slug: 'what-we-learnt',
    lead: 'Pipes leak everywhere.',
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    seoTitle: '',
    seoDescription: '',
    ...change,
  };
}

async function addStaff({ dataSource }: TestDatabase, role: Role): Promise<Me> {
  const email = `${role}@example.org`;
  const name = `Sample ${role}`;
  const { id } = await dataSource
    .getRepository(StaffAccountRow)
    .save({ email, emailKey: email, name, passwordHash: '-', roles: [role], language: 'en' });
  return { id, email, name, language: 'en', roles: [role] };
}
