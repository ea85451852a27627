import { Injectable } from '@nestjs/common';
import { AttendanceThresholdRow, Database } from '@reihe/api-persistence';
import { DEFAULT_THRESHOLD, type SeriesThreshold } from '@reihe/shared-figures';
import { WITHDRAW_CERTIFICATES } from '../imports/imports.sql';

@Injectable()
export class ThresholdsRepository {
  constructor(private readonly database: Database) {}

  /** null: there is no such series. */
  async of(seriesId: string): Promise<SeriesThreshold | null> {
    const [row] = await this.database.query<SeriesThreshold>(
      `SELECT y.id AS "seriesId", coalesce(t.version, 0) AS version, t.share_percent AS "sharePercent", t.minutes
       FROM series y LEFT JOIN attendance_thresholds t ON t.series_id = y.id WHERE y.id = $1`,
      [seriesId],
    );
    if (!row) return null;
    return row.version === 0 ? { ...row, ...DEFAULT_THRESHOLD } : row;
  }

  async lock(seriesId: string): Promise<boolean> {
    const rows = await this.database.query(`SELECT id FROM series WHERE id = $1 FOR NO KEY UPDATE`, [
      seriesId,
    ]);
    // Counting anew waits for imports that are under way, in the order in which sessions are locked everywhere.
    await this.database.query(
      `SELECT id FROM sessions s WHERE s.series_id = $1 AND EXISTS (SELECT FROM attendees a WHERE a.session_id = s.id)
       ORDER BY id FOR NO KEY UPDATE`,
      [seriesId],
    );
    return rows.length > 0;
  }

  async set(row: Omit<AttendanceThresholdRow, 'series'>): Promise<void> {
    await this.database.of(AttendanceThresholdRow).save(row);
  }

  async withdrawCertificates(seriesId: string, now: Date): Promise<void> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT s.id FROM sessions s WHERE s.series_id = $1 AND EXISTS (SELECT FROM attendees a WHERE a.session_id = s.id)`,
      [seriesId],
    );
    await this.database.query(WITHDRAW_CERTIFICATES, [rows.map(({ id }) => id), now]);
  }
}
