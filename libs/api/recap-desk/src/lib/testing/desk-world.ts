import type { DynamicModule } from '@nestjs/common';
import { FeatureApp, JobsModule, startFeature, type Clock } from '@reihe/api-platform';
import { type RecapState } from '@reihe/shared-contracts';
import { RecapDeskModule } from '../recap-desk.module';

/** The desk over HTTP, with an editor signed in; recaps and sessions are written as rows. */
export class DeskWorld extends FeatureApp {
  private count = 0;

  /** @param surroundings what the desk reaches outside of itself */
  static async openAt(clock: Clock, surroundings: DynamicModule[] = []): Promise<DeskWorld> {
    return startFeature(
      { clock, modules: [JobsModule, RecapDeskModule, ...surroundings], role: 'editor' },
      (parts) => new DeskWorld(parts),
    );
  }

  /** The first row's `id`. */
  async insert(sql: string, values: unknown[]): Promise<string> {
    const [row] = await this.database.dataSource.query<{ id: string }[]>(`${sql} RETURNING id`, values);
    if (!row) throw new Error('Nothing was written.');
    return row.id;
  }

  async aSeries(timeZone = 'Europe/Berlin'): Promise<string> {
    const slug = `series-${(this.count += 1)}`;
    const id = await this.insert(
      `INSERT INTO series (slug, state, starts_on, ends_on, default_language, time_zone)
       VALUES ($1, 'published', '2026-03-01', '2026-12-15', 'en', $2)`,
      [slug, timeZone],
    );
    await this.database.dataSource.query(
      `INSERT INTO series_translations (series_id, language, title) VALUES ($1, 'en', $2), ($1, 'de', $2)`,
      [id, slug],
    );
    return id;
  }

  /** From noon to two, UTC. */
  async aSession(seriesId: string, day: string, state = 'held'): Promise<string> {
    const slug = `session-${(this.count += 1)}`;
    const id = await this.insert(
      `INSERT INTO sessions (series_id, slug, state, kind, starts_at, ends_at, starts_local, ends_local, time_zone, languages, cancel_reason)
       VALUES ($1, $2, $3::text, 'exchange', $4::date + time '12:00', $4::date + time '14:00', '', '', 'UTC', '{en}', CASE WHEN $3::text = 'cancelled' THEN 'None.' ELSE '' END)`,
      [seriesId, slug, state, day],
    );
    await this.database.dataSource.query(
      `INSERT INTO session_translations (session_id, language, title) VALUES ($1, 'en', $2)`,
      [id, slug],
    );
    return id;
  }

  /** In both languages of its series, without a picture. */
  async aRecap(
    seriesId: string,
    sessions: readonly string[],
    { state = 'draft', title = 'Of pipes' }: { state?: RecapState; title?: string } = {},
  ): Promise<string> {
    const id = await this.insert(
      `INSERT INTO recaps (series_id, state, published_on, current_revision, published_version, approved_at)
       VALUES ($1, $2::text, CASE WHEN $2::text IN ('published', 'archived') THEN date '2026-10-20' END,
               CASE WHEN $2::text IN ('published', 'archived') THEN 1 END,
               CASE WHEN $2::text IN ('published', 'archived') THEN 1 END, now())`,
      [seriesId, state],
    );
    const { dataSource } = this.database;
    // The text of an approved recap cannot be written any more.
    if (state !== 'approved')
      await dataSource.query(
        `INSERT INTO recap_translations (recap_id, language, title, body)
         SELECT $1, language, $2, '{"type":"doc","content":[]}' FROM unnest($3::text[]) language`,
        [id, title, ['en', 'de']],
      );
    await dataSource.query(
      `INSERT INTO recap_sessions (recap_id, session_id) SELECT $1, unnest($2::uuid[])`,
      [id, sessions],
    );
    return id;
  }

  aColleague(name: string): Promise<string> {
    const email = `${name.toLowerCase()}@example.org`;
    return this.insert(
      `INSERT INTO staff_accounts (email, email_key, name, password_hash, roles, language)
       VALUES ($1, $1, $2, '-', '{editor}', 'en')`,
      [email, name],
    );
  }
}
