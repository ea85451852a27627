import type { Form, FormLine } from './forms/form';
import type { ReportEntry, ReportField, ReportProblem, ReportProblemCode } from './meeting-report';
import { cleanCell, emailIn, LENGTHS, shownCell } from './people/clean-cell';
import { isBot, unmarked } from './people/roles';
import type { TimeReader } from './times/instants';
import { minutesPerUnit, readMinutes } from './times/minutes';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Tools round minutes up, and write times without seconds. */
const ROUNDED_MS = 2 * MINUTE_MS;
/** Marks stand behind a name; so much of it is looked at for them. */
const MARKED_NAME = 400;

export interface EntryReading {
  times: TimeReader;
  /** Milliseconds at which those who never left were last there; null: nobody knows. */
  end: number | null;
  cutLines: ReadonlySet<number>;
}

/** What a line becomes: an entry, or problems that say why it is none, or both where they are warnings. */
export function readEntry(
  line: FormLine,
  { times, end, cutLines }: EntryReading,
): { entry: ReportEntry | null; problems: ReportProblem[] } {
  const problems: ReportProblem[] = [];
  const tell = (code: ReportProblemCode, field: ReportField | number) => {
    const at = typeof field === 'number' ? field : (line.places[field] ?? -1);
    const value = (typeof field === 'number' ? undefined : line.values[field]) ?? line.row.cells[at] ?? '';
    problems.push({
      line: line.row.line,
      column: shownCell(line.table.columns[at] ?? ''),
      code,
      value: shownCell(value),
    });
    return { entry: null, problems };
  };
  if (cutLines.has(line.row.line))
    return tell(
      'cut-off',
      line.row.cells.findLastIndex((cell) => cell !== ''),
    );

  const person = personIn(line);
  if (person.email === null) tell('not-an-address', 'email');
  const email = person.email ?? '';
  if (person.name === '' && email === '' && person.token === '') return tell('no-name', whoseColumn(line));

  const known = { line: line.row.line, ...person, email, hasAttended: line.hasAttended };
  if (!line.hasAttended)
    return { entry: { ...known, joinedAt: null, leftAt: null, minutes: null }, problems };
  const stay = stayIn(line, times, end, tell);
  return { entry: stay && { ...known, ...stay }, problems };
}

function personIn({ values, role }: FormLine) {
  const text = (field: keyof typeof LENGTHS) => cleanCell(values[field] ?? '', LENGTHS[field]);
  const whole = values.name ?? [values.firstName, values.lastName].filter(Boolean).join(' ');
  const marked = unmarked(cleanCell(whole, MARKED_NAME));
  const name = cleanCell(marked.name, LENGTHS.name);
  const email = values.email === undefined ? '' : emailIn(values.email);
  return {
    name,
    email,
    organisation: text('organisation'),
    city: text('city'),
    country: text('country'),
    token: text('token'),
    role: isBot(name, email ?? '') ? ('bot' as const) : (role ?? marked.role ?? ('attendee' as const)),
  };
}

function whoseColumn({ places }: FormLine): ReportField {
  const fields = ['name', 'firstName', 'lastName', 'email'] as const;
  return fields.find((field) => places[field] !== undefined) ?? 'name';
}

const TELL_WHEN = ['joinedAt', 'leftAt', 'minutes'] as const;

type Tell = (code: ReportProblemCode, field: ReportField) => unknown;
type Stay = Pick<ReportEntry, 'joinedAt' | 'leftAt' | 'minutes'>;

