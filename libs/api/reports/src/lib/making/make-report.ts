import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FunderReportRow } from '@reihe/api-persistence';
import { Clock, Config, PlaceFinder, seriesNotFound } from '@reihe/api-platform';
import { renderReport, type FunderReport } from '@reihe/api-report-documents';
import { GatherReportRepository } from '../gathering/gather-report.repository';
import { reportOf, type UndatedReport } from '../gathering/report-of';
import { ReportsRepository } from '../reports/reports.repository';
import { ReportFiles } from './report-files';

/** Gathering comes before what the renderer does, storing after it. */
const OTHER_STEPS = 2;

const sha256 = (contents: string | Uint8Array) => createHash('sha256').update(contents).digest('hex');

/**
 * Gathers the figures, writes them down, and writes the file from what is written down. Figures that were gathered before for the series
 * keep the moment of then: they are as true as they were, and the file is the same to the last byte.
 */
@Injectable()
export class MakeReport {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly gathering: GatherReportRepository,
    private readonly files: ReportFiles,
    private readonly places: PlaceFinder,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws series.not-found, storage.unavailable */
  async make(row: FunderReportRow): Promise<void> {
    const report = await this.gather(row);
    const { id, format } = row;
    // In their order, each when the one before is told: the last one stands.
    let told = Promise.resolve();
    const tell = (done: number, of: number) => {
      told = told.then(() => this.reports.tellDone(id, done, of));
    };
    const contents = await renderReport(report, format, (done, of) => tell(done + 1, of + OTHER_STEPS));
    await told;
    await this.files.put(id, format, contents);
    const isKept = await this.reports.finish(id, {
      fileName: await this.fileNameOf(row, report.asOf),
      byteSize: contents.byteLength,
      sha256: sha256(contents),
    });
    // Somebody removed it meanwhile.
    if (!isKept) await this.files.forget(id);
  }

  private async gather(row: FunderReportRow): Promise<FunderReport> {
    const { id, seriesId, language, basis, startsOn: from, endsOn: to, hidesSmall } = row;
    const now = this.clock.now();
    const order = { language, basis, from, to, hidesSmall };
    const gathered = await this.gathering.gather(seriesId, order, now);
    if (!gathered) throw seriesNotFound();
    const undated: UndatedReport = reportOf(gathered, order, {
      baseUrl: this.config.baseUrl,
      locate: (city, country) => this.places.locate(city, country),
    });
    const dataSha256 = sha256(JSON.stringify(undated));
    const asOf = (await this.reports.sameFiguresSince(id, dataSha256)) ?? now;
    const report: FunderReport = { ...undated, asOf: asOf.toISOString() };
    await this.reports.keep(id, { data: report, dataSha256, asOf });
    return report;
  }

  /** "report-series-2026-11-29-en.pdf", of signs that every system takes. */
  private async fileNameOf({ seriesId, language, format }: FunderReportRow, asOf: string): Promise<string> {
    return `report-${await this.reports.slugOf(seriesId)}-${asOf.slice(0, 10)}-${language}.${format}`;
  }
}
