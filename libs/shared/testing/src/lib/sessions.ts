import { NO_MEETING, type Session, type SessionListItem } from '@reihe/shared-contracts';

const SHARED = {
  id: 's1',
  version: 3,
  seriesId: 'r1',
  slug: 'night-shift',
  kind: 'exchange',
  state: 'draft',
  startsAt: '2026-06-10T12:00:00Z',
  endsAt: '2026-06-10T13:30:00Z',
  startsLocal: '2026-06-10T14:00',
  endsLocal: '2026-06-10T15:30',
  timeZone: 'Europe/Berlin',
  languages: ['en'],
  capacity: 30,
} satisfies Partial<Session> & Partial<SessionListItem>;

/** As it stands in the list of organisers: a draft in Berlin, 14:00 to 15:30. */
export function aListedSession(change: Partial<SessionListItem> = {}): SessionListItem {
  return {
    ...SHARED,
    seriesTitle: 'Water and cities',
    title: 'Night shift',
    originalTitle: 'Night shift',
    originalLanguage: 'en',
    confirmed: 4,
    waitlisted: 0,
    hasMeetingLink: true,
    hasAskedSpeakers: false,
    recaps: 0,
    ...change,
  };
}

/** The same one as its editor reads it, without people and agenda. */
export function aSession(change: Partial<Session> = {}): Session {
  return {
    ...SHARED,
    interpretation: [],
    regionIds: [],
    categoryIds: [],
    registrationOpensAt: null,
    registrationClosesAt: null,
    meeting: NO_MEETING,
    cancelReason: null,
    sequence: 0,
    translations: { en: { title: 'Night shift', abstract: '' } },
    agenda: [],
    contributions: [],
    counts: [],
    ...change,
  };
}
