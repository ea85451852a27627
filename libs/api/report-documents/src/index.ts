export {
  REPORT_BASES,
  REPORT_FORMATS,
  type Amount,
  type CountedAmount,
  type CountingMethod,
  type FunderReport,
  type KeyFigure,
  type ReportBasis,
  type ReportedCity,
  type ReportedCountry,
  type ReportedSession,
  type ReportFormat,
  type ReportLanguage,
  type ReportMeasure,
  type ShownAmount,
  type StatedAmount,
} from './lib/funder-report';
export { renderReport } from './lib/render-report';
export { aFunderReport, aReportedSession, exactly } from './lib/testing/a-funder-report';
