import type { SessionListItem } from '@reihe/shared-contracts';
import type { Conflict, SessionConflicts } from '@reihe/shared-planning';
import {
  heldWithoutRecap,
  mailNeedsMe,
  sessionsNotReady,
  sessionsThatClash,
  withWaitingList,
} from './errands';

const now = new Date('2026-11-23T12:00:00Z');

function session(id: string, startsAt: string, rest: Partial<SessionListItem> = {}): SessionListItem {
  return {
    id,
    version: 1,
    seriesId: 'r',
    seriesTitle: 'Series',
    slug: id,
    title: id,
    originalTitle: id,
    originalLanguage: 'en',
    kind: 'exchange',
    state: 'published',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    startsLocal: '2026-10-01T10:00',
    endsLocal: '2026-10-01T11:00',
    timeZone: 'Europe/Berlin',
    languages: ['en'],
    capacity: null,
    confirmed: 0,
    waitlisted: 0,
    hasMeetingLink: false,
    hasAskedSpeakers: false,
    recaps: 0,
    ...rest,
  };
}

const idsOf = (errands: { id: string }[]) => errands.map(({ id }) => id);

describe('what needs me', () => {
  it('are sessions that are not ready, apart from those that clash, each with where to mend it', () => {
    const clashing = (id: string, ...conflicts: Conflict[]): SessionConflicts => ({
      id,
      title: id,
      seriesId: 'r',
      startsAt: '2026-11-24T12:00:00Z',
      endsAt: '2026-11-24T13:00:00Z',
      timeZone: 'Europe/Berlin',
      conflicts,
    });
    const sessions = [
      clashing('bare', { code: 'no-moderator' }, { code: 'no-meeting-link' }),
      clashing('both', { code: 'holiday', country: 'DE', name: 'Feast' }, { code: 'no-meeting-link' }),
    ];
    expect(sessionsNotReady(sessions).map(({ id, section }) => [id, section])).toEqual([
      ['bare', 'people'],
      ['both', 'meeting'],
    ]);
    expect(sessionsThatClash(sessions)).toMatchObject([
      { id: 'both', section: 'when', conflicts: [{ code: 'holiday' }], link: '/sessions/both' },
    ]);
  });

  it('are held sessions without a recap, the latest first', () => {
    const held = [
      session('older', '2026-10-01T12:00:00Z'),
      session('newer', '2026-11-01T12:00:00Z'),
      session('told', '2026-11-02T12:00:00Z', { recaps: 1 }),
    ];
    expect(idsOf(heldWithoutRecap(held))).toEqual(['newer', 'older']);
  });

  it('are waiting lists of sessions to come, the longest first', () => {
    const sessions = [
      session('short', '2026-12-01T12:00:00Z', { waitlisted: 2 }),
      session('long', '2026-12-02T12:00:00Z', { waitlisted: 9 }),
      session('too late', '2026-11-01T12:00:00Z', { waitlisted: 5 }),
    ];
    expect(withWaitingList(sessions, now).map(({ id, waiting }) => [id, waiting])).toEqual([
      ['long', 9],
      ['short', 2],
    ]);
  });

  it.each([
    [{ isMailServerConfigured: true, queued: 4, failed: 0 }, false],
    [{ isMailServerConfigured: false, queued: 4, failed: 0 }, true],
    [{ isMailServerConfigured: false, queued: 0, failed: 0 }, false],
    [{ isMailServerConfigured: true, queued: 0, failed: 1 }, true],
  ])('is mail, when it waits for a server or failed: %j', (status, expected) => {
    expect(mailNeedsMe(status)).toBe(expected);
  });
});
