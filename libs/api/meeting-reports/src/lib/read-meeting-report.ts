import { setImmediate } from 'node:timers/promises';
import { bigbluebutton } from './forms/bigbluebutton';
import { fieldsOf, type Form } from './forms/form';
import { table } from './forms/plain-table';
import { teams, teamsActions } from './forms/teams';
import { webex } from './forms/webex';
import { zoomMeeting, zoomRegistrants, zoomWebinar } from './forms/zoom';
import type { MeetingReport, ReportReading } from './meeting-report';
import { cleanCell, shownCell } from './people/clean-cell';
import { instant, lastTime, readEntry } from './read-entries';
import { reportEmpty, reportTooLarge } from './report.errors';
import { readReportRows } from './rows/report-rows';
import { firstRows, partsOf } from './rows/report-tables';
import { dateOrderOf } from './times/date-order';
import { CellTimes, TimeReader } from './times/instants';
import { isBlank, minutesPerUnit, readMinutes } from './times/minutes';

const MOST_LINES = 20_000;
/** Teams tells everybody twice, and there are lines about the meeting. */
const MOST_ROWS = 2 * MOST_LINES + 100;
const TITLE_LENGTH = 200;
/** So many lines are read before others are answered: times in zones take long. */
const LINES_AT_ONCE = 200;

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

  const cells = new CellTimes();
  const order = orderIn(form, cells, reading);
  const timeZone = zoneOf(form, cells) ?? reading.timeZone;
  const times = new TimeReader(cells, order.dateOrder, timeZone);
  const at = (cell: string) => times.moment(cell);
  const lines = form.lines(at);
  if (lines.length === 0) throw reportEmpty();
  if (lines.length > MOST_LINES) throw reportTooLarge();

  const meeting = meetingOf(form, at);
  const end = meeting.endsAt === null ? null : Date.parse(meeting.endsAt);
  const last = end ?? (form.endsWithLastTime ? lastTime(form, at) : null);
  const read: ReturnType<typeof readEntry>[] = [];
  for (const [at, line] of lines.entries()) {
    if (at % LINES_AT_ONCE === 0) await setImmediate();
    read.push(readEntry(line, { times, end: last, cutLines }));
  }
  return {
    format: form.format,
    meeting,
    ...order,
    timeZone,
    columns: form.table.columns.map(shownCell),
    guessed: fieldsOf(form.table, form.places),
    rows: firstRows(form.table),
    listsPresent: form.listsPresent ?? false,
    entries: read.flatMap(({ entry }) => entry ?? []).sort(byLine),
    problems: read.flatMap(({ problems }) => problems).sort(byLine),
  };
}

function byLine(one: { line: number }, other: { line: number }): number {
  return one.line - other.line;
}

function orderIn({ stays, otherTimes, meeting }: Form, cells: CellTimes, reading: ReportReading) {
  const near = cells.all([...stays, meeting.starts, meeting.ends]);
  return dateOrderOf([...near, ...cells.all(otherTimes)], near, reading);
}

/** null: the report names none. */
function zoneOf({ meeting, stays }: Form, cells: CellTimes): string | null {
  for (const { zone } of cells.all([meeting.starts, meeting.ends, ...stays]))
    if (zone && 'name' in zone) return zone.name;
  return null;
}

function meetingOf({ meeting }: Form, at: (cell: string) => number | null): MeetingReport['meeting'] {
  const starts = at(meeting.starts);
  const minutes = isBlank(meeting.minutes) ? null : readMinutes(meeting.minutes, minutesPerUnit(''));
  const ends = at(meeting.ends) ?? (starts !== null && minutes !== null ? starts + minutes * 60_000 : null);
  return {
    title: cleanCell(meeting.title, TITLE_LENGTH),
    id: shownCell(meeting.id),
    startsAt: starts === null ? null : instant(starts),
    endsAt: ends === null ? null : instant(ends),
  };
}
