import { bigbluebutton } from './forms/bigbluebutton';
import { fieldsOf, type Form } from './forms/form';
import { table } from './forms/plain-table';
import { teams, teamsActions } from './forms/teams';
import { webex } from './forms/webex';
import { zoomMeeting, zoomRegistrants, zoomWebinar } from './forms/zoom';
import type { MeetingReport, ReportReading } from './meeting-report';
import { cleanCell } from './people/clean-cell';
import { instant, lastTime, readEntry } from './read-entries';
import { reportEmpty, reportTooLarge } from './report.errors';
import { readReportRows } from './rows/report-rows';
import { partsOf } from './rows/report-tables';
import { dateOrderOf } from './times/date-order';
import { TimeReader } from './times/instants';
import { isBlank, minutesPerUnit, readMinutes } from './times/minutes';
import { writtenTime, type WrittenTime } from './times/written-time';

const MOST_LINES = 20_000;
/** Teams tells everybody twice, and there are lines about the meeting. */
const MOST_ROWS = 2 * MOST_LINES + 100;
const TITLE_LENGTH = 200;
const HEADING_LENGTH = 80;

/** In this order: what a form has of its own goes before what it shares. */
const FORMS = [teamsActions, bigbluebutton, zoomRegistrants, zoomWebinar, teams, zoomMeeting, webex];

/**
 * A report of who took part, told by its content. Nothing of it is kept or compared with anything.
 * @throws report.unreadable, report.empty, report.unknown (with the table's heading cells and first lines), report.too-many-rows
 */
export async function readMeetingReport(bytes: Uint8Array, reading: ReportReading): Promise<MeetingReport> {
  const { rows, cutLines } = await readReportRows(bytes);
  if (rows.length > MOST_ROWS) throw reportTooLarge();
  const parts = partsOf(rows);
  const form =
    FORMS.reduce<Form | null>((found, read) => found ?? read(parts), null) ??
    table(rows, parts, reading.columns);
  if (!form) throw reportEmpty();

  const order = orderIn(form, reading);
  const timeZone = zoneOf(form) ?? reading.timeZone;
  const times = new TimeReader(order.dateOrder, timeZone);
  const at = (cell: string) => {
    const written = writtenTime(cell);
    const moments = written && times.moments(written);
    return moments?.length === 1 ? moments[0] : null;
  };
  const lines = form.lines(at);
  if (lines.length === 0) throw reportEmpty();
  if (lines.length > MOST_LINES) throw reportTooLarge();

  const meeting = meetingOf(form, at);
  const end = meeting.endsAt === null ? null : Date.parse(meeting.endsAt);
  const last = end ?? (form.endsWithLastTime ? lastTime(form, at) : null);
  const read = lines
    .map((line) => readEntry(line, { times, end: last, cutLines }))
    .map(({ entry, problems }) => ({ entries: entry ? [entry] : [], problems }));
  return {
    format: form.format,
    meeting,
    ...order,
    timeZone,
    columns: form.table.columns.map((column) => cleanCell(column, HEADING_LENGTH)),
    guessed: fieldsOf(form.table, form.places),
    entries: read.flatMap(({ entries }) => entries).sort(byLine),
    problems: read.flatMap(({ problems }) => problems).sort(byLine),
  };
}

function byLine(one: { line: number }, other: { line: number }): number {
  return one.line - other.line;
}

function orderIn({ stays, otherTimes, meeting }: Form, reading: ReportReading) {
  const near = writtenTimes([...stays, meeting.starts, meeting.ends]);
  return dateOrderOf([...near, ...writtenTimes(otherTimes)], near, reading);
}

function writtenTimes(cells: readonly string[]): WrittenTime[] {
  return cells.flatMap((cell) => writtenTime(cell) ?? []);
}

/** null: the report names none. */
function zoneOf({ meeting, stays }: Form): string | null {
  for (const { zone } of writtenTimes([meeting.starts, meeting.ends, ...stays]))
    if (zone && 'name' in zone) return zone.name;
  return null;
}

function meetingOf({ meeting }: Form, at: (cell: string) => number | null): MeetingReport['meeting'] {
  const starts = at(meeting.starts);
  const minutes = isBlank(meeting.minutes) ? null : readMinutes(meeting.minutes, minutesPerUnit(''));
  const ends = at(meeting.ends) ?? (starts !== null && minutes !== null ? starts + minutes * 60_000 : null);
  return {
    title: cleanCell(meeting.title, TITLE_LENGTH),
    id: cleanCell(meeting.id, HEADING_LENGTH),
    startsAt: starts === null ? null : instant(starts),
    endsAt: ends === null ? null : instant(ends),
  };
}
