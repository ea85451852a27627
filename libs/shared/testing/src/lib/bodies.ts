import type { Register, SaveSeries, SaveSession } from '@reihe/shared-contracts';
import type { SaveRecap } from '@reihe/shared-editorial';

/** Bodies that every rule accepts; a spec overrides what it is about. */
export function aSaveSeries(change: Partial<SaveSeries> = {}): SaveSeries {
  return {
    version: 0,
    slug: 'water-and-cities',
    startsOn: '2026-03-01',
    endsOn: '2026-12-15',
    defaultLanguage: 'en',
    timeZone: 'Europe/Berlin',
    coverMediaId: null,
    categoryIds: [],
    translations: { en: { title: 'Water and cities', summary: '', host: '', commissioner: '' } },
    ...change,
  };
}

export function aSaveSession(change: Partial<SaveSession> & Pick<SaveSession, 'seriesId'>): SaveSession {
  return {
    version: 0,
    slug: 'leaking-pipes',
    kind: 'exchange',
    startsLocal: '2026-10-06T14:00',
    endsLocal: '2026-10-06T16:00',
    timeZone: 'Europe/Berlin',
    languages: ['en'],
    interpretation: [],
    regionIds: [],
    categoryIds: [],
    capacity: null,
    registrationOpensAt: null,
    registrationClosesAt: null,
    meeting: { url: '', passcode: '' },
    translations: { en: { title: 'Leaking pipes', abstract: '' } },
    agenda: [],
    contributions: [],
    ...change,
  };
}

export function aRegister(change: Partial<Register> = {}): Register {
  return {
    sessionSlugs: ['leaking-pipes'],
    name: 'Sample Person',
    email: 'sample.person@example.org',
    organisation: 'City administration',
    position: 'Urban planner',
    city: 'Lviv',
    country: 'UA',
    language: 'en',
    timeZone: 'Europe/Kyiv',
    hasAcceptedPrivacyNotice: true,
    accessibilityNeeds: '',
    allowsRecording: null,
    answers: [],
    invitationCode: '',
    ...change,
  };
}

export function aSaveRecap(change: Partial<SaveRecap> & Pick<SaveRecap, 'seriesId'>): SaveRecap {
  return {
    version: 0,
    sessionIds: [],
    categoryIds: [],
    regionIds: [],
    byline: '',
    leadMediaId: null,
    gallery: [],
    publishedOn: null,
    translations: {
      en: {
        title: 'What we learnt about leaks',
        slug: 'what-we-learnt-about-leaks',
        lead: '',
        body: {
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pipes leak.' }] }],
        },
        seoTitle: '',
        seoDescription: '',
      },
    },
    ...change,
  };
}