/** null: the line cannot be used, and it was told why. */
function stayIn(line: FormLine, times: TimeReader, end: number | null, tell: Tell): Stay | null {
  const { joinedAt, leftAt } = line.values;
  const hasTimes = joinedAt !== undefined || leftAt !== undefined;
  const minutes = minutesIn(line);
  if (minutes !== null && (Number.isNaN(minutes) || minutes * MINUTE_MS > DAY_MS)) {
    tell(Number.isNaN(minutes) || hasTimes ? 'bad-minutes' : 'longer-than-a-day', 'minutes');
    if (!hasTimes) return null;
  }
  const stated = minutes !== null && minutes * MINUTE_MS <= DAY_MS ? minutes : null;
  if (!hasTimes) {
    // A list of names alone is one of those who were there; beside times or minutes of others, nobody knows.
    const asked = TELL_WHEN.find((field) => line.places[field] !== undefined);
    if (stated !== null || asked === undefined) return { joinedAt: null, leftAt: null, minutes: stated };
    tell(asked === 'minutes' ? 'bad-minutes' : 'bad-time', asked);
    return null;
  }
  const span = spanIn(line, times, stated, end, tell);
  return span && { joinedAt: instant(span[0]), leftAt: instant(span[1]), minutes: stated };
}

/** NaN: what stands there is no length of time. */
function minutesIn({ values, places, table }: FormLine): number | null {
  if (values.minutes === undefined) return null;
  return readMinutes(values.minutes, minutesPerUnit(table.columns[places.minutes ?? -1] ?? '')) ?? Number.NaN;
}

function spanIn(
  { values }: FormLine,
  times: TimeReader,
  minutes: number | null,
  end: number | null,
  tell: Tell,
): [number, number] | null {
  const read = (field: 'joinedAt' | 'leftAt') => {
    const cell = values[field];
    if (cell === undefined) return undefined;
    const moments = times.moments(cell);
    if (!moments) tell('bad-time', field);
    else if (moments.length === 0) tell('time-doubtful', field);
    return moments?.length ? moments : null;
  };
  const [joins, leaves] = [read('joinedAt'), read('leftAt')];
  if (joins === null || leaves === null) return null;
  if (joins && leaves) return spanBetween(joins, leaves, minutes, tell);
  const [missing, given, known] = joins
    ? (['leftAt', 'joinedAt', joins] as const)
    : (['joinedAt', 'leftAt', leaves ?? []] as const);
  const [only, second] = known;
  if (second !== undefined) tell('time-doubtful', given);
  if (only === undefined || second !== undefined) return null;
  if (minutes !== null)
    return joins ? [only, only + minutes * MINUTE_MS] : [only - minutes * MINUTE_MS, only];
  if (joins && end !== null && end >= only) return checked(only, end, tell);
  tell('bad-time', missing);
  return null;
}

/** Where clocks change, what comes twice is known if only one reading makes a stay, and one of the length that the report states. */
function spanBetween(
  joins: readonly number[],
  leaves: readonly number[],
  minutes: number | null,
  tell: Tell,
): [number, number] | null {
  const [joined, left] = [joins[0], leaves[0]];
  if (joined === undefined || left === undefined) return null;
  if (joins.length === 1 && leaves.length === 1) return checked(joined, left, tell);
  const spans = joins
    .flatMap((from) => leaves.map((to): [number, number] => [from, to]))
    .filter(([from, to]) => to >= from && to - from <= DAY_MS)
    .filter(([from, to]) => minutes === null || Math.abs(to - from - minutes * MINUTE_MS) <= ROUNDED_MS);
  const [only, second] = spans;
  if (only && !second) return only;
  tell('time-doubtful', joins.length > 1 ? 'joinedAt' : 'leftAt');
  return null;
}

function checked(joined: number, left: number, tell: Tell): [number, number] | null {
  if (left >= joined && left - joined <= DAY_MS) return [joined, left];
  tell(left < joined ? 'left-before-joined' : 'longer-than-a-day', 'leftAt');
  return null;
}

export function instant(ms: number): string {
  return new Date(ms).toISOString();
}

/** The last time that a report tells; null: none that is certain. */
export function lastTime(form: Form, at: (cell: string) => number | null): number | null {
  return form.stays.reduce<number | null>((last, cell) => {
    const time = at(cell);
    return time !== null && (last === null || time > last) ? time : last;
  }, null);
}
