import {
  NO_MEETING,
  type MeetingAccess,
  type SaveMeetingAccess,
  type SaveSession,
  type Session,
  type SessionNewsKind,
} from '@reihe/shared-contracts';
import { isEqual } from './json-values';

interface Happening {
  startsAt: Date;
  endsAt: Date;
  meeting: SaveMeetingAccess;
}

/** What of a published session's change people must hear of. */
export function sessionNews(before: Happening, after: Happening): SessionNewsKind[] {
  const isMoved =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  return [
    ...(isMoved ? ['moved' as const] : []),
    ...(isOtherMeeting(before, after) ? ['meeting' as const] : []),
  ];
}

/**
 * New times and ends of sessions are always told: people have them in their calendars and come for them. A changed link may go
 * without a mail: everybody's own address leads to the new one.
 */
export function canBeQuiet(kinds: readonly SessionNewsKind[]): boolean {
  return kinds.every((kind) => kind === 'meeting');
}

type Typed = Pick<SaveSession, 'startsLocal' | 'endsLocal' | 'timeZone' | 'clockChoice' | 'meeting'>;

/**
 * Whether it is worth asking what saving would tell; which instants the typed times mean, and whether speakers of a draft were asked,
 * is the server's to say. Of a draft's meeting nobody is told: who knows of it has an address that leads to any.
 */
export function mayBeNews(
  before: Pick<Session, 'state' | keyof Omit<Typed, 'clockChoice'>>,
  typed: Typed,
): boolean {
  if (before.state !== 'published' && before.state !== 'draft') return false;
  return (
    before.startsLocal !== typed.startsLocal ||
    before.endsLocal !== typed.endsLocal ||
    before.timeZone !== typed.timeZone ||
    typed.clockChoice !== undefined ||
    (before.state === 'published' && isOtherMeeting(before, typed))
  );
}

/** What people who join come across; notes for hosts, the account and when the door opens are not told. */
const TOLD = ['url', 'meetingId', 'passcode', 'dialIn'] as const satisfies (keyof MeetingAccess)[];

function isOtherMeeting(
  { meeting: before }: { meeting: SaveMeetingAccess },
  { meeting: after }: { meeting: SaveMeetingAccess },
): boolean {
  // PostgreSQL keeps JSON with its keys in an order of its own.
  return TOLD.some((key) => !isEqual(before[key] ?? NO_MEETING[key], after[key] ?? NO_MEETING[key]));
}
