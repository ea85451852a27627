import { localOf } from '@reihe/admin-session-form';
import type { SessionListItem } from '@reihe/shared-contracts';
import { nudged } from '@reihe/shared-policies';

/** A session as the calendar draws it: wall clock of the zone that the calendar is in, `YYYY-MM-DDTHH:mm`. */
export interface CalendarEntry {
  session: SessionListItem;
  start: string;
  end: string;
  /** Everything there is to say of it, for who does not see where it stands. */
  words: string;
  isMovable: boolean;
}

/** What was drawn with the pointer: another start, or another end; `takeBack` puts it where it was. */
export interface Drawn {
  session: SessionListItem;
  start: string;
  end: string | null;
  takeBack: () => void;
}

export interface Nudge {
  session: SessionListItem;
  minutes: number;
}

/** Least that an entry is high: around the end of summer time an end can read earlier than its start. */
const LEAST_MINUTES = 15;

export function drawnTimes(
  { startsAt, endsAt }: Pick<SessionListItem, 'startsAt' | 'endsAt'>,
  zone: string,
): { start: string; end: string } {
  const [start, end] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  const least = nudged(start, LEAST_MINUTES);
  return { start, end: end < least ? least : end };
}
