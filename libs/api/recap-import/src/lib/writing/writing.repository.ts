import { Injectable } from '@nestjs/common';
import { Database, RecapImportArticleRow } from '@reihe/api-persistence';
import type { Language, RichNode } from '@reihe/shared-contracts';
import type { ImportNote } from '@reihe/shared-editorial';
import { IS_BLOCKED } from '../imports/imports.sql';

/** An article that becomes a language of a draft. */
export interface ImportableArticle {
  id: string;
  title: string;
  slug: string;
  language: Language;
  author: string;
  publishedOn: string | null;
  lead: string;
  address: string;
  blocks: RichNode[];
  categoryIds: string[];
  sessionIds: string[];
  groupKey: string;
  marks: string[];
}

/** What of it is stored beside the draft. */
export interface WrittenArticle extends Pick<
  ImportableArticle,
  'id' | 'language' | 'address' | 'publishedOn' | 'marks'
> {
  path: string;
  outcome: ImportNote[];
}

@Injectable()
export class WritingRepository {
  constructor(private readonly database: Database) {}

  /** Imports are written one after the other, so that what one brings is known to the next. */
  async takeTurn(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('recap-imports', 0))`);
  }

  importable(importId: string): Promise<ImportableArticle[]> {
    return this.database.query(IMPORTABLE, [importId]);
  }

  /** Of these sessions those that are there, each with its regions. */
  sessions(seriesId: string, ids: readonly string[]): Promise<{ id: string; regionIds: string[] }[]> {
    return this.database.query(
      `SELECT s.id, ARRAY(SELECT r.region_id FROM session_regions r WHERE r.session_id = s.id) AS "regionIds"
       FROM sessions s WHERE s.series_id = $1 AND s.id = ANY ($2::uuid[])`,
      [seriesId, ids],
    );
  }

  async categories(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM categories WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Where texts that stood at these places are now. */
  async addresses(places: readonly string[]): Promise<{ place: string; language: Language; slug: string }[]> {
    return this.database.query(
      `SELECT substr(m.mark, 5) AS place, m.language, a.slug
       FROM recap_origin_marks m
       JOIN recap_addresses a ON a.recap_id = m.recap_id AND a.language = m.language AND a.is_current
       WHERE m.mark = ANY ($1::text[])`,
      [places.map((place) => `url:${place}`)],
    );
  }

  async keep(recapId: string, version: number, articles: readonly WrittenArticle[]): Promise<void> {
    for (const article of articles) {
      await this.database
        .of(RecapImportArticleRow)
        .update({ id: article.id }, { recapId, writtenVersion: version, outcome: article.outcome });
      await this.database.query(
        `INSERT INTO recap_origins (recap_id, language, address, path, published_on) VALUES ($1, $2, $3, $4, $5)`,
        [recapId, article.language, article.address, article.path, article.publishedOn],
      );
      await this.database.query(
        `INSERT INTO recap_origin_marks (mark, recap_id, language) SELECT DISTINCT mark, $2::uuid, $3::text FROM unnest($1::text[]) mark`,
        [article.marks, recapId, article.language],
      );
    }
  }

  /** Pictures that nobody will fetch are told as such. @returns how many are due */
  async settlePictures(importId: string, mayFetch: boolean): Promise<number> {
    await this.database.query(
      `UPDATE recap_import_pictures p SET state = 'failed', failure = 'not-fetched'
       FROM recap_import_articles a
       WHERE a.id = p.article_id AND a.import_id = $1 AND a.recap_id IS NOT NULL AND p.file IS NULL AND NOT $2`,
      [importId, mayFetch],
    );
    const [row] = await this.database.query<{ due: number }>(
      `SELECT count(*)::int AS due FROM recap_import_pictures p JOIN recap_import_articles a ON a.id = p.article_id
       WHERE a.import_id = $1 AND a.recap_id IS NOT NULL AND p.state = 'due'`,
      [importId],
    );
    return row?.due ?? 0;
  }
}

/** $1 import. Chosen, and kept back by nothing. */
const IMPORTABLE = `
  SELECT a.id, a.title, a.slug, a.language, a.author, to_char(a.published_on, 'YYYY-MM-DD') AS "publishedOn", a.lead, a.address, a.blocks,
    a.category_ids AS "categoryIds", a.session_ids AS "sessionIds", a.group_key AS "groupKey", a.marks
  FROM recap_import_articles a JOIN recap_imports i ON i.id = a.import_id
  WHERE a.import_id = $1 AND a.is_chosen AND a.recap_id IS NULL AND NOT ${IS_BLOCKED}
  ORDER BY a.position
`;
