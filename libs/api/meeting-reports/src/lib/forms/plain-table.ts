import type { ReportField } from '../meeting-report';
import { shownCell } from '../people/clean-cell';
import { roleNamed } from '../people/roles';
import { reportUnknown } from '../report.errors';
import type { ReportRow } from '../rows/report-rows';
import {
  columnOf,
  firstRows,
  has,
  plainTable,
  type ReportParts,
  type ReportTable,
} from '../rows/report-tables';
import {
  cellAt,
  fieldsOf,
  isYes,
  linesIn,
  meetingIn,
  placesIn,
  REPORT_FIELDS,
  withZone,
  type Form,
  type Places,
} from './form';

/**
 * Any other table of people.
 * @param said what each column is, where a human said so
 * @throws report.unknown where nobody said it, and no heading tells who somebody was
 */
export function table(
  rows: readonly ReportRow[],
  parts: ReportParts,
  said?: (ReportField | null)[],
): Form | null {
  const found = largest(parts) ?? plainTable(rows);
  if (!found) return null;
  const guessed = guess(found);
  const places = said ? placesSaid(said) : guessed;
  if (!said && !tellsWho(guessed))
    throw reportUnknown({
      columns: found.columns.map(shownCell),
      guessed: fieldsOf(found, guessed),
      rows: firstRows(found),
    });
  const tellsWhen = [places.joinedAt, places.leftAt, places.minutes].some((at) => at !== undefined);
  // When somebody registered says nothing of whether they came.
  const ticks = !tellsWhen && has(found, 'attended');
  const isOfRegistrants = has(found, 'registeredAt') && !tellsWhen && !ticks;
  const column = (at: number | undefined) =>
    at === undefined ? [] : found.rows.map(({ cells }) => withZone(cells[at] ?? '', found.columns[at] ?? ''));
  return {
    format: 'table',
    table: found,
    places,
    listsPresent: !tellsWhen && !isOfRegistrants && (said !== undefined || ticks),
    meeting: meetingIn({ ...parts, tables: parts.tables.filter((one) => one !== found) }),
    stays: [...column(places.joinedAt), ...column(places.leftAt)],
    otherTimes: [],
    endsWithLastTime: false,
    lines: () =>
      linesIn(found, {
        places,
        role: ({ cells }) => roleNamed(cells[places.role ?? -1] ?? ''),
        hasAttended: (row) => {
          const attended = isYes(cellAt(found, row, 'attended'));
          // Beside times a blank says nothing; where ticks are all there is, nobody came without one.
          return !isOfRegistrants && (ticks ? attended === true : attended !== false);
        },
      }),
  };
}

function largest({ tables }: ReportParts): ReportTable | null {
  const [first] = [...tables].sort((one, other) => other.rows.length - one.rows.length);
  return first && first.rows.length > 0 ? first : null;
}

function tellsWho({ name, firstName, lastName, email }: Places): boolean {
  return [name, firstName, lastName, email].some((at) => at !== undefined);
}

function placesSaid(said: readonly (ReportField | null)[]): Places {
  return Object.fromEntries(
    REPORT_FIELDS.map((field) => [field, said.indexOf(field)] as const).filter(([, at]) => at >= 0),
  );
}

/** By headings, and by what they mean beside one another. */
function guess(found: ReportTable): Places {
  const places = placesIn(found);
  const or = (field: ReportField, ...headings: Parameters<typeof columnOf>[1][]) => {
    const at = columnOf(found, ...headings);
    if (places[field] === undefined && at >= 0) places[field] = at;
  };
  or('joinedAt', 'meetingStart');
  or('leftAt', 'meetingEnd');
  or('email', 'upn');
  const { name, firstName, lastName } = places;
  // German lists say "Name, Vorname", Spanish ones "Nombre, Apellidos".
  if (name !== undefined && firstName !== undefined && lastName === undefined) {
    delete places.name;
    places.lastName = name;
  } else if (name !== undefined && lastName !== undefined && firstName === undefined) {
    delete places.name;
    places.firstName = name;
  } else if (firstName === undefined && lastName === undefined) {
    or('name', 'participants');
  }
  return places;
}
