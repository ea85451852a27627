import { Injectable } from '@nestjs/common';
import { Database, RetentionRuleRow } from '@reihe/api-persistence';
import type { Language } from '@reihe/shared-contracts';
import type { PrivacyOverview } from '@reihe/shared-figures';
import { IsNull } from 'typeorm';
import { HOLDINGS } from './held.sql';

@Injectable()
export class RetentionRulesRepository {
  constructor(private readonly database: Database) {}

  async overview(languages: readonly Language[], now: Date): Promise<PrivacyOverview> {
    const [row] = await this.database.query<{ overview: PrivacyOverview }>(HOLDINGS, [languages, now]);
    if (!row) throw new Error('The overview is one row.');
    return row.overview;
  }

  /** Locks the series, so that its rule is set by one at a time. False: there is none. */
  async lockSeries(id: string): Promise<boolean> {
    const rows = await this.database.query(`SELECT FROM series WHERE id = $1 FOR NO KEY UPDATE`, [id]);
    return rows.length === 1;
  }

  /** So that the rule of the installation is set by one at a time. */
  async lockDefault(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtext('reihe.retention-default'))`);
  }

  /** Its own; null: there is none. @param seriesId null: that of the installation */
  find(seriesId: string | null): Promise<RetentionRuleRow | null> {
    return this.database.of(RetentionRuleRow).findOneBy({ seriesId: seriesId ?? IsNull() });
  }

  async save(rule: Omit<RetentionRuleRow, 'id' | 'series'> & { id?: string }): Promise<void> {
    await this.database.of(RetentionRuleRow).save(rule);
  }

  async drop(id: string): Promise<void> {
    await this.database.of(RetentionRuleRow).delete({ id });
  }
}
