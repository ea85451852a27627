import { type MediaRow, type SeriesRow, type SessionRow } from '@reihe/api-persistence';
import { aSeries, aSession, anImage } from '@reihe/api-sample-records';
import { type Clock, FeatureApp, startFeature } from '@reihe/api-platform';
import {
  apiPaths,
  LANGUAGES,
  type RecapPage,
  type RecapPageAnswer,
  type RecapsPage,
} from '@reihe/shared-contracts';
import type { RecapText } from '@reihe/shared-editorial';
import { RecapReadingModule, recapReadingRootRoutes } from '../recap-reading.module';

/** What is published of a recap. */
export interface PublishedRecap {
  seriesId: string;
  sessionIds?: string[];
  categoryIds?: string[];
  regionIds?: string[];
  leadMediaId?: string | null;
  gallery?: string[];
  byline?: string;
  publishedOn?: string;
  translations: Partial<Record<(typeof LANGUAGES)[number], RecapText>>;
}

/** Recaps over HTTP as everybody reads them; what editors and organisers made is written as rows. */
export class ReadingApp extends FeatureApp {
  /** @param beside another process on the same database */
  static async openAt(clock: Clock, beside?: ReadingApp, storageDir?: string): Promise<ReadingApp> {
    const app = await startFeature(
      {
        clock,
        modules: [RecapReadingModule],
        rootRoutes: recapReadingRootRoutes,
        ...(beside && { beside }),
        ...(storageDir && { config: { storageDir } }),
      },
      (parts) => new ReadingApp(parts),
    );
    app.user = undefined;
    return app;
  }

  list(query = ''): Promise<RecapsPage> {
    return this.answer('get', `${apiPaths.recapsPage}?${query}`);
  }

  async found(query = ''): Promise<string[]> {
    return (await this.list(query)).recaps.items.map(({ slug }) => slug);
  }

  page(slug: string, language = 'en'): Promise<RecapPageAnswer> {
    return this.answer('get', `${apiPaths.recapPage(slug)}?lang=${language}`);
  }

  async recap(slug: string, language = 'en'): Promise<RecapPage> {
    const answer = await this.page(slug, language);
    if (answer.kind === 'moved') throw new Error(`moved to ${answer.slug}`);
    return answer.page;
  }

  /** As publishing leaves it: a revision, its addresses, the recap that points to it. @returns its id */
  async publish(recap: PublishedRecap, id?: string): Promise<string> {
    const { sessionIds = [], categoryIds = [], regionIds = [], leadMediaId = null, gallery = [] } = recap;
    return this.database.dataSource.transaction(async (store) => {
      const one = async (sql: string, values: unknown[]) => {
        const [row] = await store.query<{ id: string; number: number }[]>(sql, values);
        if (!row) throw new Error('Nothing was written.');
        return row;
      };
      const recapId =
        id ??
        (
          await one(
            `INSERT INTO recaps (series_id, state, approved_at) VALUES ($1, 'approved', now()) RETURNING id`,
            [recap.seriesId],
          )
        ).id;
      const revision = await one(
        `INSERT INTO recap_revisions
           (recap_id, number, byline, lead_media_id, gallery, session_ids, category_ids, region_ids)
         SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM recap_revisions WHERE recap_id = $1
         RETURNING id, number`,
        [recapId, recap.byline ?? '', leadMediaId, gallery, sessionIds, categoryIds, regionIds],
      );
      await store.query(`UPDATE recap_addresses SET is_current = false WHERE recap_id = $1`, [recapId]);
      for (const [language, text] of Object.entries(recap.translations)) {
        await store.query(
          `INSERT INTO recap_revision_translations (revision_id, language, title, lead, body, seo_title, seo_description)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [revision.id, language, text.title, text.lead, text.body, text.seoTitle, text.seoDescription],
        );
        await store.query(
          `INSERT INTO recap_addresses (recap_id, language, slug, published_at) VALUES ($1, $2, $3, now())
           ON CONFLICT (language, slug) DO UPDATE SET is_current = true`,
          [recapId, language, text.slug],
        );
      }
      await store.query(
        `UPDATE recaps SET state = 'published', published_on = $2, current_revision = $3, updated_at = now() WHERE id = $1`,
        [recapId, recap.publishedOn ?? '2026-10-20', revision.number],
      );
      return recapId;
    });
  }

  async archive(recapId: string): Promise<void> {
    await this.database.dataSource.query(`UPDATE recaps SET state = 'archived' WHERE id = $1`, [recapId]);
  }

  aSeries(slug: string, change: Partial<SeriesRow> = {}): Promise<string> {
    return aSeries(this.database.dataSource, slug, change);
  }

  aSession(seriesId: string, slug: string, change: Partial<SessionRow> = {}): Promise<string> {
    return aSession(this.database.dataSource, seriesId, slug, change);
  }

  anImage(change: Partial<MediaRow> = {}): Promise<string> {
    return anImage(this.database.dataSource, change);
  }
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
