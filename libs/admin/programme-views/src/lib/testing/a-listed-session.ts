import type { SessionListItem } from '@reihe/shared-contracts';

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
