export { ReportWorker } from './lib/making/report-worker';
export { ReportsModule } from './lib/reports.module';
