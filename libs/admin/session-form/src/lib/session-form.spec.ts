import { NO_MEETING, type Session } from '@reihe/shared-contracts';
import { saveSession, sessionForm } from './session-form';

const session: Session = {
  id: 's1',
  version: 3,
  seriesId: 'r1',
  slug: 'saving-water',
  state: 'published',
  kind: 'exchange',
  startsAt: '2026-11-26T08:00:00.000Z',
  endsAt: '2026-11-26T09:20:00.000Z',
  startsLocal: '2026-11-26T10:00',
  endsLocal: '2026-11-26T11:20',
  timeZone: 'Africa/Johannesburg',
  languages: ['en'],
  interpretation: [],
  regionIds: [],
  categoryIds: [],
  capacity: null,
  registrationOpensAt: '2026-11-01T06:00:00.000Z',
  registrationClosesAt: null,
  meeting: { ...NO_MEETING, url: 'https://meet.example.org/a', provider: 'zoom', opensBefore: 5 },
  cancelReason: null,
  sequence: 0,
  translations: { en: { title: 'Saving water', abstract: '' } },
  agenda: [
    {
      id: 'a1',
      kind: 'talk',
      startsAfter: 0,
      durationMinutes: 20,
      translations: { en: { title: 'Welcome', description: '' } },
      contributions: [],
    },
  ],
  contributions: [
    { id: 'c1', speakerId: null, role: 'speaker', city: 'Lviv', country: null, translations: {} },
  ],
  counts: [],
};

describe('a session as a form', () => {
  it('shows the registration window as the clocks of the session show it', () => {
    expect(sessionForm(session).registrationOpensAt).toBe('2026-11-01T08:00');
    expect(sessionForm(session).registrationClosesAt).toBe('');
  });

  it('comes back as it was when nothing is changed', () => {
    expect(saveSession(sessionForm(session), session.version)).toEqual({
      version: 3,
      seriesId: 'r1',
      slug: 'saving-water',
      kind: 'exchange',
      startsLocal: '2026-11-26T10:00',
      endsLocal: '2026-11-26T11:20',
      timeZone: 'Africa/Johannesburg',
      languages: ['en'],
      interpretation: [],
      regionIds: [],
      categoryIds: [],
      capacity: null,
      registrationOpensAt: '2026-11-01T06:00:00.000Z',
      registrationClosesAt: null,
      meeting: { ...NO_MEETING, url: 'https://meet.example.org/a', provider: 'zoom', opensBefore: 5 },
      translations: { en: { title: 'Saving water', abstract: '' } },
      agenda: [
        {
          id: 'a1',
          kind: 'talk',
          startsAfter: 0,
          durationMinutes: 20,
          translations: { en: { title: 'Welcome', description: '' } },
          contributions: [],
        },
      ],
      contributions: [
        { id: 'c1', speakerId: null, role: 'speaker', city: 'Lviv', country: null, translations: {} },
      ],
    });
  });
});
