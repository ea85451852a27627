import { randomUUID } from 'node:crypto';
import { FeatureApp, type FeatureParts, startFeature } from '@reihe/api-platform';
import type { RegistrationOwner } from '@reihe/shared-contracts';
// eslint-disable-next-line no-restricted-imports -- part of specs: nothing that ships imports this folder
import { FixedClock } from '@reihe/shared-testing';
import { RegistrationSetupModule } from '../registration-setup.module';

export const NOW = '2026-09-01T08:00:00Z';

/** What is set up for registering, over HTTP; series, sessions and what participants did are rows. */
export class SetupApp extends FeatureApp {
  readonly clock: FixedClock;

  constructor(parts: FeatureParts, clock: FixedClock) {
    super(parts);
    this.clock = clock;
  }

  static openSetup(): Promise<SetupApp> {
    const clock = new FixedClock(NOW);
    return startFeature({ clock, modules: [RegistrationSetupModule] }, (parts) => new SetupApp(parts, clock));
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async aSeries(): Promise<RegistrationOwner & { kind: 'series' }> {
    const id = randomUUID();
    await this.rows(
      `INSERT INTO series (id, slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1::uuid, $1::uuid::text, 'published', '2026-01-01', '2026-12-31', 'en', 'Europe/Berlin')`,
      [id],
    );
    return { kind: 'series', id };
  }

  async aSession(series: RegistrationOwner): Promise<RegistrationOwner & { kind: 'sessions' }> {
    const id = randomUUID();
    await this.rows(
      `INSERT INTO sessions (id, series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages)
       VALUES ($1::uuid, $2, $1::uuid::text, 'published', 'exchange', '2026-10-06T12:00Z', '2026-10-06T14:00Z', '2026-10-06T14:00',
               '2026-10-06T16:00', 'Europe/Berlin', '{en}')`,
      [id, series.id],
    );
    return { kind: 'sessions', id };
  }

  /** Somebody's place; the registration's id. */
  async aRegistration(session: RegistrationOwner, state = 'confirmed', codeId: string | null = null) {
    const [id, participant] = [randomUUID(), randomUUID()];
    await this.rows(
      `INSERT INTO participants (id, email, email_key, name, language, time_zone)
       VALUES ($1::uuid, $1::uuid || '@example.org', $1::uuid || '@example.org', 'Sample', 'en', 'UTC')`,
      [participant],
    );
    await this.rows(
      `INSERT INTO registrations (id, session_id, participant_id, state, name, language, time_zone, privacy_notice, invitation_code_id)
       VALUES ($1, $2, $3, $4, 'Sample', 'en', 'UTC', '1', $5)`,
      [id, session.id, participant, state, codeId],
    );
    return id;
  }

  async giveAnswer(registrationId: string, questionId: string, value: unknown): Promise<void> {
    await this.rows(
      `INSERT INTO answers (registration_id, question_id, value, asked) VALUES ($1, $2, $3, '{}')`,
      [registrationId, questionId, JSON.stringify(value)],
    );
  }

  /** The newest entry of the audit log about a series or session. */
  async lastEntry(owner: RegistrationOwner) {
    const [entry] = await this.rows<{ action: string; subject: string; before: unknown; after: unknown }>(
      `SELECT action, subject, before, after FROM audit_entries WHERE subject_id = $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [owner.id],
    );
    return entry;
  }
}
