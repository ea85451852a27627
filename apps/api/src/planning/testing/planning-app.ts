import type { DynamicModule } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { FeatureApp, JobsModule, PortalRenderer, startFeature, type Clock } from '@reihe/api-platform';
import { PlanningModule } from '@reihe/api-planning';
import { ProgrammeModule } from '@reihe/api-programme';
import { RegistrationModule } from '@reihe/api-registration';
import {
  apiPaths,
  type SaveSeries,
  type SaveSession,
  type Series,
  type Session,
} from '@reihe/shared-contracts';

/** Planning as it runs: the programme writes, registration passes seats on and tells the people. For specs. */
export class PlanningApp extends FeatureApp {
  static openAt(clock: Clock): Promise<PlanningApp> {
    return startFeature(
      {
        clock,
        modules: [
          JobsModule,
          ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]),
          withoutPages(),
          ProgrammeModule,
          RegistrationModule,
          PlanningModule,
        ],
      },
      (parts) => new PlanningApp(parts),
    );
  }

  aSeries(body: SaveSeries): Promise<Series> {
    return this.answer('post', apiPaths.series, body);
  }

  async aSession(body: SaveSession, state: 'draft' | 'published' = 'published'): Promise<Session> {
    const session = await this.answer<Session>('post', apiPaths.sessions, body);
    if (state === 'draft') return session;
    return this.answer('post', apiPaths.publishSession(session.id), { version: session.version });
  }

  session(id: string): Promise<Session> {
    return this.answer('get', apiPaths.session(id));
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  /** Somebody with a seat, or on the waiting list, of each of these sessions. */
  async register(email: string, state: 'confirmed' | 'waitlisted', ...sessions: string[]): Promise<void> {
    const [person] = await this.query<{ id: string }>(
      `INSERT INTO participants (email, email_key, name, language, time_zone)
       VALUES ($1, $1, 'Sample', 'en', 'UTC') RETURNING id`,
      [email],
    );
    for (const session of sessions)
      await this.query(
        `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, language, time_zone, privacy_notice)
         VALUES ($1, $2, $3, CASE WHEN $3 = 'waitlisted' THEN nextval('registration_queue') END, 'Sample', 'en', 'UTC', '1')`,
        [session, person?.id, state],
      );
  }

  /** Templates of the mails to somebody, in the order they were written. */
  async mails(email: string): Promise<string[]> {
    const rows = await this.query<{ template: string }>(
      `SELECT template FROM outbox_messages WHERE to_address = $1 ORDER BY created_at`,
      [email],
    );
    return rows.map(({ template }) => template);
  }
}

function withoutPages(): DynamicModule {
  const pages: PortalRenderer = { render: () => Promise.reject(new Error('No page is shown here.')) };
  return {
    module: class Surroundings {},
    global: true,
    providers: [{ provide: PortalRenderer, useValue: pages }],
    exports: [PortalRenderer],
  };
}
