import type { KnownTimes } from '@reihe/api-platform';
import {
  LANGUAGES,
  meetingAccessRules,
  saveSessionRules,
  sessionTextRules,
  type SaveSession,
  type SessionText,
  type Translations,
} from '@reihe/shared-contracts';
import type { CheckedRow, ImportField, ImportRequest } from '@reihe/shared-planning';
import { fieldError } from '@reihe/shared-form-policies';
import { slugFrom } from '@reihe/shared-policies';
import type { ImportContext, NamedSeries } from './import-context';
import { named, readKind, readLanguages, readTerms, refuseUnknown } from './read-terms';
import { readWhen, readZone } from './read-when';
import { RowCells } from './row-cells';

/** A row as it would be imported; its body is complete only where it has no problems. */
export interface ReadRow extends CheckedRow {
  body: SaveSession;
  /** What its times mean: an end after a length is an instant, whatever its wall clock could mean else. Null where they are not right. */
  known: KnownTimes | null;
  /** Where an address that is taken is told: its own column, or that of the title it was made from. */
  cells: RowCells;
}

/** What each row means, and what is wrong with it: everything that can be told without asking which sessions exist. */
export function readRows(request: ImportRequest, context: ImportContext): ReadRow[] {
  const columns = new Map<ImportField, number>();
  for (const [index, field] of request.columns.entries())
    if (field && !columns.has(field)) columns.set(field, index);
  const rows = request.rows.map((row) => readRow(new RowCells(row, columns), request, context));
  return withSlugs(rows);
}

function readRow(cells: RowCells, request: ImportRequest, context: ImportContext): ReadRow {
  const series = readSeries(cells, request, context);
  const zone = readZone(cells, request.timeZone ?? series?.timeZone ?? null);
  const known = zone ? readWhen(cells, zone, request.dateOrder ?? null) : null;
  const translations = readTexts(cells);
  const language = series?.language ?? LANGUAGES[0];
  const title = (translations[language] ?? Object.values(translations)[0])?.title ?? '';
  const languages = readLanguages(cells, 'languages');
  const body: SaveSession = {
    version: 0,
    seriesId: series?.id ?? '',
    slug: cells.text('slug'),
    kind: readKind(cells),
    startsLocal: known?.startsLocal ?? '',
    endsLocal: known?.endsLocal ?? '',
    timeZone: zone ?? '',
    languages: languages.length > 0 ? languages : [language],
    interpretation: readLanguages(cells, 'interpretation'),
    regionIds: readTerms(cells, 'regions', context.regions),
    categoryIds: readTerms(cells, 'categories', context.categories),
    capacity: readCapacity(cells),
    registrationOpensAt: null,
    registrationClosesAt: null,
    meeting: readMeeting(cells),
    translations,
    agenda: [],
    contributions: [],
  };
  return {
    line: cells.row.line,
    title,
    seriesTitle: series?.title ?? '',
    startsAt: known?.startsAt.toISOString() ?? null,
    endsAt: known?.endsAt.toISOString() ?? null,
    timeZone: zone ?? '',
    problems: cells.problems,
    body,
    known,
    cells,
  };
}

function readSeries(cells: RowCells, request: ImportRequest, context: ImportContext): NamedSeries | null {
  const typed = cells.text('series');
  if (typed === '') {
    const preset = context.series.find(({ id }) => id === request.seriesId);
    if (!preset) cells.refuse('series', 'required');
    return preset ?? null;
  }
  const series = named(context.series, typed);
  if (!series) refuseUnknown(cells, 'series', typed, context.series);
  return series ?? null;
}

function readTexts(cells: RowCells): Translations<SessionText> {
  const translations: Partial<Record<(typeof LANGUAGES)[number], SessionText>> = {};
  for (const language of LANGUAGES) {
    const text = { title: cells.text(`title.${language}`), abstract: cells.text(`abstract.${language}`) };
    if (text.title === '' && text.abstract === '') continue;
    cells.refuseError(`title.${language}`, fieldError(text.title, sessionTextRules.title));
    cells.refuseError(`abstract.${language}`, fieldError(text.abstract, sessionTextRules.abstract));
    translations[language] = text;
  }
  if (Object.keys(translations).length === 0) cells.refuse(titleField(cells), 'required');
  return translations;
}

function readCapacity(cells: RowCells): number | null {
  const typed = cells.text('capacity');
  if (typed === '' || /^(unlimited|unbegrenzt|sin límite|ilimitado|illimité|∞|-|–)$/i.test(typed))
    return null;
  const capacity = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  cells.refuseError('capacity', fieldError(capacity, saveSessionRules.capacity));
  return capacity;
}

function readMeeting(cells: RowCells): SaveSession['meeting'] {
  const meeting = { url: cells.text('meetingUrl'), passcode: cells.text('passcode') };
  cells.refuseError('meetingUrl', fieldError(meeting.url, meetingAccessRules.url));
  cells.refuseError('passcode', fieldError(meeting.passcode, meetingAccessRules.passcode));
  return meeting;
}

/** The column whose change would change the address. */
export function slugField(cells: RowCells): ImportField {
  return cells.text('slug') === '' ? titleField(cells) : 'slug';
}

function titleField(cells: RowCells): ImportField {
  const fields = LANGUAGES.map((language): ImportField => `title.${language}`);
  return (
    fields.find((field) => cells.text(field) !== '') ?? fields.find((field) => cells.has(field)) ?? 'title.en'
  );
}

/**
 * Rows without an address get one from their title; where several rows have the same title, from title and day. Always the same
 * for the same sheet, so that a sheet that is imported twice meets its own sessions.
 */
function withSlugs(rows: ReadRow[]): ReadRow[] {
  const { maxLength } = saveSessionRules.slug;
  const titles = rows.map(({ title, body }) => (body.slug === '' ? slugFrom(title, maxLength - 11) : ''));
  const addressed = rows.map((row, index) => {
    const made = titles[index] ?? '';
    const isShared = made !== '' && titles.indexOf(made) !== titles.lastIndexOf(made);
    const day = row.body.startsLocal.slice(0, 10);
    const slug = row.body.slug || (isShared && day ? `${made}-${day}` : made);
    return { ...row, body: { ...row.body, slug } };
  });
  for (const [index, { body, cells, line, title }] of addressed.entries()) {
    if (body.slug === '' && title === '') continue;
    if (cells.refuseError(slugField(cells), fieldError(body.slug, saveSessionRules.slug))) continue;
    const first = addressed.findIndex((other) => other.body.slug === body.slug);
    if (first < index) cells.refuse(slugField(cells), 'twice', { otherLine: addressed[first]?.line ?? line });
  }
  return addressed;
}
