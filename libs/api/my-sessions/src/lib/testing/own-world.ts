import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Database } from '@reihe/api-persistence';
import {
  DomainError,
  FeatureApp,
  hashOf,
  Jobs,
  OwnSeats,
  PortalRenderer,
  startFeature,
  type Config,
  type FeatureParts,
  type JobWork,
} from '@reihe/api-platform';
import type { Register, RegistrationState } from '@reihe/shared-contracts';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import { MySessionsModule } from '../my-sessions.module';
import { mySessionsRootRoutes } from '../root-routes';

export const NOW = '2026-09-01T08:00:00Z';

/** Stands in for registration: ends what it is asked to end, and remembers what it was asked. */
export class OwnSeatsStandIn extends OwnSeats {
  readonly asked: string[] = [];
  readonly forms: Register[] = [];
  /** Why forms are not taken. */
  refusal: DomainError | null = null;
  database: Database;

  override request(form: Register): Promise<void> {
    this.forms.push(form);
    return this.refusal ? Promise.reject(this.refusal) : Promise.resolve();
  }

  override async release(registrationId: string, participantId: string): Promise<void> {
    this.asked.push(`release ${registrationId}`);
    const ended = await this.database.query(
      `WITH ended AS (
         UPDATE registrations SET state = 'cancelled', ended_at = now() WHERE id = $1 AND participant_id = $2 RETURNING id
       ) SELECT id FROM ended`,
      [registrationId, participantId],
    );
    if (ended.length === 0) throw new DomainError('registration.not-found', 404);
  }

  override releaseAll(participantId: string): Promise<number> {
    this.asked.push(`all ${participantId}`);
    return Promise.resolve(0);
  }

  override leave(participantId: string): Promise<void> {
    this.asked.push(`leave ${participantId}`);
    return Promise.resolve();
  }
}

export interface Mail {
  template: string;
  to: string;
  subject: string;
  text: string;
  language: string;
}

export interface OwnPerson {
  id: string;
  /** Opens the person's page. */
  token: string;
}

/** Personal pages over HTTP, with a clock that stands still and without the seats of registration; for specs. */
export class OwnWorld extends FeatureApp {
  clock: FixedClock;
  seats: OwnSeatsStandIn;
  /** What jobs do, by name. */
  work: Map<string, JobWork>;
  jobsSent: string[];
  /** Pages that were shown in answer to a refused form. */
  pages: { path: string; code: string }[];
  private seriesId: string;

  static async openWorld(config: Partial<Config> = {}): Promise<OwnWorld> {
    const clock = new FixedClock(NOW);
    const seats = new OwnSeatsStandIn();
    const work = new Map<string, JobWork>();
    const jobsSent: string[] = [];
    const pages: OwnWorld['pages'] = [];
    const jobs: Pick<Jobs, 'on' | 'every' | 'send'> = {
      on: (name, run) => work.set(name, run),
      every: (name, _cron, run) => work.set(name, run),
      send: (name) => jobsSent.push(name),
    };
    const renderer: PortalRenderer = {
      render: (path, form) => {
        pages.push({ path, code: form?.problem.code ?? '' });
        return Promise.resolve({ status: form?.problem.status ?? 200, html: '<p></p>' });
      },
    };
    const ports: DynamicModule = {
      module: class Ports {},
      global: true,
      providers: [
        { provide: Jobs, useValue: jobs },
        { provide: OwnSeats, useValue: seats },
        { provide: PortalRenderer, useValue: renderer },
      ],
      exports: [Jobs, OwnSeats, PortalRenderer],
    };
    const world = await startFeature(
      {
        clock,
        config: { isThrottlingForms: false, ...config },
        rootRoutes: mySessionsRootRoutes,
        modules: [ThrottlerModule.forRoot([{ ttl: 60_000, limit: 600 }]), ports, MySessionsModule],
      },
      (parts: FeatureParts) => Object.assign(new OwnWorld(parts), { clock, seats, work, jobsSent, pages }),
    );
    seats.database = world.get(Database);
    world.user = undefined;
    const [series] = await world.query<{ id: string }>(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ('water', 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin') RETURNING id`,
    );
    world.seriesId = series?.id ?? '';
    return world;
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async aSession({
    title = 'Pipes',
    startsAt = '2026-10-06T12:00:00Z',
    asksNeeds = true,
  } = {}): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1::uuid, $2, $1::text, 'published', 'exchange', $3::timestamptz, $3::timestamptz + interval '1 hour',
         '2026-10-06T14:00', '2026-10-06T15:00', 'Europe/Berlin', '{en}')`,
      [id, this.seriesId, startsAt],
    );
    await this.query(`INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    await this.query(`INSERT INTO registration_rules (session_id, asks_accessibility) VALUES ($1, $2)`, [
      id,
      asksNeeds,
    ]);
    return id;
  }

  /** Proven, with a link of their own, unless it is said otherwise. */
  async aPerson(email: string, { isVerified = true } = {}): Promise<OwnPerson> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO participants (id, email, email_key, name, organisation, city, country, language, time_zone, verified_at)
       VALUES ($1, $2, lower($2), 'Sample Person', 'City administration', 'Lviv', 'UA', 'en', 'Europe/Kyiv', $3)`,
      [id, email, isVerified ? NOW : null],
    );
    const token = `own-token-${randomUUID()}`;
    await this.query(
      `INSERT INTO participant_links (participant_id, purpose, token_hash) VALUES ($1, 'manage', $2)`,
      [id, hashOf(token)],
    );
    return { id, token };
  }

  async aRegistration(
    participantId: string,
    sessionId: string,
    { state = 'confirmed', needs = '' }: { state?: RegistrationState; needs?: string } = {},
  ): Promise<string> {
    const [registration] = await this.query<{ id: string }>(
      `INSERT INTO registrations (session_id, participant_id, state, queue_number, name, organisation, city, country, language,
         time_zone, accessibility_needs, privacy_notice)
       VALUES ($1, $2, $3, CASE WHEN $3 = 'waitlisted' THEN nextval('registration_queue') END, 'Sample Person',
         'City administration', 'Lviv', 'UA', 'en', 'Europe/Kyiv', $4, '1') RETURNING id`,
      [sessionId, participantId, state, needs],
    );
    return registration?.id ?? '';
  }

  mails(email: string): Promise<Mail[]> {
    return this.query<Mail>(
      `SELECT template, to_address AS "to", subject, text, language FROM outbox_messages
       WHERE lower(to_address) = lower($1) ORDER BY created_at, id`,
      [email],
    );
  }

  /** Token of such a link in the latest mail that has one. */
  async linkIn(email: string, kind: string): Promise<string> {
    for (const { text } of (await this.mails(email)).reverse()) {
      const found = new RegExp(`/register/${kind}/([\\w-]+)`).exec(text)?.[1];
      if (found) return found;
    }
    throw new Error(`${email} has no ${kind} link.`);
  }

  /** With the person's link. */
  read<T>(path: string, token: string): Promise<T> {
    return this.call('get', path)
      .set('Authorization', `Bearer ${token}`)
      .then((answer) => {
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        return answer.body as T;
      });
  }
}
