import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';
import {
  FeatureApp,
  SeatDesk,
  startFeature,
  type AddedPerson,
  type AddedRegistration,
  type DecisionOutcome,
  type DeskOptions,
  type FeatureParts,
  type SeatDecision,
} from '@reihe/api-platform';
import type { Me, RegistrationOrigin, RegistrationState } from '@reihe/shared-contracts';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import { RegistrationDeskModule } from '../registration-desk.module';

export const NOW = '2026-09-01T08:00:00Z';

/** Stands in for registration: does what a spec says, and remembers what it was asked. */
export class SeatsStandIn extends SeatDesk {
  readonly asked: { ids: readonly string[]; decision: SeatDecision; options: DeskOptions | undefined }[] = [];
  readonly added: { people: readonly AddedPerson[]; origin: string; options: DeskOptions | undefined }[] = [];
  /** Sessions whose seats were passed on. */
  readonly passedOn: string[] = [];
  database: Database;
  outcome: (ids: readonly string[]) => DecisionOutcome = () => {
    throw new Error('Nobody expected a decision.');
  };
  addition: (person: AddedPerson) => AddedRegistration = () => {
    throw new Error('Nobody expected people.');
  };

  override decide(
    ids: readonly string[],
    decision: SeatDecision,
    _staff: Me,
    options?: DeskOptions,
  ): Promise<DecisionOutcome> {
    this.asked.push({ ids, decision, options });
    return Promise.resolve(this.outcome(ids));
  }

  override add(
    people: readonly AddedPerson[],
    origin: Extract<RegistrationOrigin, 'staff' | 'import'>,
    _staff: Me,
    options?: DeskOptions,
  ): Promise<AddedRegistration[]> {
    this.added.push({ people, origin, options });
    return Promise.resolve(people.map((person) => this.addition(person)));
  }

  /** Under the session's lock, as registration does it. */
  override async passOn(sessionId: string): Promise<void> {
    this.passedOn.push(sessionId);
    await this.database.query(`SELECT FROM sessions WHERE id = $1 FOR NO KEY UPDATE`, [sessionId]);
  }
}

export interface PersonSetup {
  email?: string;
  name?: string;
  organisation?: string;
  isVerified?: boolean;
}

export interface RegistrationSetup {
  sessionId: string;
  participantId: string;
  state?: RegistrationState;
  organisation?: string;
  position?: string;
  city?: string;
  country?: string;
  language?: string;
  origin?: RegistrationOrigin;
  needs?: string;
  at?: string;
  name?: string;
}

/** The desk over HTTP, with a clock that stands still and without the seats of registration; for specs. */
export class DeskApp extends FeatureApp {
  seats: SeatsStandIn;

  static async openDesk(): Promise<DeskApp> {
    const seats = new SeatsStandIn();
    const ports: DynamicModule = {
      module: class Ports {},
      global: true,
      providers: [{ provide: SeatDesk, useValue: seats }],
      exports: [SeatDesk],
    };
    return startFeature(
      { clock: new FixedClock(NOW), modules: [ports, RegistrationDeskModule] },
      (parts: FeatureParts) => {
        const app = new DeskApp(parts);
        app.seats = seats;
        seats.database = app.get(Database);
        return app;
      },
    );
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async aSeries(title = 'Water'): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1::uuid, $1::text, 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [id],
    );
    await this.query(`INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    return id;
  }

  async aSession(seriesId: string, title = 'Pipes', startsAt = '2026-10-06T12:00:00Z'): Promise<string> {
    const id = randomUUID();
    await this.query(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages,
         meeting_url, meeting_passcode)
       VALUES ($1::uuid, $2, $1::text, 'published', 'exchange', $3::timestamptz, $3::timestamptz + interval '1 hour',
         '2026-10-06T14:00', '2026-10-06T15:00', 'Europe/Berlin', '{en}', 'https://meet.example/secret-room', 'tide-42')`,
      [id, seriesId, startsAt],
    );
    await this.query(`INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`, [
      id,
      title,
    ]);
    return id;
  }

  async aPerson({ email, name = 'Sample', organisation = 'City', isVerified = true }: PersonSetup = {}) {
    const id = randomUUID();
    const address = email ?? `${id}@city.example`;
    await this.query(
      `INSERT INTO participants (id, email, email_key, name, organisation, language, time_zone, verified_at)
       VALUES ($1, $2, lower($2), $3, $4, 'en', 'UTC', $5)`,
      [id, address, name, organisation, isVerified ? NOW : null],
    );
    return id;
  }

  async aRegistration(setup: RegistrationSetup): Promise<string> {
    const id = randomUUID();
    const { state = 'confirmed', organisation = 'City administration', position = '', city = 'Lviv' } = setup;
    const {
      country = 'UA',
      language = 'en',
      origin = 'form',
      needs = '',
      at = '2026-08-20T10:00:00Z',
    } = setup;
    await this.query(
      `INSERT INTO registrations (id, session_id, participant_id, state, queue_number, name, organisation, job_position, city,
         country, language, time_zone, origin, accessibility_needs, privacy_notice, created_at)
       SELECT $1, $2, $3, $4, CASE WHEN $4 = 'waitlisted' THEN nextval('registration_queue') END, coalesce($12, p.name), $5, $6,
         $7, $8, $9, 'UTC', $10, $11, '1', $13
       FROM participants p WHERE p.id = $3`,
      [
        id,
        setup.sessionId,
        setup.participantId,
        state,
        organisation,
        position,
        city,
        country,
        language,
        origin,
        needs,
        setup.name ?? null,
        at,
      ],
    );
    return id;
  }
}
