import { Injectable } from '@nestjs/common';
import { Database, RecapImportPictureRow, RecapImportArticleRow } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { ImportNote } from '@reihe/shared-editorial';

/** A picture whose turn it is. */
export interface DuePicture {
  id: string;
  address: string;
  file: string | null;
  alt: string;
  caption: string;
  language: Language;
}

/** A picture that arrived, for one language of a recap. */
export interface ArrivedRow {
  articleId: string;
  language: Language;
  role: RecapImportPictureRow['role'];
  afterBlock: string | null;
  gallery: number | null;
  mediaId: string;
  caption: string;
}

export interface WaitingRecap {
  recapId: string;
  writtenVersion: number;
}

@Injectable()
export class PicturesRepository {
  constructor(private readonly database: Database) {}

  nextDue(importId: string, count: number): Promise<DuePicture[]> {
    return this.database.query(
      `SELECT p.id, p.address, p.file, p.alt, p.caption, a.language
       FROM recap_import_pictures p JOIN recap_import_articles a ON a.id = p.article_id
       WHERE a.import_id = $1 AND a.recap_id IS NOT NULL AND p.state = 'due' ORDER BY a.position, p.position LIMIT $2`,
      [importId, count],
    );
  }

  async idOfContent(sha256: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(`SELECT id FROM media WHERE sha256 = $1`, [
      sha256,
    ]);
    return row?.id ?? null;
  }

  async arrived(id: string, mediaId: string, isNew: boolean): Promise<void> {
    await this.database.of(RecapImportPictureRow).update({ id }, { state: 'done', mediaId, isNew });
  }

  async failed(id: string, failure: string): Promise<void> {
    await this.database.of(RecapImportPictureRow).update({ id }, { state: 'failed', failure });
  }

  async failAll(importId: string, failure: string): Promise<void> {
    await this.database.query(
      `UPDATE recap_import_pictures p SET state = 'failed', failure = $2
       FROM recap_import_articles a WHERE a.id = p.article_id AND a.import_id = $1 AND p.state = 'due'`,
      [importId, failure],
    );
  }

  /** Drafts that wait for pictures of which none is due any more. */
  waiting(importId: string): Promise<WaitingRecap[]> {
    return this.database.query(
      `SELECT a.recap_id AS "recapId", min(a.written_version) AS "writtenVersion"
       FROM recap_import_articles a
       WHERE a.import_id = $1 AND a.recap_id IS NOT NULL AND NOT a.has_its_pictures
       GROUP BY a.recap_id
       HAVING NOT bool_or(EXISTS (
         SELECT FROM recap_import_pictures p WHERE p.article_id = a.id AND p.state = 'due'))`,
      [importId],
    );
  }

  arrivedOf(importId: string, recapId: string): Promise<ArrivedRow[]> {
    return this.database.query(
      `SELECT a.id AS "articleId", a.language, p.role, p.after_block AS "afterBlock", p.gallery, p.media_id AS "mediaId",
         CASE WHEN p.is_new THEN '' ELSE p.caption END AS caption
       FROM recap_import_articles a JOIN recap_import_pictures p ON p.article_id = a.id
       WHERE a.import_id = $1 AND a.recap_id = $2 AND p.state = 'done' AND p.media_id IS NOT NULL
       ORDER BY a.position, p.position`,
      [importId, recapId],
    );
  }

  /** Whether it still brings pictures; holds it until the transaction ends. */
  async isGoingOn(importId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM recap_imports WHERE id = $1 AND state = 'pictures' FOR UPDATE`,
      [importId],
    );
    return rows.length > 0;
  }

  /** @param version of the recap afterwards; null: somebody else has changed it as well */
  async placed(
    importId: string,
    recapId: string,
    version: number | null,
    notes: ImportNote[],
  ): Promise<void> {
    await this.database
      .of(RecapImportArticleRow)
      .update(
        { importId, recapId },
        { hasItsPictures: true, ...(version !== null && { writtenVersion: version }) },
      );
    if (notes.length > 0)
      await this.database.query(
        `UPDATE recap_import_articles SET outcome = outcome || $3::jsonb WHERE import_id = $1 AND recap_id = $2`,
        [importId, recapId, JSON.stringify(notes)],
      );
  }
}
