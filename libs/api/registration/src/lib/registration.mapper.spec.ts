import { REGISTRATION_LIFE } from '@reihe/shared-contracts';
import type { RegistrationFacts } from './places/registration-facts';
import { toMyRegistration } from './registration.mapper';

const before = new Date('2026-10-06T11:00:00Z');

function someFacts(
  changes: Partial<Omit<RegistrationFacts, 'session'>> = {},
  session: Partial<RegistrationFacts['session']> = {},
): RegistrationFacts {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    state: 'confirmed',
    participantId: '00000000-0000-4000-8000-000000000002',
    email: 'sample@city.example',
    name: 'Sample',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    place: null,
    ...changes,
    session: {
      id: '00000000-0000-4000-8000-000000000003',
      slug: 'water',
      title: 'Wasser',
      titleLanguage: 'de',
      state: 'published',
      startsAt: new Date('2026-10-06T12:00:00Z'),
      endsAt: new Date('2026-10-06T13:30:00Z'),
      timeZone: 'Europe/Berlin',
      sequence: 0,
      meetingUrl: 'https://meet.example/secret-room',
      meetingPasscode: 'tide-42',
      cancelReason: null,
      updatedAt: new Date('2026-09-01T08:00:00Z'),
      ...session,
    },
  };
}

describe('a registration as its participant sees it', () => {
  it.each(REGISTRATION_LIFE)('%s: the meeting is shown with a confirmed seat only', (state) => {
    const answer = JSON.stringify(toMyRegistration(someFacts({ state }), before));
    expect(answer.includes('secret-room')).toBe(state === 'confirmed');
    expect(answer.includes('tide-42')).toBe(state === 'confirmed');
  });

  it('shows no meeting of a cancelled session, and none that is not set', () => {
    const cancelled = toMyRegistration(someFacts({}, { state: 'cancelled' }), before);
    expect(cancelled.session).toMatchObject({ isCancelled: true, meeting: null });
    expect(cancelled.canCancel).toBe(false);
    expect(toMyRegistration(someFacts({}, { meetingUrl: '' }), before).session.meeting).toBeNull();
  });

  it('says which language the title is really in, and nothing of the person', () => {
    const answer = toMyRegistration(someFacts(), before);
    expect(answer.session).toMatchObject({
      title: 'Wasser',
      language: 'de',
      startsAt: '2026-10-06T12:00:00.000Z',
    });
    expect(JSON.stringify(answer)).not.toContain('sample@');
  });
});
