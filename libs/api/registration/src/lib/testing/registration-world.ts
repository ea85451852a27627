import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ThrottlerModule } from '@nestjs/throttler';
import { Database, openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import {
  Clock,
  Jobs,
  PlatformModule,
  PortalRenderer,
  readConfig,
  SessionObserver,
  SessionWriter,
  type SubmittedForm,
} from '@reihe/api-platform';
import type { Me, Register, RegistrationState, Role } from '@reihe/shared-contracts';
import { API_BASE } from '@reihe/shared-contracts';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { aRegister, FixedClock } from '@reihe/shared-testing';
import type { NextFunction, Response } from 'express';
import type request from 'supertest';
import { RequestPlaces } from '../places/request-places';
import { TakeSeat } from '../places/take-seat';
import { RegistrationModule } from '../registration.module';
import { registrationRootRoutes } from '../root-routes';

export const NOW = '2026-09-01T08:00:00Z';
const BASE_URL = 'https://reihe.example';

interface SessionSetup {
  capacity: number | null;
  startsAt: string;
  state: 'draft' | 'published' | 'held' | 'cancelled';
  opensAt: string | null;
  closesAt: string | null;
  rules: Partial<Record<'mode' | 'hold_minutes' | 'has_waiting_list' | 'waiting_list_limit', unknown>>;
}

export interface WorldSession {
  id: string;
  slug: string;
}

export interface MailRow {
  template: string;
  to_address: string;
  to_name: string;
  language: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  calendar_method: string | null;
}

class PageOfForms extends PortalRenderer {
  readonly rendered: { path: string; form: SubmittedForm | undefined }[] = [];

  render(path: string, form?: SubmittedForm): Promise<{ status: number; html: string }> {
    this.rendered.push({ path, form });
    return Promise.resolve({
      status: form?.problem.status ?? 200,
      html: `<p>${form?.problem.code ?? ''}</p>`,
    });
  }
}

/** Registration on a real database, with a clock that stands still; for specs. */
export class RegistrationWorld {
  readonly clock = new FixedClock(NOW);
  readonly pages = new PageOfForms();
  /** Names of the jobs that were asked for. */
  readonly jobsSent: string[] = [];
  /** Who is signed in. */
  staff: Me | undefined;
  app: INestApplication;
  private database: TestDatabase;
  private seriesId: string;

  /** `smtpUrl` null: mails wait in the outbox. */
  static async open({
    poolSize = 10,
    smtpUrl = null,
    isThrottlingForms = true,
  }: {
    poolSize?: number;
    smtpUrl?: string | null;
    isThrottlingForms?: boolean;
  } = {}): Promise<RegistrationWorld> {
    const world = new RegistrationWorld();
    world.database = await openTestDatabase();
    const { url } = world.database;
    const config = readConfig({
      DATABASE_URL: url,
      REIHE_BASE_URL: BASE_URL,
      REIHE_MAIL_FROM: 'Reihe <reihe@reihe.example>',
    });
    const jobs: Pick<Jobs, 'on' | 'every' | 'send'> = {
      on: () => undefined,
      every: () => undefined,
      send: (name) => world.jobsSent.push(name),
    };
    const module = await Test.createTestingModule({
      imports: [
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
        PersistenceModule.forDatabase({ url, poolSize }),
        PlatformModule.withConfig({ ...config, smtpUrl, isThrottlingForms }),
        {
          module: class Surroundings {},
          global: true,
          providers: [
            { provide: Jobs, useValue: jobs },
            { provide: PortalRenderer, useValue: world.pages },
            { provide: SessionWriter, useValue: { resize: world.resize.bind(world) } },
          ],
          exports: [Jobs, PortalRenderer, SessionWriter],
        },
        RegistrationModule,
      ],
    })
      .overrideProvider(Clock)
      .useValue(world.clock)
      .compile();
    world.app = module.createNestApplication({ logger: false });
    world.app.setGlobalPrefix(API_BASE.slice(1), { exclude: registrationRootRoutes });
    world.app.use((incoming: { user?: Me }, _response: Response, next: NextFunction) => {
      if (world.staff) incoming.user = world.staff;
      next();
    });
    await world.app.init();
    world.seriesId = await world.aSeries();
    return world;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  get server(): Parameters<typeof request>[0] {
    return this.app.getHttpServer() as Parameters<typeof request>[0];
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  signIn(...roles: Role[]): Me {
    this.staff = { id: randomUUID(), email: 'staff@reihe.example', name: 'Staff', roles, language: 'en' };
    return this.staff;
  }

  async aSession(setup: Partial<SessionSetup> = {}): Promise<WorldSession> {
    const { capacity = 5, startsAt = '2026-10-06T12:00:00Z', state = 'published', opensAt, closesAt } = setup;
    const { rules = {} } = setup;
    const id = randomUUID();
    const slug = `session-${id.slice(0, 8)}`;
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone,
         languages, capacity, registration_opens_at, registration_closes_at, meeting_url, meeting_passcode, meeting_number,
         meeting_dial_in, meeting_host_notes, meeting_account, cancel_reason)
       VALUES ($1, $2, $3, $4, 'exchange', $5, $5::timestamptz + interval '90 minutes', '2026-10-06T14:00',
         '2026-10-06T15:30', 'Europe/Berlin', '{en}', $6, $7, $8, 'https://meet.example/secret-room', 'tide-42',
         'tide-id-43', '[{"label": "Lviv", "number": "+380 32 555 0143", "pin": "tide-44"}]', 'tide-notes-45', 'tide-account-46',
         CASE WHEN $4 = 'cancelled' THEN 'No speakers' END)`,
      [id, this.seriesId, slug, state, startsAt, capacity, opensAt ?? null, closesAt ?? null],
    );
    await this.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2), ($1, 'de', $3)`,
      [id, `Water ${slug}`, `Wasser ${slug}`],
    );
    const named = Object.entries(rules);
    if (named.length > 0) {
      await this.query(
        `INSERT INTO registration_rules (session_id, ${named.map(([rule]) => rule).join(', ')})
         VALUES ($1, ${named.map((_, at) => `$${at + 2}`).join(', ')})`,
        [id, ...named.map(([, value]) => value)],
      );
    }
    return { id, slug };
  }

  /** Asked of whoever registers for a session of the series. */
  async aQuestion(label = 'Where from?'): Promise<string> {
    const [question] = await this.query<{ id: string }>(
      `WITH form AS (
         INSERT INTO question_forms (series_id, purpose) VALUES ($1, 'registration')
         ON CONFLICT (series_id, purpose) DO UPDATE SET version = question_forms.version RETURNING id
       )
       INSERT INTO questions (form_id, position, kind, texts)
       SELECT id, (SELECT count(*) FROM questions q WHERE q.form_id = form.id), 'text', $2 FROM form RETURNING id`,
      [this.seriesId, JSON.stringify({ en: { label, hint: '' } })],
    );
    return question?.id ?? '';
  }

  /** Fills in the form; the token is in the mail. */
  async wish(email: string, sessions: WorldSession[], changes: Partial<Register> = {}): Promise<string> {
    const sessionSlugs = sessions.map(({ slug }) => slug);
    await this.app.get(RequestPlaces).request(aRegister({ email, sessionSlugs, ...changes }));
    return this.tokenIn(await this.lastMail(email), 'confirm');
  }

  /** Fills in the form and follows the link. The manage token. */
  async register(email: string, sessions: WorldSession[], changes: Partial<Register> = {}): Promise<string> {
    const token = await this.wish(email, sessions, changes);
    return (await this.app.get(TakeSeat).confirm(token, 'en')).manageToken;
  }

  tokenIn(mail: MailRow | undefined, purpose: 'confirm' | 'manage' | 'join'): string {
    const [, token] = new RegExp(`/(?:register/)?${purpose}/([\\w-]+)`).exec(mail?.text ?? '') ?? [];
    if (!token) throw new Error(`There is no ${purpose} link in "${mail?.subject ?? 'no mail'}".`);
    return token;
  }

  mails(email: string): Promise<MailRow[]> {
    return this.query<MailRow>(
      `SELECT template, to_address, to_name, language, subject, text, html, calendar, calendar_method
       FROM outbox_messages WHERE lower(to_address) = lower($1) ORDER BY created_at`,
      [email],
    );
  }

  async lastMail(email: string): Promise<MailRow | undefined> {
    return (await this.mails(email)).at(-1);
  }

  /** Addresses by state, the waiting list in its order. */
  async people(session: WorldSession, state: RegistrationState): Promise<string[]> {
    const rows = await this.query<{ email: string }>(
      `SELECT p.email FROM registrations r JOIN participants p ON p.id = r.participant_id
       WHERE r.session_id = $1 AND r.state = $2 ORDER BY r.queue_number, p.email`,
      [session.id, state],
    );
    return rows.map(({ email }) => email);
  }

  async registrationOf(
    email: string,
    session: WorldSession,
  ): Promise<{ id: string; state: RegistrationState; participantId: string }> {
    const [row] = await this.query<{ id: string; state: RegistrationState; participantId: string }>(
      `SELECT r.id, r.state, r.participant_id AS "participantId" FROM registrations r JOIN participants p ON p.id = r.participant_id
       WHERE p.email_key = lower($1) AND r.session_id = $2 ORDER BY r.ended_at IS NULL DESC LIMIT 1`,
      [email, session.id],
    );
    if (!row) throw new Error(`${email} has no registration.`);
    return row;
  }

  /** How many statements the application sends while it does the work; telling open views comes at its own time. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    const { logger } = this.app.get(Database).manager.dataSource;
    const usual = logger.logQuery.bind(logger);
    let statements = 0;
    logger.logQuery = (sql: string) => {
      if (!sql.includes('pg_notify')) statements += 1;
    };
    try {
      await work();
    } finally {
      logger.logQuery = usual;
    }
    return statements;
  }

  /** As the programme does it: in the transaction in progress, telling the observer. */
  private async resize(id: string, _version: number, capacity: number | null): Promise<void> {
    await this.app.get(Database).query(`UPDATE sessions SET capacity = $2 WHERE id = $1`, [id, capacity]);
    await this.app.get(SessionObserver).capacityChanged(id);
  }

  private async aSeries(): Promise<string> {
    const [series] = await this.query<{ id: string }>(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin') RETURNING id`,
    );
    return series?.id ?? '';
  }
}
