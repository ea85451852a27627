import { NO_MEETING, type MeetingAccess } from '@reihe/shared-contracts';
import { canBeQuiet, mayBeNews, sessionNews } from './session-news';

const before = {
  state: 'published' as const,
  startsAt: new Date('2026-10-06T12:00:00Z'),
  endsAt: new Date('2026-10-06T14:00:00Z'),
  startsLocal: '2026-10-06T14:00',
  endsLocal: '2026-10-06T16:00',
  timeZone: 'Europe/Berlin',
  meeting: { ...NO_MEETING, url: 'https://meet.example/a' },
};
const other = (change: Partial<MeetingAccess>) => ({ meeting: { ...before.meeting, ...change } });
const otherLink = other({ url: 'https://meet.example/b' });
const otherCode = other({ passcode: 'tide' });
const forHosts = other({ hostNotes: 'Record it.', account: 'room-2', opensBefore: 5, provider: 'jitsi' });

describe('news of a session', () => {
  it.each([
    [{}, []],
    [{ startsAt: new Date('2026-10-06T11:00:00Z') }, ['moved']],
    [{ endsAt: new Date('2026-10-06T15:00:00Z') }, ['moved']],
    [otherLink, ['meeting']],
    [otherCode, ['meeting']],
    [other({ dialIn: [{ label: 'Berlin', number: '+49 30 1', pin: '' }] }), ['meeting']],
    [forHosts, []],
    [{ startsAt: new Date('2026-10-06T11:00:00Z'), ...otherLink }, ['moved', 'meeting']],
  ])('%j are %j', (change, kinds) => {
    expect(sessionNews(before, { ...before, ...change })).toEqual(kinds);
  });

  it('are none where another zone means the same instants', () => {
    const after = { ...before, timeZone: 'Europe/Paris' };
    expect(sessionNews(before, after)).toEqual([]);
    // Worth asking all the same: only the server resolves typed times.
    expect(mayBeNews(before, after)).toBe(true);
  });

  it('are none where the same meeting only has its keys in another order', () => {
    const stored = { ...before, ...other({ dialIn: [{ pin: '7', label: 'Berlin', number: '+49 30 1' }] }) };
    const sent = { ...before, ...other({ dialIn: [{ label: 'Berlin', number: '+49 30 1', pin: '7' }] }) };
    expect(sessionNews(stored, sent)).toEqual([]);
    expect(mayBeNews(stored, sent)).toBe(false);
    const otherPin = { ...before, ...other({ dialIn: [{ label: 'Berlin', number: '+49 30 1', pin: '8' }] }) };
    expect(sessionNews(stored, otherPin)).toEqual(['meeting']);
  });

  it('may go without a mail only where nothing but the link changed', () => {
    expect(canBeQuiet(['meeting'])).toBe(true);
    expect(canBeQuiet(['moved', 'meeting'])).toBe(false);
    expect(canBeQuiet(['cancelled'])).toBe(false);
  });

  it.each([
    [{}, false, false],
    [{ startsLocal: '2026-10-06T13:00' }, true, true],
    [{ endsLocal: '2026-10-06T17:00' }, true, true],
    [{ clockChoice: 'later' as const }, true, true],
    [otherLink, true, false],
    [otherCode, true, false],
    [forHosts, false, false],
  ])(
    'are worth asking about after %j: %s; of a draft, whose speakers may know its time: %s',
    (change, isAsked, ofDraft) => {
      const after = { ...before, ...change };
      expect(mayBeNews(before, after)).toBe(isAsked);
      expect(mayBeNews({ ...before, state: 'draft' }, after)).toBe(ofDraft);
      expect(mayBeNews({ ...before, state: 'held' }, after)).toBe(false);
      expect(mayBeNews({ ...before, state: 'cancelled' }, after)).toBe(false);
    },
  );
});
