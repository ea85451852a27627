import { randomUUID } from 'node:crypto';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { AuditTrail, Clock, invalidFields, seriesNotFound } from '@reihe/api-platform';
import { FUNDER_REPORT_LIMITS, type MadeFunderReport, type MakeFunderReport } from '@reihe/shared-figures';
import { REPORT_TYPES, ReportFiles } from '../making/report-files';
import { ReportWorker } from '../making/report-worker';
import { reportNotFound, reportNotReady, tooManyReports } from './report.errors';
import { ReportsRepository } from './reports.repository';

/** Reports of a series as staff work with them; making one is left to the worker. */
@Injectable()
export class FunderReports {
  constructor(
    private readonly reports: ReportsRepository,
    private readonly files: ReportFiles,
    private readonly worker: ReportWorker,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async list(seriesId: string): Promise<MadeFunderReport[]> {
    if (!(await this.reports.hasSeries(seriesId))) throw seriesNotFound();
    return this.reports.ofSeries(seriesId);
  }

  async get(seriesId: string, id: string): Promise<MadeFunderReport> {
    const report = await this.reports.one(seriesId, id);
    if (!report) throw reportNotFound();
    return report;
  }

  /** @throws series.not-found, request.invalid where the period ends before it begins, funder-report.too-many */
  @Transactional()
  async make(seriesId: string, order: MakeFunderReport, staffId: string): Promise<MadeFunderReport> {
    const { language, format, basis, from, to, hidesSmall } = order;
    if (from !== null && to !== null && to < from)
      throw invalidFields({ path: 'to', code: 'end-before-start' });
    if ((await this.reports.lockSeries(seriesId)) === null) throw seriesNotFound();
    if ((await this.reports.countOf(seriesId)) >= FUNDER_REPORT_LIMITS.perSeries) throw tooManyReports();
    const id = randomUUID();
    const period = { startsOn: from, endsOn: to };
    await this.reports.add({
      ...{ id, seriesId, staffId, language, format, basis, hidesSmall, ...period },
      createdAt: this.clock.now(),
    });
    await this.record('make-report', seriesId, staffId, { after: { id, ...order } });
    this.worker.ask();
    return this.get(seriesId, id);
  }

  /** What was asked for once more, of the figures as they are now. */
  @Transactional()
  async makeAgain(seriesId: string, id: string, staffId: string): Promise<MadeFunderReport> {
    const { language, format, basis, from, to, hidesSmall } = await this.get(seriesId, id);
    return this.make(seriesId, { language, format, basis, from, to, hidesSmall }, staffId);
  }

  /** @throws funder-report.not-found, funder-report.not-ready */
  async file(seriesId: string, id: string): Promise<StreamableFile> {
    const { state, format, fileName } = await this.get(seriesId, id);
    const contents = state === 'ready' ? await this.files.get(id) : null;
    if (!contents) throw reportNotReady();
    return new StreamableFile(contents, {
      type: REPORT_TYPES[format],
      disposition: `attachment; filename="${fileName}"`,
      length: contents.byteLength,
    });
  }

  async remove(seriesId: string, id: string, staffId: string): Promise<void> {
    await this.forget(seriesId, id, staffId);
    // After the commit: a file without row costs space, a row without file would lead nowhere.
    await this.files.forget(id);
  }

  @Transactional()
  private async forget(seriesId: string, id: string, staffId: string): Promise<void> {
    const { language, format, basis, from, to, asOf, sha256 } = await this.get(seriesId, id);
    if (!(await this.reports.remove(id))) throw reportNotFound();
    const before = { id, language, format, basis, from, to, asOf, sha256 };
    await this.record('remove-report', seriesId, staffId, { before });
  }

  private record(
    verb: string,
    seriesId: string,
    staffId: string,
    change: { before?: object; after?: object },
  ): Promise<void> {
    return this.trail.record({
      actor: { kind: 'staff', id: staffId },
      action: `series.${verb}`,
      subject: 'series',
      subjectId: seriesId,
      ...change,
    });
  }
}
