import { plainWords } from '@reihe/api-sheets';
import type { ReportRole } from '../meeting-report';
import { isOriginalName } from '../rows/headings';
import { has, type ReportParts, type ReportTable } from '../rows/report-tables';
import { cellAt, isYes, linesIn, meetingIn, placesIn, timeCells, type Form, type FormLine } from './form';

/**
 * Participants of a meeting. One line for each time that somebody joined:
 * `Name (Original Name), User Email, Join Time, Leave Time, Duration (Minutes), Guest, Recording Consent, In Waiting Room`, since 2023
 * `Name (original name), Email, Join time, Leave time, Duration (minutes), Guest, In waiting room, Recording disclaimer response`; or, "unique
 * users", one for each person: `Name (Original Name), User Email, Total Duration (Minutes), Guest`. Above it may stand
 * `Meeting ID, Topic, Start Time, End Time, User Email, Duration (Minutes), Participants` with one line about the meeting.
 * @see https://support.zoom.com/hc/de/article?id=zm_kb&sysparm_article=KB0082666 (what the report tells)
 * @see https://github.com/microsoft/vivainsights_zoom_int/blob/main/Admin/input/zoom_reports/README.md (its columns)
 */
export function zoomMeeting(parts: ReportParts): Form | null {
  const table = parts.tables.find(
    (one) => has(one, 'name', 'minutes') && (isZooms(one) || (has(one, 'email') && hasMeetingAbove(parts))),
  );
  if (!table) return null;
  return {
    format: 'zoom-meeting',
    table,
    places: placesIn(table),
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: false,
    // Who waits is not in the meeting yet: being let in is another line.
    lines: () => linesIn(table, { hasAttended: (row) => isYes(cellAt(table, row, 'waitingRoom')) !== true }),
  };
}

function isZooms(table: ReportTable): boolean {
  return (
    table.columns.some(isOriginalName) ||
    has(table, 'waitingRoom') ||
    has(table, 'consent') ||
    (has(table, 'guest') && !has(table, 'attended'))
  );
}

function hasMeetingAbove({ tables }: ReportParts): boolean {
  return tables.some((table) => !has(table, 'name') && has(table, 'meetingId', 'meetingTitle'));
}

/**
 * Attendees of a webinar, in sections: `Attendee Report` with one line about the webinar (`Topic, Webinar ID, Actual Start Time,
 * Actual Duration (minutes), # Registered …`), `Host Details` and `Panelist Details` (`Attended, User Name (Original Name), Email, Join Time, Leave
 * Time, Time in Session (minutes), Is Guest, Country/Region Name`), `Attendee Details` (besides `First Name, Last Name, Phone, Registration Time,
 * Approval Status`; who never came has `No` and `--`), `Other Attended` (telephones: `User Name, Join Time, …`).
 * @see https://github.com/beemyfriend/ZoomReports (an anonymised report of 2020 with its five sections)
 */
export function zoomWebinar(parts: ReportParts): Form | null {
  const tables = parts.tables.filter(
    (table) => (has(table, 'name') || has(table, 'firstName')) && has(table, 'joinedAt', 'leftAt', 'minutes'),
  );
  const asked = tables.filter((table) => has(table, 'attended'));
  const attendees = asked.find((table) => has(table, 'registeredAt')) ?? asked.at(-1);
  if (!attendees) return null;
  return {
    format: 'zoom-webinar',
    table: attendees,
    places: placesIn(attendees),
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: false,
    lines: () =>
      tables.flatMap((table, index) => {
        const role = sectionRole(table.title, index < tables.indexOf(attendees) ? index : null);
        return linesIn(table, {
          role: () => role,
          hasAttended: (row) => isYes(cellAt(table, row, 'attended')) !== false,
        });
      }),
  };
}

/** By its title; in a language that is not known by its place: the host comes first, then the panel. */
function sectionRole(title: string, before: number | null): ReportRole | null {
  const words = plainWords(title);
  if (/\b(?:host|gastgeber|veranstalter)/.test(words)) return 'host';
  if (/panell?ist|podium|diskussion|referent/.test(words)) return 'speaker';
  if (before === null || /attendee|other|teilnehm|andere|sonstige/.test(words)) return null;
  return before === 0 ? 'host' : 'speaker';
}

/**
 * Who registered, for meetings and webinars: `First Name, Last Name, Email, Registration Time, Approval Status`, then what else was asked
 * (`City, Country/Region, Organization`, questions of the host's own). It says of nobody that they came.
 * @see https://support.zoom.com/hc/de/article?id=zm_kb&sysparm_article=KB0065651
 */
export function zoomRegistrants(parts: ReportParts): Form | null {
  const table = parts.tables.find(
    (one) =>
      has(one, 'registeredAt', 'approval') &&
      (has(one, 'firstName') || has(one, 'name') || has(one, 'email')) &&
      !has(one, 'joinedAt') &&
      !has(one, 'attended'),
  );
  if (!table) return null;
  return {
    format: 'zoom-registrants',
    table,
    places: placesIn(table),
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: false,
    lines: (): FormLine[] => linesIn(table, { hasAttended: () => false }),
  };
}
