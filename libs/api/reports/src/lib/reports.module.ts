import { Module } from '@nestjs/common';
import { MediaModule } from '@reihe/api-media';
import { GatherReportRepository } from './gathering/gather-report.repository';
import { MakeReport } from './making/make-report';
import { ReportFiles } from './making/report-files';
import { ReportWorker } from './making/report-worker';
import { FunderReportsController } from './reports/reports.controller';
import { ReportsRepository } from './reports/reports.repository';
import { FunderReports } from './reports/reports.service';

/** Reports for funders: asked for, made by a worker, kept as files (ADR 34). */
@Module({
  imports: [MediaModule],
  controllers: [FunderReportsController],
  providers: [
    FunderReports,
    ReportsRepository,
    ReportWorker,
    MakeReport,
    ReportFiles,
    GatherReportRepository,
  ],
})
export class ReportsModule {}
