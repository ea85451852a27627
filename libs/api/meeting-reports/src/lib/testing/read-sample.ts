import type { MeetingReport, ReportReading } from '../meeting-report';
import { readMeetingReport } from '../read-meeting-report';
import { encoded } from './sample-file';
import { SAMPLE_SESSION } from './sample-stays';

export const BERLIN: ReportReading = { timeZone: 'Europe/Berlin', session: SAMPLE_SESSION };

/** Lines as somebody sees them in an editor; for specs. */
export function readText(text: string, reading: Partial<ReportReading> = {}): Promise<MeetingReport> {
  return readMeetingReport(encoded(text, 'utf-8'), { ...BERLIN, ...reading });
}

/** Line, who, from, to, minutes, role: what matters of an entry, in one line. */
export function brief({ entries }: MeetingReport): string[] {
  const clock = (instant: string | null) => instant?.slice(11, 19) ?? '-';
  return entries.map(({ line, name, email, joinedAt, leftAt, minutes, role, hasAttended }) =>
    [line, name, email, clock(joinedAt), clock(leftAt), minutes ?? '-', hasAttended ? role : 'away'].join(
      ' | ',
    ),
  );
}

export function told({ problems }: MeetingReport): string[] {
  return problems.map(({ line, column, code, value }) => [line, code, column, value].join(' | '));
}
