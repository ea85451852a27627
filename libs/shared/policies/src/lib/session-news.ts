import type { MeetingAccess, SaveSession, Session, SessionNewsKind } from '@reihe/shared-contracts';

interface Happening {
  startsAt: Date;
  endsAt: Date;
  meeting: MeetingAccess;
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
 * without a mail: own pages lead to the new one.
 */
export function canBeQuiet(kinds: readonly SessionNewsKind[]): boolean {
  return kinds.every((kind) => kind === 'meeting');
}

type Typed = Pick<SaveSession, 'startsLocal' | 'endsLocal' | 'timeZone' | 'clockChoice' | 'meeting'>;

/** Whether it is worth asking what saving would tell; which instants the typed times mean is the server's to say. */
export function mayBeNews(
  before: Pick<Session, 'state' | keyof Omit<Typed, 'clockChoice'>>,
  typed: Typed,
): boolean {
  if (before.state !== 'published') return false;
  return (
    before.startsLocal !== typed.startsLocal ||
    before.endsLocal !== typed.endsLocal ||
    before.timeZone !== typed.timeZone ||
    typed.clockChoice !== undefined ||
    isOtherMeeting(before, typed)
  );
}

function isOtherMeeting(before: { meeting: MeetingAccess }, after: { meeting: MeetingAccess }): boolean {
  const text = (meeting: MeetingAccess, key: keyof MeetingAccess) =>
    (meeting[key] as string | undefined) ?? '';
  return (['url', 'passcode'] as const).some((key) => text(before.meeting, key) !== text(after.meeting, key));
}
