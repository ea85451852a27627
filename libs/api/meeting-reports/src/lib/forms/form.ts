import type { MeetingReportFormat, ReportField, ReportRole } from '../meeting-report';
import type { Heading } from '../rows/headings';
import type { ReportRow } from '../rows/report-rows';
import { columnOf, has, type ReportParts, type ReportTable } from '../rows/report-tables';
import { isBlank } from '../times/minutes';
import { zoneIn } from '../times/zones';

/** Where a table has each field: index of its column. */
export type Places = Partial<Record<ReportField, number>>;

/** One line of a form, its values as they stand there. */
export interface FormLine {
  row: ReportRow;
  table: ReportTable;
  places: Places;
  values: Partial<Record<ReportField, string>>;
  /** By the section or the role that the report names; null: it names none. */
  role: ReportRole | null;
  hasAttended: boolean;
}

/** What the report says about the meeting, as it stands there. */
export interface FormMeeting {
  title: string;
  id: string;
  starts: string;
  ends: string;
  minutes: string;
}

export interface Form {
  format: MeetingReportFormat;
  /** The table of participants. */
  table: ReportTable;
  places: Places;
  meeting: FormMeeting;
  /** Only of a table: somebody said, or one of its columns does, that it lists those who were there; it tells no times. */
  listsPresent?: boolean;
  /** Cells with times: of people's stays, and others, which prove the order of dates as well. */
  stays: string[];
  otherTimes: string[];
  /** Somebody who never left was there until the last time that the report tells. */
  endsWithLastTime: boolean;
  /** @param at milliseconds of a cell's time; null: it has none that is certain */
  lines: (at: (cell: string) => number | null) => FormLine[];
}

const FIELD_HEADINGS: Record<ReportField, Heading[]> = {
  name: ['name'],
  firstName: ['firstName'],
  lastName: ['lastName'],
  email: ['email'],
  organisation: ['organisation'],
  city: ['city'],
  country: ['country'],
  joinedAt: ['joinedAt', 'firstJoin'],
  leftAt: ['leftAt', 'lastLeave'],
  minutes: ['minutes'],
  role: ['role'],
  token: ['token'],
};
export const REPORT_FIELDS = Object.keys(FIELD_HEADINGS) as ReportField[];

export function placesIn(table: ReportTable): Places {
  return Object.fromEntries(
    REPORT_FIELDS.map((field) => [field, columnOf(table, ...FIELD_HEADINGS[field])] as const).filter(
      ([, at]) => at >= 0,
    ),
  );
}

/** For each column the field it was read as. */
export function fieldsOf({ columns }: ReportTable, places: Places): (ReportField | null)[] {
  return columns.map((_, index) => REPORT_FIELDS.find((field) => places[field] === index) ?? null);
}

export function cellAt(table: ReportTable, row: ReportRow, ...headings: Heading[]): string {
  return row.cells[columnOf(table, ...headings)] ?? '';
}

/** Yes in the languages of the tools; null: neither yes nor no. */
export function isYes(cell: string): boolean | null {
  if (/^(?:yes|y|true|1|x|ja|wahr|si|sí|oui|vrai|verdadero)$/i.test(cell)) return true;
  return /^(?:no|n|false|0|nein|falsch|non|faux|falso)$/i.test(cell) ? false : null;
}

const SUMMARY =
  /^(?:(?:grand|sub) ?)?(?:total|sum|summe|gesamt|insgesamt|average|durchschnitt|mittelwert|anzahl|anonymous|anonym|summary)(?: (?:of|der|number|participants?|attendees?|teilnehmer\w*|users|minutes|minuten|duration|dauer|time|\d+))*[\s:.\d]*$/i;

/** Sums and averages below the last participant: no line of anybody, as neither address nor time stands in them. */
function withoutSummary(rows: readonly ReportRow[]): ReportRow[] {
  const isSummary = ({ cells }: ReportRow) =>
    SUMMARY.test(cells.find(Boolean)?.slice(0, 80) ?? '') &&
    !cells.some((cell) => /\S@\S/.test(cell) || /\d:\d\d.*\d:?\d\d/.test(cell));
  return rows.slice(0, rows.findLastIndex((row) => !isSummary(row)) + 1);
}

export interface LineReading {
  places?: Places;
  role?: (row: ReportRow) => ReportRole | null;
  hasAttended?: (row: ReportRow) => boolean;
}

export function linesIn(
  table: ReportTable,
  { places = placesIn(table), role = () => null, hasAttended = () => true }: LineReading = {},
): FormLine[] {
  return withoutSummary(table.rows).map((row) => ({
    row,
    table,
    places,
    values: valuesIn(table, row, places),
    role: role(row),
    hasAttended: hasAttended(row),
  }));
}

function valuesIn(table: ReportTable, row: ReportRow, places: Places): FormLine['values'] {
  const values: FormLine['values'] = {};
  for (const field of REPORT_FIELDS) {
    const at = places[field];
    const cell = at === undefined ? '' : (row.cells[at] ?? '');
    if (at === undefined || isBlank(cell)) continue;
    values[field] =
      field === 'joinedAt' || field === 'leftAt' ? withZone(cell, table.columns[at] ?? '') : cell;
  }
  return values;
}

/** Where the heading tells the zone, "Join Time (UTC)", the cells below it need not. */
export function withZone(cell: string, heading: string): string {
  const [, zone = ''] = /[([]([^()[\]]+)[)\]]\s*$/.exec(heading) ?? [];
  return zone !== '' && zoneIn(zone) && /\d:\d\d\W*(?:[ap]\.?\s?m\.?)?$/i.test(cell)
    ? `${cell} (${zone})`
    : cell;
}

const OTHER_TIMES: Heading[] = ['registeredAt', 'meetingStart', 'meetingEnd'];
const STAY_TIMES: Heading[] = ['joinedAt', 'firstJoin', 'leftAt', 'lastLeave', 'timestamp'];

/** Every cell of a report that should hold a time. */
export function timeCells({ tables, facts }: ReportParts): Pick<Form, 'stays' | 'otherTimes'> {
  const cells = (headings: readonly Heading[]) =>
    tables.flatMap((table) =>
      table.headings.flatMap((heading, index) =>
        heading && headings.includes(heading)
          ? table.rows.map((row) => withZone(row.cells[index] ?? '', table.columns[index] ?? ''))
          : [],
      ),
    );
  const told = facts.filter(({ heading }) => OTHER_TIMES.includes(heading)).map(({ value }) => value);
  return { stays: cells(STAY_TIMES), otherTimes: [...told, ...cells(OTHER_TIMES)] };
}

/** From the lines above the participants, from a table of one line about the meeting, or from columns that repeat it. */
export function meetingIn({ tables, facts }: ReportParts): FormMeeting {
  const about =
    tables.find((table) => !has(table, 'name') && (has(table, 'meetingTitle') || has(table, 'meetingId'))) ??
    tables.find((table) => has(table, 'meetingTitle'));
  const told = (heading: Heading) => {
    const fact = facts.find((one) => one.heading === heading)?.value;
    const [row] = about?.rows ?? [];
    return fact ?? (about && row ? cellAt(about, row, heading) : '');
  };
  return {
    title: told('meetingTitle'),
    id: told('meetingId'),
    starts: told('meetingStart'),
    ends: told('meetingEnd'),
    // Beside names it is theirs.
    minutes: about && has(about, 'name') ? '' : told('minutes'),
  };
}
