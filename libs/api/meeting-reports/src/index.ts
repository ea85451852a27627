export {
  MEETING_REPORT_FORMATS,
  type MeetingReport,
  type MeetingReportFormat,
  type ReportDateOrder,
  type ReportEntry,
  type ReportField,
  type ReportProblem,
  type ReportProblemCode,
  type ReportReading,
  type ReportRole,
} from './lib/meeting-report';
export { readMeetingReport } from './lib/read-meeting-report';
export { sampleFile, type FileStyle, type SampleCell } from './lib/testing/sample-file';
export { sampleReport, sampleRows, type SampleOptions } from './lib/testing/sample-report';
export { SAMPLE_SESSION, SAMPLE_STAYS, type SampleStay } from './lib/testing/sample-stays';
