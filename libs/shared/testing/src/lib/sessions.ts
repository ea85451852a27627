import { NO_MEETING, type Session, type SessionListItem } from '@reihe/shared-contracts';

/** As it stands in the list of organisers: a draft in Berlin, 14:00 to 15:30. */
export function aListedSession(change: Partial<SessionListItem> = {}): SessionListItem {
  return {
    id: 's1',
    version: 3,
    seriesId: 'r1',
    seriesTitle: 'Water and cities',
    slug: 'night-shift',
    title: 'Night shift',
    originalTitle: 'Night shift',
    originalLanguage: 'en',
    kind: 'exchange',
    state: 'draft',
    startsAt: '2026-06-10T12:00:00Z',
    endsAt: '2026-06-10T13:30:00Z',
    startsLocal: '2026-06-10T14:00',
    endsLocal: '2026-06-10T15:30',
    timeZone: 'Europe/Berlin',
    languages: ['en'],
    capacity: 30,
    confirmed: 4,
    waitlisted: 0,
    hasMeetingLink: true,
    recaps: 0,
    ...change,
  };
}

/** The same one as its editor reads it, without people and agenda. */
export function aSession(change: Partial<Session> = {}): Session {
  const {
    id,
    version,
    seriesId,
    slug,
    kind,
    state,
    startsAt,
    endsAt,
    startsLocal,
    endsLocal,
    timeZone,
    languages,
    capacity,
  } = aListedSession();
  return {
    ...{
      id,
      version,
      seriesId,
      slug,
      kind,
      state,
      startsAt,
      endsAt,
      startsLocal,
      endsLocal,
      timeZone,
      languages,
      capacity,
    },
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
