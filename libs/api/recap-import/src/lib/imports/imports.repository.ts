import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Database,
  RecapImportArticleRow,
  RecapImportPictureRow,
  RecapImportRow,
} from '@reihe/api-persistence';
import { offsetOf } from '@reihe/api-platform';
import type { Language, Me } from '@reihe/shared-contracts';
import type { ImportArticle, ImportState, RecapImport } from '@reihe/shared-editorial';
import type { PreparedArticle } from '../reading/prepare-articles';
import { IMPORT_ARTICLES, LATEST_IMPORTS, ONE_IMPORT } from './imports.sql';

/** What the database knows of an import; whether other hosts may be asked is the configuration's. */
export type ImportRecord = Omit<RecapImport, 'mayFetch'>;

/** As many rows as one statement can take with all their columns. */
const AT_ONCE = 100;

@Injectable()
export class ImportsRepository {
  constructor(private readonly database: Database) {}

  afterCommit(task: () => void): void {
    this.database.afterCommit(task);
  }

  async hasSeries(id: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM series WHERE id = $1`, [id])).length > 0;
  }

  async begin(row: Partial<RecapImportRow> & Pick<RecapImportRow, 'id'>): Promise<void> {
    await this.database.of(RecapImportRow).insert(row);
  }

  async one(id: string): Promise<ImportRecord | null> {
    const [row] = await this.database.query<{ import: ImportRecord }>(ONE_IMPORT, [id]);
    return row?.import ?? null;
  }

  row(id: string): Promise<RecapImportRow | null> {
    return this.database.of(RecapImportRow).findOneBy({ id });
  }

  async latest(count: number): Promise<ImportRecord[]> {
    const rows = await this.database.query<{ import: ImportRecord }>(LATEST_IMPORTS, [count]);
    return rows.map((row) => row.import);
  }

  async articles(
    id: string,
    languages: readonly Language[],
    page: { page: number; pageSize: number },
  ): Promise<{ items: ImportArticle[]; total: number }> {
    const rows = await this.database.query<{ article: ImportArticle; total: number }>(IMPORT_ARTICLES, [
      id,
      languages,
      page.pageSize,
      offsetOf(page),
    ]);
    return { items: rows.map(({ article }) => article), total: rows[0]?.total ?? 0 };
  }

  articleRow(id: string, importId: string): Promise<RecapImportArticleRow | null> {
    return this.database.of(RecapImportArticleRow).findOneBy({ id, importId });
  }

  /** Whether the others of its group follow it: without being a translation of anything it stays where it is. */
  async isFirstOf(importId: string, id: string, groupKey: string): Promise<boolean> {
    const [first] = await this.database.query<{ id: string }>(
      `SELECT id FROM recap_import_articles WHERE import_id = $1 AND group_key = $2 ORDER BY position LIMIT 1`,
      [importId, groupKey],
    );
    return first?.id === id;
  }

  /** False: somebody changed it since `version` was read. */
  claim(id: string, version: number): Promise<boolean> {
    return this.claimVersion('recap_imports', id, version);
  }

  claimArticle(id: string, version: number): Promise<boolean> {
    return this.claimVersion('recap_import_articles', id, version);
  }

  private async claimVersion(
    table: 'recap_imports' | 'recap_import_articles',
    id: string,
    version: number,
  ): Promise<boolean> {
    const [, count] = await this.database.manager.query<[unknown[], number]>(
      `UPDATE ${table} SET version = version + 1 WHERE id = $1 AND version = $2`,
      [id, version],
    );
    return count === 1;
  }

  async changeArticle(id: string, change: Partial<RecapImportArticleRow>): Promise<void> {
    await this.database.of(RecapImportArticleRow).update({ id }, change);
  }

  /** Choosing all chooses what nothing keeps back for good. */
  async changeAll(
    importId: string,
    { language, isChosen }: { language: Language | null; isChosen: boolean | null },
  ): Promise<void> {
    await this.database.query(
      `UPDATE recap_import_articles SET version = version + 1, language = coalesce($2, language),
         is_chosen = coalesce($3, is_chosen) WHERE import_id = $1`,
      [importId, language, isChosen],
    );
  }

  async knowsSessions(importId: string, ids: readonly string[]): Promise<boolean> {
    const found = await this.database.query(
      `SELECT FROM recap_imports i JOIN sessions s ON s.series_id = i.series_id AND s.id = ANY ($2::uuid[]) WHERE i.id = $1`,
      [importId, ids],
    );
    return found.length === new Set(ids).size;
  }

  /** False: others came in between. */
  async take(id: string, offset: number, bytes: number): Promise<boolean> {
    const [, count] = await this.database.manager.query<[unknown[], number]>(
      `UPDATE recap_imports SET received = received + $3, chunks = chunks || $2::int
       WHERE id = $1 AND received = $2 AND state = 'receiving'`,
      [id, offset, bytes],
    );
    return count === 1;
  }

  /** False: it was in none of these states any more. */
  async move(
    id: string,
    from: readonly ImportState[],
    change: Partial<RecapImportRow> & Pick<RecapImportRow, 'state'>,
  ): Promise<boolean> {
    const result = await this.database
      .of(RecapImportRow)
      .createQueryBuilder()
      .update()
      .set({ attempts: 0, claimedUntil: null, ...change })
      .where('id = :id AND state = ANY (:from)', { id, from: [...from] })
      .execute();
    return result.affected === 1;
  }

  async remove(id: string): Promise<void> {
    await this.database.of(RecapImportRow).delete({ id });
  }

  /** Those that led to nothing since. */
  async leftSince(moment: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM recap_imports WHERE created_at < $1 AND state IN ('receiving','reading','refused','ready')`,
      [moment],
    );
    return rows.map(({ id }) => id);
  }

  /** Work that is due, for one worker at a time. */
  async claimDue(now: Date, until: Date): Promise<RecapImportRow | null> {
    const [rows] = await this.database.manager.query<[{ id: string }[], number]>(
      `UPDATE recap_imports SET claimed_until = $2, attempts = attempts + 1
       WHERE id = (
         SELECT id FROM recap_imports
         WHERE state IN ('reading','writing','pictures') AND (claimed_until IS NULL OR claimed_until <= $1)
         ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [now, until],
    );
    const [row] = rows;
    return row ? this.row(row.id) : null;
  }

  /** False: it was undone meanwhile. */
  async keepClaim(id: string, state: ImportState, until: Date): Promise<boolean> {
    const [, count] = await this.database.manager.query<[unknown[], number]>(
      `UPDATE recap_imports SET claimed_until = $3, attempts = 1 WHERE id = $1 AND state = $2`,
      [id, state, until],
    );
    return count === 1;
  }

  async giveBack(id: string, notBefore: Date): Promise<void> {
    await this.database.of(RecapImportRow).update({ id }, { claimedUntil: notBefore });
  }

  async tellWritten(id: string, written: number): Promise<void> {
    await this.database.of(RecapImportRow).update({ id }, { written });
  }

  /** Instead of what an earlier try had read. */
  async keepArticles(importId: string, articles: readonly PreparedArticle[]): Promise<void> {
    await this.database.of(RecapImportArticleRow).delete({ importId });
    const rows = articles.map(({ pictures, ...article }, position) => ({
      pictures,
      row: { ...article, importId, position, id: randomUUID() },
    }));
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await this.database
        .of(RecapImportArticleRow)
        .insert(rows.slice(from, from + AT_ONCE).map(({ row }) => row as RecapImportArticleRow));
    const pictures = rows.flatMap(({ pictures: some, row }) =>
      some.map((picture, position) => ({ ...picture, articleId: row.id, position })),
    );
    for (let from = 0; from < pictures.length; from += AT_ONCE)
      await this.database.of(RecapImportPictureRow).insert(pictures.slice(from, from + AT_ONCE));
  }

  /** What was imported before is not chosen; it can be seen that it is there. */
  async leaveOutKnown(importId: string): Promise<void> {
    await this.database.query(
      `UPDATE recap_import_articles a SET is_chosen = false
       WHERE a.import_id = $1 AND EXISTS (SELECT FROM recap_origin_marks m WHERE m.mark = ANY (a.marks))`,
      [importId],
    );
  }

  /** null: the account is gone. */
  async staff(id: string | null): Promise<Me | null> {
    const [row] = await this.database.query<Me>(
      `SELECT id, email, name, roles, language FROM staff_accounts WHERE id = $1`,
      [id],
    );
    return row ?? null;
  }
}
