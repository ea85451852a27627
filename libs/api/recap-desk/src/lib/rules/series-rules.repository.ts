import { Injectable } from '@nestjs/common';
import { Database, SeriesRecapRulesRow } from '@reihe/api-persistence';
import { DEFAULT_RECAP_RULES, type SeriesRecapRules } from '@reihe/shared-editorial';

@Injectable()
export class SeriesRulesRepository {
  constructor(private readonly database: Database) {}

  async of(seriesId: string): Promise<SeriesRecapRules> {
    const row = await this.database.of(SeriesRecapRulesRow).findOneBy({ seriesId });
    if (!row) return DEFAULT_RECAP_RULES;
    const { version, makesDrafts, dueAfterDays, tellsFigures, titlePatterns } = row;
    return { version, makesDrafts, dueAfterDays, tellsFigures, titlePatterns };
  }

  /** False: somebody saved since `version` was read. */
  async save(seriesId: string, { version, ...rules }: SeriesRecapRules): Promise<boolean> {
    const { makesDrafts, dueAfterDays, tellsFigures, titlePatterns } = rules;
    const values = [seriesId, makesDrafts, dueAfterDays, JSON.stringify(titlePatterns), tellsFigures];
    const written = await this.database.query(
      version === 0
        ? `INSERT INTO series_recap_rules (series_id, makes_drafts, due_after_days, title_patterns, tells_figures)
           VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING version`
        : `WITH saved AS (
             UPDATE series_recap_rules
             SET makes_drafts = $2, due_after_days = $3, title_patterns = $4, tells_figures = $5, version = version + 1
             WHERE series_id = $1 AND version = $6 RETURNING version
           ) SELECT version FROM saved`,
      version === 0 ? values : [...values, version],
    );
    return written.length > 0;
  }

  async hasSeries(id: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM series WHERE id = $1`, [id])).length > 0;
  }
}
