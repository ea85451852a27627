import type { Language } from '@reihe/shared-contracts';
import type { BatchDateChange, BatchPattern } from '@reihe/shared-planning';
import { resolveLocalTime, zoned, type LocalTime } from './local-time';
import { occurrencesOf } from './recurrence';
import { slugFrom } from './slug';

/** One date of a batch, after what was decided about it. */
export interface PlannedDate {
  /** Its place in the pattern. */
  index: number;
  /** Wall clock in the pattern's zone: `YYYY-MM-DDTHH:mm`. */
  local: string;
  time: LocalTime;
  isLeftOut: boolean;
  /** Another wall clock than the pattern's. */
  isMoved: boolean;
}

/** The dates of a pattern with single ones moved, answered or left out. Throws a `RangeError` as `occurrencesOf` does. */
export function plannedDates(pattern: BatchPattern, changes: readonly BatchDateChange[]): PlannedDate[] {
  const changeOf = new Map(changes.map((change) => [change.index, change]));
  return occurrencesOf(pattern).map((occurrence, index) => {
    const change = changeOf.get(index);
    const local = change?.startsLocal ?? occurrence.local;
    return {
      index,
      local,
      time: resolveLocalTime(local, pattern.timeZone, change?.clockChoice ?? undefined),
      isLeftOut: change?.isLeftOut ?? false,
      isMoved: local !== occurrence.local,
    };
  });
}

/**
 * By how many minutes the time of day in `elsewhere` differs from the one before, when the host keeps to its own wall clock: an hour
 * in the weeks in which one place has changed its clocks and the other has not.
 */
export function clockShift(before: Date, after: Date, timeZone: string, elsewhere: string): number {
  return offsetChange(before, after, elsewhere) - offsetChange(before, after, timeZone);
}

/** By how many minutes a zone's clocks were put forward (positive) or back between two instants. */
export function offsetChange(before: Date, after: Date, timeZone: string): number {
  const offset = (instant: Date) => zoned(instant, timeZone).offsetNanoseconds / 60e9;
  return Math.round(offset(after) - offset(before));
}

export interface TitleFacts {
  /** From 1 on; dates left out are not counted. */
  number: number;
  total: number;
  /** Wall clock of the start. */
  local: string;
}

/** A batch's title for one of its sessions: `{number}`, `{total}` and `{date}` filled in, the date in the title's language. */
export function batchTitle(
  template: string,
  { number, total, local }: TitleFacts,
  language: Language,
): string {
  const values: Record<string, string> = {
    number: String(number),
    total: String(total),
    date: dayFormat(language).format(new Date(`${local.slice(0, 10)}T12:00:00Z`)),
  };
  return template.replace(/\{(number|total|date)\}/g, (whole, name: string) => values[name] ?? whole).trim();
}

const SLUG_LENGTH = 80;

/** The part of a session's address that all sessions of a batch share; their day follows it. */
export function batchSlugStem(template: string): string {
  return slugFrom(template.replace(/\{(number|total|date)\}/g, ' '), SLUG_LENGTH) || 'session';
}

/** One address for each start, `<stem>-2026-10-13`, with a number behind where that is taken, in the order of the starts. */
export function batchSlugs(stem: string, locals: readonly string[], taken: Iterable<string>): string[] {
  const used = new Set(taken);
  return locals.map((local) => {
    const plain = `${stem}-${local.slice(0, 10)}`;
    let slug = plain;
    for (let number = 2; used.has(slug); number += 1) slug = `${plain}-${number}`;
    used.add(slug);
    return slug;
  });
}

function dayFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
