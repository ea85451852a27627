import { plainWords } from '@reihe/api-sheets';
import type { ReportRole } from '../meeting-report';
import { roleNamed } from '../people/roles';
import type { ReportRow } from '../rows/report-rows';
import { has, type ReportParts, type ReportTable } from '../rows/report-tables';
import {
  cellAt,
  linesIn,
  meetingIn,
  placesIn,
  timeCells,
  type Form,
  type FormLine,
  type Places,
} from './form';

/**
 * Since 2021, UTF-16 with tabs, in numbered sections: `1. Summary` (`Meeting title, Attended participants, Start time, End time, Meeting
 * duration, Average attendance time`, one a line), `2. Participants` (`Name, First Join, Last Leave, In-Meeting Duration, Email,
 * Participant ID (UPN), Role`) and `3. In-Meeting Activities` (`Name, Join Time, Leave Time, Duration, Email, Role`). Activities are the stays;
 * participants are the same people once more. In between there was one table with `Full Name, Join Time, Leave Time, Duration, Email,
 * Role, Participant ID (UPN)`.
 * @see https://learn.microsoft.com/de-de/microsoftteams/teams-analytics-and-reports/meeting-attendance-report
 * @see https://github.com/dvaneynde/teams-attendance/tree/main/data (reports of 2022)
 */
export function teams(parts: ReportParts): Form | null {
  const tables = parts.tables.filter((table) => has(table, 'name') && isStays(table));
  const participants = tables.find((table) => has(table, 'upn') || has(table, 'firstJoin', 'lastLeave'));
  if (!participants) return null;
  const activities = tables.find(
    (table) => table !== participants && has(table, 'joinedAt') && table.rows.length > 0,
  );
  const stays = activities ?? participants;
  return {
    format: 'teams',
    table: stays,
    places: placesIn(stays),
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: true,
    lines: () => {
      const role = roleReader(tables);
      const people = linesIn(participants, { role: (row) => role(participants, row) });
      if (!activities) return people.map(withAddress);
      return joined(people, linesIn(activities, { role: (row) => role(activities, row) }));
    },
  };
}

function isStays(table: ReportTable): boolean {
  return (
    (has(table, 'joinedAt') || has(table, 'firstJoin')) && (has(table, 'leftAt') || has(table, 'lastLeave'))
  );
}

/** Stays of everybody, and those people of whom no stay is told, as in a file that was cut off. */
function joined(people: readonly FormLine[], stays: readonly FormLine[]): FormLine[] {
  const known = new Map(people.map((person) => [keyOf(person), withAddress(person)]));
  const told = new Set(stays.map(keyOf));
  return [
    ...stays.map((stay) => {
      const { email } =
        stay.values.email === undefined ? (known.get(keyOf(stay))?.values ?? {}) : stay.values;
      return { ...stay, values: { ...stay.values, ...(email !== undefined && { email }) } };
    }),
    ...people.filter((person) => !told.has(keyOf(person))).map(withAddress),
  ];
}

function keyOf({ values }: FormLine): string {
  return JSON.stringify([values.name, values.email]);
}

/** Somebody of the organisation has an id that is an address as well; that of a guest (`#EXT#`) is none. */
function withAddress(line: FormLine): FormLine {
  const id = cellAt(line.table, line.row, 'upn');
  const isAddress = line.values.email === undefined && /^[^\s@#]+@[^\s@#]+$/.test(id);
  return isAddress ? { ...line, values: { ...line.values, email: id } } : line;
}

/** In a meeting where anybody may present, all are called presenters: that tells nothing unless others are not. */
function roleReader(
  tables: readonly ReportTable[],
): (table: ReportTable, row: ReportRow) => ReportRole | null {
  const roles = tables.flatMap((table) => table.rows.map((row) => cellAt(table, row, 'role')));
  const areSetApart = roles.some((role) => role !== '' && roleNamed(role) === null);
  return (table, row) => {
    const role = roleNamed(cellAt(table, row, 'role'));
    return role === 'speaker' && !areSetApart ? null : role;
  };
}

/**
 * Until 2021, UTF-16 with tabs: `Full Name, User Action, Timestamp`, the action being `Joined before` (who downloaded it came), `Joined`
 * or `Left`. Each joining belongs to the next leaving of the same name.
 * @see https://github.com/dhdhagar/msteams-attendance-compiler
 */
export function teamsActions(parts: ReportParts): Form | null {
  const table = parts.tables.find((one) => has(one, 'name', 'action', 'timestamp'));
  if (!table) return null;
  const timestamp = table.headings.indexOf('timestamp');
  const places: Places = { ...placesIn(table), joinedAt: timestamp };
  return {
    format: 'teams',
    table,
    places,
    meeting: meetingIn(parts),
    ...timeCells(parts),
    endsWithLastTime: true,
    lines: (at) =>
      paired(linesIn(table, { places }), table, at).map((line) => ({
        ...line,
        places: { ...places, leftAt: timestamp },
      })),
  };
}

function paired(
  lines: readonly FormLine[],
  table: ReportTable,
  at: (cell: string) => number | null,
): FormLine[] {
  const times = new Map(lines.map((line) => [line, at(line.values.joinedAt ?? '')]));
  // Teams tells them in turn; sorted by hand they are not.
  const areKnown = [...times.values()].every((time) => time !== null);
  const inTurn = areKnown
    ? [...lines].sort((one, other) => Number(times.get(one)) - Number(times.get(other)))
    : lines;
  const open = new Map<string, FormLine[]>();
  const stays: FormLine[] = [];
  for (const line of inTurn) {
    const own = open.get(line.values.name ?? '') ?? [];
    open.set(line.values.name ?? '', own);
    const { joinedAt, ...values } = line.values;
    if (isLeaving(cellAt(table, line.row, 'action'))) {
      const left = joinedAt === undefined ? {} : { leftAt: joinedAt };
      const begun = own.shift();
      if (begun) Object.assign(begun.values, left);
      // Nothing tells since when they were there.
      else stays.push({ ...line, values: { ...values, ...left } });
    } else {
      const stay = { ...line, values: { ...line.values } };
      own.push(stay);
      stays.push(stay);
    }
  }
  return stays;
}

function isLeaving(action: string): boolean {
  return /^(?:left|verlassen|hat verlassen|ausgetreten|gegangen|abandono|salio|a quitte|parti)/.test(
    plainWords(action),
  );
}
