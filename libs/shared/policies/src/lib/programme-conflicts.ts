/** What the rules need to know of a session of the programme. */
export interface ProgrammeEntry {
  id: string;
  state: 'draft' | 'published' | 'held' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  /** First and last day of its series in the session's zone: `YYYY-MM-DD`. */
  seriesPeriod: { startsOn: string; endsOn: string };
  /** The session's own day in its zone: `YYYY-MM-DD`. */
  day: string;
  speakerIds: readonly string[];
  /** Regions and all regions below them, so that Europe meets each of its parts but they do not meet each other; empty: for everyone. */
  regionIds: readonly string[];
  meetingUrl: string;
  /** Account that hosts the meeting; empty or absent where none is named. */
  meetingAccount?: string;
  hasModerator: boolean;
  /** Public holidays of the audience's countries while it takes place. */
  holidays: readonly { country: string; name: string }[];
}

export type ProgrammeConflict =
  | { code: 'speaker-elsewhere'; sessionId: string; speakerId: string }
  /** The same room, or the same account, which hosts one meeting at a time. */
  | { code: 'meeting-room-taken'; sessionId: string }
  | { code: 'same-audience'; sessionId: string }
  | { code: 'holiday'; country: string; name: string }
  | { code: 'outside-period' }
  | { code: 'no-meeting-link' }
  | { code: 'no-moderator' };

/** So long before its start a published session should have its link and its moderator. */
export const READY_BEFORE_MS = 48 * 3_600_000;

/**
 * What an organiser should know about each session; nothing of it is forbidden. Cancelled sessions and those that are over have
 * no conflicts and are none for others. Compares only sessions near in time, so a long programme takes no longer per session.
 */
export function programmeConflicts(
  programme: readonly ProgrammeEntry[],
  now: Date,
): Map<string, ProgrammeConflict[]> {
  const coming = programme
    .filter(({ state, endsAt }) => (state === 'draft' || state === 'published') && endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const found = new Map(coming.map((entry) => [entry.id, ownConflicts(entry, now)]));
  for (const [index, entry] of coming.entries()) {
    for (const other of coming.slice(index + 1)) {
      if (other.startsAt >= entry.endsAt) break;
      found.get(entry.id)?.push(...clashes(entry, other));
      found.get(other.id)?.push(...clashes(other, entry));
    }
  }
  return found;
}

/**
 * Where a meeting takes place, without what differs between links to the same room (query, fragment, letter case, a closing
 * slash). Empty for what is no link.
 */
export function meetingRoomOf(url: string): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#\s]+)([^?#\s]*)/i.exec(url.trim()) ?? [];
  return `${host}${path.replace(/\/+$/, '')}`.toLowerCase();
}

function ownConflicts(entry: ProgrammeEntry, now: Date): ProgrammeConflict[] {
  const { day, seriesPeriod, holidays } = entry;
  const found: ProgrammeConflict[] = holidays.map(({ country, name }) => ({
    code: 'holiday',
    country,
    name,
  }));
  if (day < seriesPeriod.startsOn || day > seriesPeriod.endsOn) found.push({ code: 'outside-period' });
  const isSoon = entry.startsAt.getTime() - now.getTime() <= READY_BEFORE_MS;
  if (entry.state === 'published' && isSoon) {
    if (!entry.meetingUrl.trim()) found.push({ code: 'no-meeting-link' });
    if (!entry.hasModerator) found.push({ code: 'no-moderator' });
  }
  return found;
}

function clashes(entry: ProgrammeEntry, other: ProgrammeEntry): ProgrammeConflict[] {
  const found: ProgrammeConflict[] = [...new Set(entry.speakerIds)]
    .filter((speakerId) => other.speakerIds.includes(speakerId))
    .map((speakerId) => ({ code: 'speaker-elsewhere', sessionId: other.id, speakerId }));
  const isSame = (a: string, b: string) => a !== '' && a === b;
  if (
    isSame(meetingRoomOf(entry.meetingUrl), meetingRoomOf(other.meetingUrl)) ||
    isSame(accountOf(entry), accountOf(other))
  )
    found.push({ code: 'meeting-room-taken', sessionId: other.id });
  if (isSameAudience(entry, other)) found.push({ code: 'same-audience', sessionId: other.id });
  return found;
}

function accountOf({ meetingAccount = '' }: ProgrammeEntry): string {
  return meetingAccount.trim().toLowerCase();
}

function isSameAudience({ regionIds: some }: ProgrammeEntry, { regionIds: others }: ProgrammeEntry): boolean {
  return some.length === 0 || others.length === 0 || some.some((id) => others.includes(id));
}
