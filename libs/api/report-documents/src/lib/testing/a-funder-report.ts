import type { Amount, FunderReport, ReportedSession } from '../funder-report';

export function exactly(value: number): Amount {
  return { least: value, most: value };
}

export function aReportedSession(change: Partial<ReportedSession> = {}): ReportedSession {
  return {
    startsAt: '2026-03-10T13:00:00.000Z',
    endsAt: '2026-03-10T14:30:00.000Z',
    timeZone: 'Europe/Berlin',
    title: 'Water for all',
    languages: ['en', 'es'],
    state: 'held',
    registered: 60,
    confirmed: 52,
    attended: { least: 41, most: 44, origin: 'imported' },
    stated: null,
    recaps: ['https://reihe.example/en/recaps/water-for-all'],
    ...change,
  };
}

/** A series of some months with everything that a report can tell. */
export function aFunderReport(change: Partial<FunderReport> = {}): FunderReport {
  return {
    language: 'en',
    asOf: '2026-11-29T17:00:00.000Z',
    timeZone: 'Europe/Berlin',
    title: 'Cities learn from each other',
    host: 'Sample host',
    commissioner: 'Sample ministry',
    period: { from: '2026-03-01', to: '2026-06-30' },
    figures: [
      {
        measure: 'sessions',
        counted: { ...exactly(3), origin: 'counted' },
        stated: [{ value: 35, isAtLeast: true, source: 'Sample host', statedOn: '2026-11-03' }],
      },
      { measure: 'registered', counted: { ...exactly(1500), origin: 'counted' }, stated: [] },
      {
        measure: 'participants',
        counted: { least: 412, most: 431, origin: 'imported' },
        stated: [{ value: 420, isAtLeast: false, source: 'Sample ministry', statedOn: '2026-11-04' }],
      },
      {
        measure: 'organisations',
        counted: null,
        stated: [{ value: 90, isAtLeast: true, source: 'Sample host', statedOn: '2026-11-03' }],
      },
    ],
    everybody: { least: 412, most: 431 },
    method: {
      basis: 'places',
      attendance: { sharePercent: 50, minutes: 15 },
      mergedPeople: 2,
      unidentifiedGuests: 19,
      smallestShown: 5,
    },
    sessionsByMonth: [
      { month: '2026-03', sessions: 1 },
      { month: '2026-06', sessions: 2 },
    ],
    peopleByRegion: [
      { name: 'Europe', tint: 'europe', people: exactly(250) },
      { name: 'Latin America', tint: 'latin-america', people: { least: 100, most: 119 } },
      { name: 'Oceania', tint: 'oceania', people: null },
    ],
    peopleByCategory: [
      { name: 'Water', people: exactly(150) },
      { name: 'Mobility', people: exactly(300) },
    ],
    registrationsByMonth: [
      { month: '2026-02', registrations: 1000 },
      { month: '2026-05', registrations: 500 },
    ],
    returningByMonth: [
      { month: '2026-03', firstTime: exactly(41), again: exactly(0) },
      { month: '2026-06', firstTime: exactly(300), again: { least: 20, most: 30 } },
    ],
    sessions: [
      aReportedSession(),
      aReportedSession({
        startsAt: '2026-06-02T12:00:00.000Z',
        endsAt: '2026-06-02T13:00:00.000Z',
        title: 'Streets for people',
        state: 'cancelled',
        attended: null,
        recaps: [],
      }),
      aReportedSession({
        startsAt: '2026-06-09T12:00:00.000Z',
        endsAt: '2026-06-09T13:00:00.000Z',
        title: 'Peer advice on markets',
        attended: null,
        stated: { value: 30, isAtLeast: true, source: 'Sample host', statedOn: '2026-06-10' },
        recaps: [],
      }),
    ],
    countries: [
      {
        country: 'DE',
        people: exactly(250),
        cities: [{ name: 'Leipzig', place: { latitude: 51.34, longitude: 12.38 }, people: exactly(120) }],
      },
      {
        country: 'BR',
        people: exactly(103),
        cities: [
          { name: 'Belo Horizonte', place: { latitude: -19.92, longitude: -43.94 }, people: exactly(60) },
          { name: 'Sample village', place: null, people: null },
        ],
      },
      { country: 'FJ', people: null, cities: [] },
      { country: null, people: exactly(55), cities: [] },
    ],
    ...change,
  };
}
