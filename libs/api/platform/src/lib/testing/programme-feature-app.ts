import { randomUUID } from 'node:crypto';
import {
  apiPaths,
  type SaveSeries,
  type SaveSession,
  type Series,
  type Session,
} from '@reihe/shared-contracts';
import { FeatureApp } from './feature-app';

/** An app with the programme among its features: series and sessions by its routes, what other features keep as rows. */
export class ProgrammeFeatureApp extends FeatureApp {
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

  /** A speaker of the directory; returns the id. */
  async aSpeaker(name = 'Sample Speaker', email = ''): Promise<string> {
    const id = randomUUID();
    await this.database.dataSource.query(
      `INSERT INTO speakers (id, title, name, email) VALUES ($1, 'Dr.', $2, $3)`,
      [id, name, email],
    );
    return id;
  }

  /** A region or category, named after its slug; returns the id. */
  async aTerm(
    kind: 'region' | 'category',
    slug: string,
    names: Record<string, string>,
    parentId: string | null = null,
  ): Promise<string> {
    const id = randomUUID();
    const { dataSource } = this.database;
    if (kind === 'region')
      await dataSource.query(
        `INSERT INTO regions (id, slug, position, parent_id, tint) VALUES ($1, $2, 1, $3, 'europe')`,
        [id, slug, parentId],
      );
    else await dataSource.query(`INSERT INTO categories (id, slug, position) VALUES ($1, $2, 1)`, [id, slug]);
    for (const [language, name] of Object.entries(names))
      await dataSource.query(
        `INSERT INTO ${kind}_translations (${kind}_id, language, name) VALUES ($1, $2, $3)`,
        [id, language, name],
      );
    return id;
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
