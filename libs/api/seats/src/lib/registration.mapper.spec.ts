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
    heldUntil: null,
    decisionReason: '',
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
      cancelReason: null,
      mode: 'open',
      updatedAt: new Date('2026-09-01T08:00:00Z'),
      ...session,
    },
  };
}

describe('a registration as its participant sees it', () => {
  it.each(REGISTRATION_LIFE)('%s: where to join is told with a confirmed seat only', (state) => {
    const facts = someFacts({ state });
    const { session } = toMyRegistration(facts, new Map([[facts.id, 'a-token']]), before);
    expect(session.joinToken).toBe(state === 'confirmed' ? 'a-token' : null);
  });

  it('does not say where to join a cancelled session', () => {
    const facts = someFacts({}, { state: 'cancelled' });
    const cancelled = toMyRegistration(facts, new Map([[facts.id, 'a-token']]), before);
    expect(cancelled.session).toMatchObject({ isCancelled: true, joinToken: null });
    expect(cancelled.canCancel).toBe(false);
  });

  it('says which language the title is really in, and nothing of the person', () => {
    const answer = toMyRegistration(someFacts(), new Map(), before);
    expect(answer.session).toMatchObject({
      title: 'Wasser',
      language: 'de',
      startsAt: '2026-10-06T12:00:00.000Z',
    });
    expect(JSON.stringify(answer)).not.toContain('sample@');
  });
});
