import { Injectable } from '@nestjs/common';
import { Database, RecapRow, RecapTranslationRow } from '@reihe/api-persistence';
import { offsetOf } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { RecapListItem } from '@reihe/shared-editorial';
import type { RecapsQuery } from './recap.bodies';
import { alignedRecord, type FollowedText, type RecapRecord, type RecapTextRow } from './recap.mapper';
import { ONE_RECAP, RECAP_LIST, SAVE_TEXT } from './recaps.sql';

/** What a recap points at: its own table, and where the ids must be found. */
const LINKS = {
  sessionIds: { table: 'recap_sessions', column: 'session_id', source: 'sessions' },
  categoryIds: { table: 'recap_categories', column: 'category_id', source: 'categories' },
  regionIds: { table: 'recap_regions', column: 'region_id', source: 'regions' },
} as const;
export type RecapLink = keyof typeof LINKS;

@Injectable()
export class RecapsRepository {
  constructor(private readonly database: Database) {}

  async list(query: RecapsQuery, languages: Language[]): Promise<{ items: RecapListItem[]; total: number }> {
    const [row] = await this.database.query<{ items: RecapListItem[]; total: number }>(RECAP_LIST, [
      languages,
      query.series ?? null,
      query.state ?? null,
      query.language ?? null,
      query.q ?? '',
      query.pageSize,
      offsetOf(query),
    ]);
    if (!row) throw new Error('A statement that always answers one row answered none.');
    return row;
  }

  async one(id: string): Promise<RecapRecord | null> {
    const [row] = await this.database.query<{ recap: RecapRecord }>(ONE_RECAP, [id]);
    return row ? alignedRecord(row.recap) : null;
  }

  claim(id: string, version: number): Promise<boolean> {
    return this.database.claimVersion('recaps', id, version);
  }

  async insert(row: Partial<RecapRow>): Promise<void> {
    await this.database.of(RecapRow).insert(row);
  }

  async update(id: string, change: Partial<RecapRow>): Promise<void> {
    await this.database.of(RecapRow).update({ id }, { ...change, updatedAt: () => 'now()' });
  }

  /** Only while it is that version, a draft, and nobody has ever read it. */
  async removeDraft(id: string, version: number): Promise<boolean> {
    const [, count] = await this.database.manager.query<[unknown[], number]>(
      `DELETE FROM recaps WHERE id = $1 AND version = $2 AND state = 'draft' AND current_revision IS NULL`,
      [id, version],
    );
    return count === 1;
  }

  async hasSeries(id: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM series WHERE id = $1`, [id])).length > 0;
  }

  /** Whether there are all of these, each given once. */
  async hasMedia(ids: readonly string[]): Promise<boolean> {
    const found = await this.database.query(`SELECT FROM media WHERE id = ANY ($1::uuid[])`, [ids]);
    return found.length === ids.length;
  }

  /** Whether all of these, each given once, are sessions of the series. */
  async hasSessions(seriesId: string, ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return true;
    const found = await this.database.query(
      `SELECT FROM sessions WHERE series_id = $1 AND id = ANY ($2::uuid[])`,
      [seriesId, ids],
    );
    return found.length === ids.length;
  }

  /**
   * @param followed of the translations, by language
   * @param writerId null: nobody of the staff
   */
  async saveTexts(
    recapId: string,
    texts: readonly RecapTextRow[],
    followed: ReadonlyMap<Language, FollowedText>,
    writerId: string | null,
  ): Promise<void> {
    await this.database.query(
      `DELETE FROM recap_translations WHERE recap_id = $1 AND language <> ALL ($2::text[])`,
      [recapId, texts.map(({ language }) => language)],
    );
    for (const { language, title, lead, body, seoTitle, seoDescription } of texts) {
      const { basis = {}, isFinished = true, isOutdated = false } = followed.get(language) ?? {};
      await this.database.query(SAVE_TEXT, [
        recapId,
        language,
        title,
        lead,
        JSON.stringify(body),
        seoTitle,
        seoDescription,
        JSON.stringify(basis),
        ...[isFinished, isOutdated, writerId],
      ]);
    }
  }

  /** What a text that stays as it is is a translation of, as somebody said who looked. */
  async follow(recapId: string, language: Language, followed: FollowedText): Promise<void> {
    const { basis, isFinished, isOutdated } = followed;
    await this.database.query(
      `UPDATE recap_translations t SET basis = $3, is_finished = $4,
         outdated_since = CASE WHEN $5 THEN coalesce(t.outdated_since, now()) END,
         reviewed_at = CASE WHEN $4 AND NOT $5 THEN t.reviewed_at END,
         reviewed_by_id = CASE WHEN $4 AND NOT $5 THEN t.reviewed_by_id END
       WHERE t.recap_id = $1 AND t.language = $2`,
      [recapId, language, JSON.stringify(basis), isFinished, isOutdated],
    );
  }

  /** @param reviewerId null: it is to be reviewed anew */
  async review(recapId: string, language: Language, reviewerId: string | null, at: Date): Promise<void> {
    await this.database
      .of(RecapTranslationRow)
      .update(
        { recapId, language },
        { reviewedById: reviewerId, reviewedAt: reviewerId === null ? null : at },
      );
  }

  /** @returns how many of the ids there are: fewer than given where one names nothing. Sessions are those of the recap's series. */
  async link(recapId: string, link: RecapLink, ids: readonly string[]): Promise<number> {
    const { table, column, source } = LINKS[link];
    await this.database.query(`DELETE FROM ${table} WHERE recap_id = $1`, [recapId]);
    const linked = await this.database.query(
      `INSERT INTO ${table} (recap_id, ${column})
       SELECT c.id, w.id FROM recaps c JOIN ${source} w ON w.id = ANY ($2::uuid[])
       WHERE c.id = $1 ${link === 'sessionIds' ? 'AND w.series_id = c.series_id' : ''}
       RETURNING 1`,
      [recapId, ids],
    );
    return linked.length;
  }

  /** In order. @returns how many of the ids are images that are there. */
  async linkGallery(recapId: string, ids: readonly string[]): Promise<number> {
    await this.database.query(`DELETE FROM recap_gallery WHERE recap_id = $1`, [recapId]);
    const linked = await this.database.query(
      `INSERT INTO recap_gallery (recap_id, media_id, position)
       SELECT $1, m.id, w.place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY w (id, place) JOIN media m ON m.id = w.id
       RETURNING 1`,
      [recapId, ids],
    );
    return linked.length;
  }
}
