import { Injectable } from '@nestjs/common';
import { Database } from '@reihe/api-persistence';

export interface UndoableRecap {
  recapId: string;
  writtenVersion: number;
}

@Injectable()
export class UndoRepository {
  constructor(private readonly database: Database) {}

  /** Drafts of an import that nobody has commented on or typed into; whether they were saved since, their version says. */
  untouched(importId: string): Promise<UndoableRecap[]> {
    return this.database.query(
      `SELECT DISTINCT a.recap_id AS "recapId", a.written_version AS "writtenVersion"
       FROM recap_import_articles a JOIN recaps c ON c.id = a.recap_id
       WHERE a.import_id = $1
         AND NOT EXISTS (SELECT FROM recap_comments o WHERE o.recap_id = c.id)
         AND NOT EXISTS (SELECT FROM editing_drafts d WHERE d.subject = 'recap' AND d.key = c.id::text)`,
      [importId],
    );
  }

  /** Pictures that came with it and that nobody has described since. */
  async ownPictures(importId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT m.id FROM recap_import_articles a
       JOIN recap_import_pictures p ON p.article_id = a.id JOIN media m ON m.id = p.media_id
       WHERE a.import_id = $1 AND a.recap_id IS NULL AND p.is_new AND m.version = 1`,
      [importId],
    );
    return rows.map(({ id }) => id);
  }
}
