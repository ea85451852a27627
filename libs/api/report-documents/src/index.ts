export {
  type Amount,
  type CountedAmount,
  type CountingMethod,
  type FunderReport,
  type KeyFigure,
  type ReportedCity,
  type ReportedCountry,
  type ReportedSession,
  type ReportLanguage,
  type ReportMeasure,
  type ShownAmount,
  type StatedAmount,
} from './lib/funder-report';
export { renderReport } from './lib/render-report';
export { aFunderReport, aReportedSession, exactly } from './lib/testing/a-funder-report';
