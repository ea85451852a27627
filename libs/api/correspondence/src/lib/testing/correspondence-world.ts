import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import {
  AfterSession,
  FeatureApp,
  Jobs,
  PortalRenderer,
  startFeature,
  type FeatureParts,
} from '@reihe/api-platform';
import type { Language, RegistrationState, SessionNewsKind, SessionState } from '@reihe/shared-contracts';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import { CorrespondenceModule } from '../correspondence.module';
import { newsRootRoutes } from '../news/unsubscribe-form.controller';

export const NOW = '2026-10-05T12:00:00Z';

export interface WorldPerson {
  id: string;
  email: string;
  timeZone: string;
  language: Language;
}

export interface WrittenMail {
  id: string;
  template: string;
  to_address: string;
  language: Language;
  subject: string;
  text: string;
  html: string;
  thread_id: string | null;
  unsubscribe_url: string | null;
  useful_until: Date | null;
  state: string;
}

interface WorldSetup {
  after?: Pick<AfterSession, 'linksOf'>;
}

/** Correspondence on a real database, with a clock that stands still and jobs that only run when called; for specs. */
export class CorrespondenceWorld extends FeatureApp {
  readonly clock: FixedClock;
  readonly jobsSent: string[] = [];
  seriesId = '';

  constructor(parts: FeatureParts, clock: FixedClock) {
    super(parts);
    this.clock = clock;
  }

  static async make({ after }: WorldSetup = {}): Promise<CorrespondenceWorld> {
    const clock = new FixedClock(NOW);
    const sent: string[] = [];
    const world = await startFeature(
      {
        clock,
        modules: [
          ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
          surroundings(sent, after),
          CorrespondenceModule,
        ],
        rootRoutes: newsRootRoutes,
      },
      (parts) => new CorrespondenceWorld(parts, clock),
    );
    world.jobsSent.push(...sent);
    world.seriesId = await world.aSeries();
    return world;
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async aSeries(title = 'Water cities'): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, $2, 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [id, `series-${id.slice(0, 8)}`],
    );
    await this.query(`INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    return id;
  }

  /** A published session of 90 minutes. */
  async aSession(
    startsAt: string,
    {
      state = 'published',
      title = 'Pipes',
      seriesId = this.seriesId,
    }: {
      state?: SessionState;
      title?: string;
      seriesId?: string;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, cancel_reason)
       VALUES ($1, $2, $3, $4, 'exchange', $5, $5::timestamptz + interval '90 minutes', '2026-10-06T14:00', '2026-10-06T15:30',
               'Europe/Berlin', '{en}', 'No speakers')`,
      [id, seriesId, `session-${id.slice(0, 8)}`, state, startsAt],
    );
    await this.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2), ($1, 'de', $3)`,
      [id, title, `${title} (de)`],
    );
    return id;
  }

  async aPerson(email: string, changes: Partial<WorldPerson> = {}): Promise<WorldPerson> {
    const person = {
      id: randomUUID(),
      email,
      timeZone: 'Europe/Berlin',
      language: 'en' as Language,
      ...changes,
    };
    await this.query(
      `INSERT INTO participants (id, email, email_key, name, language, time_zone, verified_at)
       VALUES ($1, $2, lower($2), $3, $4, $5, now())`,
      [person.id, email, `Reader ${email.split('@')[0] ?? ''}`, person.language, person.timeZone],
    );
    return person;
  }

  async aRegistration(
    sessionId: string,
    person: WorldPerson,
    { state = 'confirmed', at = '2026-09-01T08:00:00Z' }: { state?: RegistrationState; at?: string } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO registrations (id, session_id, participant_id, state, queue_number, name, country, language, time_zone,
                                  privacy_notice, created_at, confirmed_at)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 = 'waitlisted' THEN nextval('registration_queue') END, 'Reader', 'UA', $5, $6, '1',
               $7, CASE WHEN $4 = 'confirmed' THEN $7::timestamptz END)`,
      [id, sessionId, person.id, state, person.language, person.timeZone, at],
    );
    return id;
  }

  /** That an organiser changed a session; people are told once `secondsLeft` are over, by the database's clock. */
  async aChange(
    sessionId: string,
    {
      kind = 'moved',
      secondsLeft = 30,
      at = null,
    }: { kind?: SessionNewsKind; secondsLeft?: number; at?: string | null } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO session_changes (id, session_id, session_version, kinds, before, after, undo_until, created_at)
       VALUES ($1, $2, 2, ARRAY[$3], '{}', '{}', now() + make_interval(secs => $4), coalesce($5, clock_timestamp()))`,
      [id, sessionId, kind, secondsLeft, at],
    );
    return id;
  }

  async rules(sessionId: string, rules: Record<string, unknown>): Promise<void> {
    const names = Object.keys(rules);
    await this.query(
      `INSERT INTO registration_rules (session_id, ${names.join(', ')}) VALUES ($1, ${names.map((_, index) => `$${index + 2}`).join(', ')})`,
      [sessionId, ...Object.values(rules)],
    );
  }

  /** In the order of their writing. */
  mails(email?: string): Promise<WrittenMail[]> {
    return this.query(
      `SELECT * FROM outbox_messages WHERE $1::text IS NULL OR to_address = $1 ORDER BY created_at`,
      [email ?? null],
    );
  }

  /** Everything that a spec made, so that the next begins with nothing. */
  async clear(): Promise<void> {
    await this.query(
      `TRUNCATE messages, recaps, outbox_messages, registration_rules, sessions, participants CASCADE`,
    );
  }
}

function surroundings(sent: string[], after: WorldSetup['after']): DynamicModule {
  const jobs: Pick<Jobs, 'on' | 'every' | 'send'> = {
    on: () => undefined,
    every: () => undefined,
    send: (name) => sent.push(name),
  };
  const portal: PortalRenderer = {
    render: (path, form) => Promise.resolve({ status: form?.problem.status ?? 200, html: `<p>${path}</p>` }),
  };
  return {
    module: class Surroundings {},
    global: true,
    providers: [
      { provide: Jobs, useValue: jobs },
      { provide: PortalRenderer, useValue: portal },
      ...(after ? [{ provide: AfterSession, useValue: after }] : []),
    ],
    exports: [Jobs, PortalRenderer, ...(after ? [AfterSession] : [])],
  };
}
