import { roleNamed } from '../people/roles';
import { has, type ReportParts } from '../rows/report-tables';
import { cellAt, linesIn, meetingIn, placesIn, timeCells, type Form, type FormLine } from './form';

/**
 * `Meeting Name, Meeting Start Time, Meeting End Time, Display Name, First Name, Last Name, Role, Attendee Email, Join Time, Leave Time, Attendance
 * Duration, Connection Type, Session Name`, earlier `Name, Attendee Email, Join Time, Leave Time, Attendance Duration, Connection Type`; the meeting is
 * repeated in every line. Times may carry their zone, cells be written `="…"`. Lines of breakout sessions are stays as well. Cisco documents the
 * same facts of its interfaces, and of the file nothing: its headings are those that programs which read it look for.
 * @see https://developer.cisco.com/docs/webex-xml-api-reference-guide/lstmeetingattendeehistory
 */
export function webex(parts: ReportParts): Form | null {
  const table = parts.tables.find(
    (one) =>
      (has(one, 'name') || has(one, 'firstName')) &&
      has(one, 'joinedAt', 'leftAt') &&
      (has(one, 'connection') || has(one, 'meetingTitle', 'meetingStart')),
  );
  if (!table) return null;
  return {
    format: 'webex',
    table,
    places: placesIn(table),
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: false,
    lines: () =>
      linesIn(table, { role: (row) => roleNamed(cellAt(table, row, 'role')) }).map(withoutInventedAddress),
  };
}

/** Webex gives guests without one an address that leads nowhere. */
function withoutInventedAddress(line: FormLine): FormLine {
  const { email, ...values } = line.values;
  return email?.toLowerCase().endsWith('.localhost') ? { ...line, values } : line;
}
