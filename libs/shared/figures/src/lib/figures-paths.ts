/** Of the API, below its prefix. */
export const figuresApiPaths = {
  attendanceRecord: (sessionId: string) => `/sessions/${sessionId}/attendance-record`,
  attendanceImports: (sessionId: string) => `/sessions/${sessionId}/attendance-imports`,
  attendanceCheck: (sessionId: string) => `/sessions/${sessionId}/attendance-imports/check`,
  attendanceImport: (sessionId: string, importId: string) =>
    `/sessions/${sessionId}/attendance-imports/${importId}`,
  attendees: (sessionId: string) => `/sessions/${sessionId}/attendees`,
  attendeeMatches: (sessionId: string) => `/sessions/${sessionId}/attendees/matches`,
  attendeeRoles: (sessionId: string) => `/sessions/${sessionId}/attendees/roles`,
  knownAttendees: (sessionId: string) => `/sessions/${sessionId}/attendees/known`,
  dashboard: '/figures/dashboard',
  dashboardRows: '/figures/dashboard/rows',
  attendanceThreshold: (seriesId: string) => `/series/${seriesId}/attendance-threshold`,
  funderReports: (seriesId: string) => `/series/${seriesId}/reports`,
  funderReport: (seriesId: string, reportId: string) => `/series/${seriesId}/reports/${reportId}`,
  funderReportFile: (seriesId: string, reportId: string) => `/series/${seriesId}/reports/${reportId}/file`,
  funderReportAgain: (seriesId: string, reportId: string) => `/series/${seriesId}/reports/${reportId}/again`,
} as const;
