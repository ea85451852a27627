import type { AudiencePlace, BatchDate, BatchDateChange, BatchPreview } from '@reihe/shared-planning';
import type { OpenTime } from '@reihe/admin-session-form';
import {
  candidatesOf,
  clockShift,
  dayPartOf,
  type DoubtfulTime,
  offsetChange,
  type PlannedDate,
  resolveLocalTime,
} from '@reihe/shared-policies';

export interface PlaceTime {
  place: AudiencePlace;
  isNight: boolean;
  /** Minutes by which the time of day differs from the date before. */
  shift: number;
}

export interface BatchRow {
  index: number;
  /** From 1 on among the dates that are kept; null: left out. */
  number: number | null;
  date: PlannedDate;
  /** null while it is not known which instant is meant. */
  startsAt: Date | null;
  endsAt: Date | null;
  question: OpenTime | null;
  places: PlaceTime[];
  /** Minutes by which the host's clocks were changed since the date before. */
  hostShift: number;
  /** What the API knows of just this date; null while it is asked. */
  known: BatchDate | null;
}

export interface RowFacts {
  dates: readonly PlannedDate[];
  changes: readonly BatchDateChange[];
  /** Wall clocks of the pattern, without changes. */
  plain: readonly PlannedDate[];
  timeZone: string;
  durationMinutes: number;
  places: readonly AudiencePlace[];
  preview: BatchPreview | undefined;
}

/** What the preview shows of each date. Clock shifts are told against the last date before that is kept and clear. */
export function batchRows(facts: RowFacts): BatchRow[] {
  let number = 0;
  let before: Date | null = null;
  return facts.dates.map((date) => {
    const startsAt = date.time.kind === 'exact' ? date.time.instant : null;
    const endsAt = startsAt && new Date(startsAt.getTime() + facts.durationMinutes * 60_000);
    if (!date.isLeftOut) number += 1;
    const row: BatchRow = {
      index: date.index,
      number: date.isLeftOut ? null : number,
      date,
      startsAt,
      endsAt,
      question: date.isLeftOut ? null : questionOf(date, facts),
      places: startsAt && endsAt ? placeTimes(facts, { startsAt, endsAt }, before) : [],
      hostShift: startsAt && before ? offsetChange(before, startsAt, facts.timeZone) : 0,
      known: knownOf(date, facts.preview),
    };
    if (startsAt && !date.isLeftOut) before = startsAt;
    return row;
  });
}

/** Every date that is kept and has no instant yet. */
export function openQuestions(rows: readonly BatchRow[]): BatchRow[] {
  return rows.filter(({ date, startsAt }) => !date.isLeftOut && startsAt === null);
}

function placeTimes(
  { places, timeZone }: RowFacts,
  slot: { startsAt: Date; endsAt: Date },
  before: Date | null,
): PlaceTime[] {
  return places.map((place) => ({
    place,
    isNight: dayPartOf(slot, place.timeZone) === 'night',
    shift: before ? clockShift(before, slot.startsAt, timeZone, place.timeZone) : 0,
  }));
}

/** Stays when it is answered, so that one can see what was answered and think again. */
function questionOf(date: PlannedDate, { changes, plain, timeZone }: RowFacts): OpenTime | null {
  const change = changes.find(({ index }) => index === date.index);
  const typed = resolveLocalTime(date.local, timeZone);
  if (typed.kind === 'ambiguous') return asked(date.local, typed, change?.clockChoice ?? null);
  if (typed.kind === 'nonexistent') return asked(date.local, typed, null);
  const planned = plain[date.index];
  if (planned?.time.kind === 'nonexistent' && planned.time.neighbours.includes(date.local))
    return asked(planned.local, planned.time, date.local);
  return null;
}

function asked(local: string, time: DoubtfulTime, answer: string | null): OpenTime {
  return { kind: time.kind, local, candidates: candidatesOf(time), answer };
}

/** An answer that is about another time than the one shown now is no answer. */
function knownOf(date: PlannedDate, preview: BatchPreview | undefined): BatchDate | null {
  const known = preview?.dates[date.index];
  if (known?.startsLocal !== date.local) return null;
  const instant = date.time.kind === 'exact' ? date.time.instant.getTime() : null;
  const told = known.startsAt === null ? null : Date.parse(known.startsAt);
  return told === instant ? known : null;
}
