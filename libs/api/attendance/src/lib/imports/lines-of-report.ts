import { hashOf } from '@reihe/api-platform';
import { countryNamed } from '@reihe/api-sheets';
import type { MeetingReport, ReportEntry, ReportProblem } from '@reihe/api-meeting-reports';
import { emailKey } from '@reihe/shared-policies';
import { noTimes, onlyRegistered, otherSession, type TableOfReport } from '../attendance.errors';
import { isGenericName } from './generic-names';

/** A line that says that somebody was there, as the statements take it. */
export interface PresenceLine {
  line: number;
  name: string;
  email: string;
  emailKey: string;
  /** The name tells nobody from anybody else. */
  isGeneric: boolean;
  organisation: string;
  city: string;
  country: string | null;
  role: ReportEntry['role'];
  joinedAt: string | null;
  leftAt: string | null;
  /** Only where there are no times; whole minutes. Without either it is a line of a list of those who were there. */
  minutes: number | null;
  /** Of those without an address who have this name from the same second on, or for as many minutes: which one, from 1. */
  nth: number;
  /** Hash of an address of one's own to join at; empty: none. */
  tokenHash: string;
}

/** Those who come early or stay on are still of this session; a report that has nobody else is of another. */
const AROUND_MS = 60 * 60 * 1000;

interface SessionTimes {
  startsAt: Date;
  endsAt: Date;
}

/**
 * Who was there by a report's word; nobody where every line is wrong.
 * @throws report.only-registered where it says of nobody that they came, report.no-times where it does not say when, nor that it lists
 * those who did, report.other-session where it is of another time
 */
export function presenceLines(report: MeetingReport, session: SessionTimes): PresenceLine[] {
  const { entries, problems, meeting } = report;
  const lines = numbered(entries.filter(({ hasAttended }) => hasAttended).map(presenceLine));
  if (lines.length === 0 && problems.some(isWrong)) return [];
  if (lines.length === 0) throw onlyRegistered(report.format === 'table' ? tableOf(report) : null);
  if (!report.listsPresent && lines.some(isListed)) throw noTimes(tableOf(report));
  const first = earliest(lines.map(({ joinedAt }) => joinedAt));
  const startsAt = first ?? meeting.startsAt;
  if (startsAt !== null && !isAround(lines, startsAt, session))
    throw otherSession({ title: meeting.title, startsAt });
  return lines;
}

/** In the order of the file, so that another report with the same lines comes to the same numbers. */
function numbered(lines: readonly Omit<PresenceLine, 'nth'>[]): PresenceLine[] {
  const met = new Map<string, number>();
  return lines.map((line) => {
    if (line.email !== '') return { ...line, nth: 1 };
    const { name, joinedAt, minutes } = line;
    const stay = JSON.stringify([
      name.toLowerCase(),
      joinedAt?.slice(0, 'yyyy-mm-ddThh:mm:ss'.length),
      minutes,
    ]);
    const nth = (met.get(stay) ?? 0) + 1;
    met.set(stay, nth);
    return { ...line, nth };
  });
}

/** An address that is none is left out, and the line counts. */
export function isWrong({ code }: ReportProblem): boolean {
  return code !== 'not-an-address';
}

/** It says neither when somebody was there nor for how long. */
export function isListed({ joinedAt, minutes }: PresenceLine): boolean {
  return joinedAt === null && minutes === null;
}

function tableOf({ columns, guessed, rows }: MeetingReport): TableOfReport {
  return { columns, guessed, rows };
}

function presenceLine(entry: ReportEntry): Omit<PresenceLine, 'nth'> {
  const { line, name, email, organisation, city, country, role, joinedAt, leftAt, token } = entry;
  const minutes = joinedAt === null && entry.minutes !== null ? Math.floor(entry.minutes) : null;
  return {
    ...{ line, name, email, organisation, city, role, joinedAt, leftAt, minutes },
    emailKey: email === '' ? '' : emailKey(email),
    isGeneric: isGenericName(name),
    country: country === '' ? null : countryNamed(country),
    tokenHash: token === '' ? '' : hashOf(token),
  };
}

function isAround(lines: readonly PresenceLine[], startsAt: string, session: SessionTimes): boolean {
  const [from, to] = [session.startsAt.getTime() - AROUND_MS, session.endsAt.getTime() + AROUND_MS];
  const timed = lines.filter(({ joinedAt }) => joinedAt !== null);
  // Without times of people the meeting's own has to do.
  if (timed.length === 0) return Date.parse(startsAt) >= from - AROUND_MS && Date.parse(startsAt) < to;
  return timed.some(
    ({ joinedAt, leftAt }) => Date.parse(joinedAt ?? '') < to && Date.parse(leftAt ?? '') > from,
  );
}

function earliest(instants: readonly (string | null)[]): string | null {
  const known = instants.flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]));
  return known.length === 0 ? null : new Date(known.reduce((a, b) => Math.min(a, b))).toISOString();
}
