import type { RecapTeaser, SeriesHead, SeriesPage, SessionTeaser } from '@reihe/shared-contracts';

/** What a reader's page receives; a spec overrides what it is about. */
export function aSessionTeaser(change: Partial<SessionTeaser> = {}): SessionTeaser {
  return {
    slug: 'leaking-pipes',
    seriesSlug: 'water-and-cities',
    seriesTitle: 'Water and cities',
    language: 'en',
    title: 'Leaking pipes',
    kind: 'exchange',
    startsAt: '2026-10-06T12:00:00.000Z',
    endsAt: '2026-10-06T14:00:00.000Z',
    timeZone: 'Europe/Berlin',
    languages: ['en'],
    interpretation: [],
    regions: [],
    categories: [],
    seats: { phase: 'open', placesLeft: null, opensAt: null, closesAt: null, mode: 'open' },
    speakers: [],
    figures: [],
    ...change,
  };
}

export function aSeriesHead(change: Partial<SeriesHead> = {}): SeriesHead {
  return {
    slug: 'water-and-cities',
    language: 'en',
    title: 'Water and cities',
    summary: 'Cities learn from each other.',
    startsOn: '2026-03-01',
    endsOn: '2026-12-15',
    isSample: false,
    cover: null,
    host: 'Sample network',
    commissioner: '',
    timeZone: 'Europe/Berlin',
    categories: [],
    figures: [],
    languages: ['en', 'de'],
    ...change,
  };
}

export function aSeriesPage(change: Partial<SeriesPage> = {}): SeriesPage {
  const sessions = change.sessions ?? [aSessionTeaser()];
  return {
    series: aSeriesHead(),
    sessions,
    window: { total: sessions.length, past: 0, start: 1, zone: 'Europe/Berlin' },
    filters: { when: [], times: [], regions: [], categories: [], languages: [], kinds: [] },
    month: null,
    recaps: [],
    ...change,
  };
}

export function aRecapTeaser(change: Partial<RecapTeaser> = {}): RecapTeaser {
  return {
    slug: 'what-we-learnt-about-leaks',
    language: 'en',
    title: 'What we learnt about leaks',
    lead: 'Pipes leak everywhere.',
    publishedOn: '2026-10-20',
    seriesSlug: 'water-and-cities',
    seriesTitle: 'Water and cities',
    image: null,
    heldOn: [{ startsAt: '2026-10-06T12:00:00.000Z', timeZone: 'Europe/Berlin' }],
    regions: [],
    ...change,
  };
}
