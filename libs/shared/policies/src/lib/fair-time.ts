import type { DayPart, LocalSlot, SlotFairness } from '@reihe/shared-planning';
import { Temporal } from 'temporal-polyfill';
import { wallClockOf, zoned } from './local-time';

const WORKING_HOURS = { from: 9 * 60, to: 18 * 60 } as const;
const WAKING_HOURS = { from: 7 * 60, to: 22 * 60 } as const;
const DAY_MINUTES = 24 * 60;

/** What it costs a person to be there; a night shift weighs as much as three early or late ones. */
const COST: Record<DayPart, number> = { 'working-hours': 0, 'early-or-late': 1, night: 3 };

/** People of one time zone who are to be reached, e.g. those of a region or of a city. */
export interface Audience {
  id: string;
  timeZone: string;
  /** How many they are, or are taken for; from 0 on. */
  people: number;
  /** What a burden on them counts against the same on others; 1 where nothing is said. */
  weight?: number;
}

export interface Slot {
  startsAt: Date;
  endsAt: Date;
}

/** What each audience is asked for when a session takes place then. */
export function fairnessOf(slot: Slot, audiences: readonly Audience[]): SlotFairness {
  const local = audiences.map((audience) => localSlot(slot, audience));
  const peopleIn = (part: DayPart) =>
    local.filter(({ dayPart }) => dayPart === part).reduce((sum, { people }) => sum + people, 0);
  return {
    local,
    peopleAtNight: peopleIn('night'),
    peopleEarlyOrLate: peopleIn('early-or-late'),
    people: local.reduce((sum, { people }) => sum + people, 0),
    burden: burdenOf(
      local.map(({ dayPart }) => dayPart),
      audiences,
    ),
  };
}

/**
 * The same audiences, those that were up at night more often weighing more: the next slot then spares them first.
 * @param nights how many night shifts each had, by its id
 */
export function sparing<A extends Audience>(
  audiences: readonly A[],
  nights: ReadonlyMap<string, number>,
): A[] {
  return audiences.map((audience) => ({ ...audience, weight: 1 + (nights.get(audience.id) ?? 0) }));
}

function burdenOf(dayParts: readonly DayPart[], audiences: readonly Audience[]): number {
  let [cost, most] = [0, 0];
  for (const [index, { people, weight = 1 }] of audiences.entries()) {
    const part = dayParts[index];
    if (part === undefined) continue;
    cost += people * weight * COST[part];
    most += people * weight * COST.night;
  }
  return most === 0 ? 0 : cost / most;
}

/** Judged by every minute of it: a session that ends after 22 o'clock is one of the night. */
export function dayPartOf({ startsAt, endsAt }: Slot, timeZone: string): DayPart {
  const start = zoned(startsAt, timeZone);
  const begin = start.hour * 60 + start.minute;
  const end = begin + (endsAt.getTime() - startsAt.getTime()) / 60_000;
  if (isWithin(begin, end, WORKING_HOURS)) return 'working-hours';
  return isWithin(begin, end, WAKING_HOURS) ? 'early-or-late' : 'night';
}

export interface SlotSearch {
  /** First day looked at: `YYYY-MM-DD`, in `timeZone`. */
  from: string;
  days: number;
  timeZone: string;
  durationMinutes: number;
  /** Weekdays that come into question, 1 (Monday) to 7, in `timeZone`. */
  weekdays: readonly number[];
  /** Distance between the starts that are tried. */
  stepMinutes: number;
  audiences: readonly Audience[];
}

export interface SuggestedSlot extends Slot {
  /** Wall clock in the search's zone: `YYYY-MM-DDTHH:mm`. */
  startsLocal: string;
  fairness: SlotFairness;
}

/**
 * The best slots, the fairest first: least burden, then fewest people at night, then the earliest. Of slots that overlap only
 * the best is given, so that the suggestions are choices. Starts that a clock change makes doubtful are left out.
 */
export function suggestSlots(search: SlotSearch, limit: number): SuggestedSlot[] {
  const chosen: Candidate[] = [];
  for (const slot of candidates(search).sort(byFairness)) {
    if (chosen.length === limit) break;
    if (!chosen.some((other) => overlap(slot, other))) chosen.push(slot);
  }
  return chosen.map(({ startsAt, endsAt, startsLocal }) => {
    const fairness = fairnessOf({ startsAt, endsAt }, search.audiences);
    return { startsAt, endsAt, startsLocal, fairness };
  });
}

export interface AudienceBurden {
  audienceId: string;
  sessions: Record<DayPart, number>;
}

/** How often each audience had which part of the day: whether the night shift goes round. */
export function burdenOver(slots: readonly Slot[], audiences: readonly Audience[]): AudienceBurden[] {
  return audiences.map(({ id, timeZone }) => {
    const sessions: Record<DayPart, number> = { 'working-hours': 0, 'early-or-late': 0, night: 0 };
    for (const slot of slots) sessions[dayPartOf(slot, timeZone)] += 1;
    return { audienceId: id, sessions };
  });
}

function localSlot(slot: Slot, { id, timeZone, people }: Audience): LocalSlot {
  return {
    audienceId: id,
    startsLocal: wallClockOf(slot.startsAt, timeZone),
    endsLocal: wallClockOf(slot.endsAt, timeZone),
    dayPart: dayPartOf(slot, timeZone),
    people,
  };
}

interface Candidate extends Slot {
  startsLocal: string;
  burden: number;
  peopleAtNight: number;
}

function candidates(search: SlotSearch): Candidate[] {
  const { timeZone, durationMinutes, audiences, stepMinutes, weekdays } = search;
  const found: Candidate[] = [];
  const first = Temporal.PlainDate.from(search.from);
  for (let day = 0; day < search.days; day += 1) {
    const date = first.add({ days: day });
    if (!weekdays.includes(date.dayOfWeek)) continue;
    for (let minute = 0; minute < DAY_MINUTES; minute += stepMinutes) {
      const typed = date.toPlainDateTime().add({ minutes: minute });
      const earlier = typed.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
      if (!earlier.equals(typed.toZonedDateTime(timeZone, { disambiguation: 'later' }))) continue;
      const startsAt = new Date(earlier.epochMilliseconds);
      const endsAt = new Date(startsAt.getTime() + durationMinutes * 60_000);
      const dayParts = audiences.map((audience) => dayPartOf({ startsAt, endsAt }, audience.timeZone));
      found.push({
        startsAt,
        endsAt,
        startsLocal: typed.toString({ smallestUnit: 'minute' }),
        burden: burdenOf(dayParts, audiences),
        peopleAtNight: audiences.reduce(
          (sum, { people }, index) => sum + (dayParts[index] === 'night' ? people : 0),
          0,
        ),
      });
    }
  }
  return found;
}

function byFairness(a: Candidate, b: Candidate): number {
  return (
    a.burden - b.burden || a.peopleAtNight - b.peopleAtNight || a.startsAt.getTime() - b.startsAt.getTime()
  );
}

function overlap(a: Slot, b: Slot): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

function isWithin(begin: number, end: number, hours: { from: number; to: number }): boolean {
  return begin >= hours.from && end <= hours.to;
}
