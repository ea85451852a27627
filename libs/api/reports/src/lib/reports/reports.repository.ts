import { Injectable } from '@nestjs/common';
import { Database, FunderReportRow } from '@reihe/api-persistence';
import type { FunderReportFailure, MadeFunderReport } from '@reihe/shared-figures';
import { CLAIM_DUE, ONE_REPORT, REPORTS_OF_SERIES, SAME_FIGURES } from './reports.sql';

type NewReport = Pick<
  FunderReportRow,
  'id' | 'seriesId' | 'staffId' | 'language' | 'format' | 'basis' | 'startsOn' | 'endsOn' | 'createdAt'
>;

@Injectable()
export class ReportsRepository {
  constructor(private readonly database: Database) {}

  afterCommit(task: () => void): void {
    this.database.afterCommit(task);
  }

  /** Two who ask at once are one after the other. @returns its slug; null: there is no such series */
  async lockSeries(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ slug: string }>(
      `SELECT slug FROM series WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return row?.slug ?? null;
  }

  async hasSeries(id: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM series WHERE id = $1`, [id])).length > 0;
  }

  countOf(seriesId: string): Promise<number> {
    return this.database.of(FunderReportRow).countBy({ seriesId });
  }

  async add(row: NewReport): Promise<void> {
    await this.database.of(FunderReportRow).insert(row);
  }

  async ofSeries(seriesId: string): Promise<MadeFunderReport[]> {
    const rows = await this.database.query<{ report: MadeFunderReport }>(REPORTS_OF_SERIES, [seriesId]);
    return rows.map(({ report }) => report);
  }

  async one(seriesId: string, id: string): Promise<MadeFunderReport | null> {
    const [row] = await this.database.query<{ report: MadeFunderReport }>(ONE_REPORT, [seriesId, id]);
    return row?.report ?? null;
  }

  /** False: somebody else removed it. */
  async remove(id: string): Promise<boolean> {
    const { affected } = await this.database.of(FunderReportRow).delete({ id });
    return affected === 1;
  }

  /** Work that is due, for one worker at a time. */
  async claimDue(now: Date, until: Date): Promise<FunderReportRow | null> {
    const [rows] = await this.database.manager.query<[{ id: string }[], number]>(CLAIM_DUE, [now, until]);
    const [row] = rows;
    return row ? this.database.of(FunderReportRow).findOneBy({ id: row.id }) : null;
  }

  async slugOf(seriesId: string): Promise<string> {
    const [row] = await this.database.query<{ slug: string }>(`SELECT slug FROM series WHERE id = $1`, [
      seriesId,
    ]);
    return row?.slug ?? '';
  }

  /** The moment that the same figures have been known since; null: they are new. */
  async sameFiguresSince(id: string, dataSha256: string): Promise<Date | null> {
    const [row] = await this.database.query<{ asOf: Date }>(SAME_FIGURES, [id, dataSha256]);
    return row?.asOf ?? null;
  }

  async keep(id: string, row: Pick<FunderReportRow, 'data' | 'dataSha256' | 'asOf'>): Promise<void> {
    await this.database.of(FunderReportRow).update({ id }, row);
  }

  async tellDone(id: string, done: number, steps: number): Promise<void> {
    await this.database.of(FunderReportRow).update({ id, state: 'working' }, { done, steps });
  }

  /** False: it was removed meanwhile. */
  async finish(
    id: string,
    file: Pick<FunderReportRow, 'fileName' | 'byteSize' | 'sha256'>,
  ): Promise<boolean> {
    const { affected } = await this.database
      .of(FunderReportRow)
      .update({ id }, { ...file, state: 'ready', done: () => 'steps', claimedUntil: null });
    return affected === 1;
  }

  async fail(id: string, failure: FunderReportFailure): Promise<void> {
    await this.database.of(FunderReportRow).update({ id }, { state: 'failed', failure, claimedUntil: null });
  }

  async giveBack(id: string, notBefore: Date): Promise<void> {
    await this.database.of(FunderReportRow).update({ id }, { state: 'queued', claimedUntil: notBefore });
  }
}
