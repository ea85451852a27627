import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DemoLoader, DemoModule } from '@reihe/api-demo';
import { FiguresModule } from '@reihe/api-figures';
import { FeatureApp, JobsModule, startFeature, type Clock } from '@reihe/api-platform';
import { RecapDeskModule } from '@reihe/api-recap-desk';
import { RecapDraftsModule } from '@reihe/api-recap-drafts';
import { recapReadingRootRoutes } from '@reihe/api-recap-reading';
import { RecapsModule } from '@reihe/api-recaps';
import { API_BASE, apiPaths, type Language, type Me, type RecapPage } from '@reihe/shared-contracts';
import type { RecapPageAnswer, RecapsPage } from '@reihe/shared-contracts';
import { recapPaths, type Recap } from '@reihe/shared-editorial';

const IMAGES = resolve(import.meta.dirname, '../../../../../libs/api/demo/assets');

export interface Attendee {
  email: string;
  city: string;
  country: string;
}

/** All that a recap passes from a session to its readers, on the series of 2020 as the demonstration enters it. */
export class ReferenceApp extends FeatureApp {
  organiser!: Me;
  private reviewer!: Me;
  private folder = '';

  /** @param beside another process on the same database */
  static async openAt(clock: Clock, beside?: ReferenceApp): Promise<ReferenceApp> {
    const folder = mkdtempSync(join(tmpdir(), 'reihe-reference-'));
    const app = await startFeature(
      {
        clock,
        modules: [JobsModule, RecapsModule, RecapDraftsModule, RecapDeskModule, FiguresModule, DemoModule],
        rootRoutes: recapReadingRootRoutes,
        role: 'editor',
        config: { storageDir: folder },
        ...(beside && { beside }),
      },
      (parts) => new ReferenceApp(parts),
    );
    app.folder = folder;
    if (!beside) await app.get(DemoLoader).load(IMAGES);
    app.organiser = beside?.organiser ?? (await app.as('organiser'));
    app.reviewer = beside?.reviewer ?? (await app.as('administrator'));
    return app;
  }

  override async close(): Promise<void> {
    await super.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query<Row[]>(sql, parameters);
  }

  async idOf(table: 'sessions' | 'series', slug: string): Promise<string> {
    const [row] = await this.query<{ id: string }>(`SELECT id FROM ${table} WHERE slug = $1`, [slug]);
    if (!row) throw new Error(`The reference has no ${slug} among its ${table}.`);
    return row.id;
  }

  async by<T>(person: Me | undefined, work: () => Promise<T>): Promise<T> {
    const before = this.user;
    this.user = person;
    return work().finally(() => (this.user = before));
  }

  /** With a seat, as registering leaves people; who has an address that is known is the same person. */
  async attend(sessionId: string, people: readonly Attendee[]): Promise<void> {
    for (const { email, city, country } of people)
      await this.query(
        `WITH person AS (
           INSERT INTO participants (email, email_key, name, language, time_zone) VALUES ($2, $2, 'Sample', 'en', 'UTC')
           ON CONFLICT (email_key) DO UPDATE SET name = excluded.name RETURNING id)
         INSERT INTO registrations
           (session_id, participant_id, state, name, city, country, language, time_zone, privacy_notice)
         SELECT $1, id, 'confirmed', 'Sample', $3, $4, 'en', 'UTC', '1' FROM person`,
        [sessionId, email, city, country],
      );
  }

  /** Through review, by a second pair of eyes, to the readers. */
  async publish(recap: Recap, figures: 'live' | 'frozen'): Promise<Recap> {
    const submitted = await this.answer<Recap>('post', apiPaths.submitRecap(recap.id), {
      version: recap.version,
    });
    const { version } = await this.by(this.reviewer, () =>
      this.answer<Recap>('post', recapPaths.approve(recap.id), { version: submitted.version }),
    );
    return this.answer('post', apiPaths.publishRecap(recap.id), { version, note: {}, figures });
  }

  async readers(language: Language, slug: string): Promise<RecapPage> {
    const answer = await this.by(undefined, () =>
      this.answer<RecapPageAnswer>('get', `${apiPaths.recapPage(slug)}?lang=${language}`),
    );
    if (answer.kind !== 'page') throw new Error(`${slug} has moved to ${answer.slug}`);
    return answer.page;
  }

  list(language: Language, query = ''): Promise<RecapsPage> {
    return this.by(undefined, () => this.answer('get', `${apiPaths.recapsPage}?lang=${language}&${query}`));
  }

  async text(path: string): Promise<string> {
    const address = path.startsWith('/api') ? `${API_BASE}${path}` : path;
    const answer = await this.by(undefined, async () => this.http('get', address).buffer(true).expect(200));
    return answer.text;
  }
}
