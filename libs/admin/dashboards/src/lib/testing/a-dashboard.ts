import type { Dashboard, DashboardStated, DashboardTotal, TotalMeasure } from '@reihe/shared-figures';

export function aTotal(measure: TotalMeasure, min: number, max = min): DashboardTotal {
  const isImported = max > min;
  return {
    measure,
    min,
    max,
    origin: isImported ? 'imported' : 'counted',
    importedOn: isImported ? '2026-05-06' : null,
  };
}

export function aStated(stated: Partial<DashboardStated> = {}): DashboardStated {
  return {
    id: 'c1',
    measure: 'participants',
    value: 800,
    isAtLeast: true,
    origin: 'reported',
    source: 'the host',
    statedOn: '2020-12-20',
    sessionId: null,
    seriesId: 'r1',
    note: null,
    enteredBy: null,
    enteredAt: '2026-11-01T10:00:00Z',
    difference: 'fewer',
    ...stated,
  };
}

/** Of one series with two sessions, five people and a guest; for specs. */
export function aDashboard(dashboard: Partial<Dashboard> = {}): Dashboard {
  const people = (known: number, times = known, guests = 0) => ({
    people: known,
    participations: times,
    guests,
  });
  return {
    series: { id: 'r1', slug: 'water', title: 'Water and cities' },
    basis: 'places',
    isNarrowed: false,
    totals: [
      aTotal('sessions', 2),
      aTotal('registered', 7),
      aTotal('confirmed', 6),
      aTotal('attended', 4, 5),
      aTotal('participants', 5),
      aTotal('returning', 1),
      aTotal('first-timers', 4),
      aTotal('cities', 2),
      aTotal('countries', 2),
    ],
    stated: [aStated()],
    funnel: {
      ...{ registered: 7, confirmed: 6, accountedSessions: 1, accountedPlaces: 4, came: 3 },
      ...{ cameWithoutPlace: 1, guests: 1 },
    },
    step: 'day',
    timeZone: 'UTC',
    overTime: [
      { from: '2026-04-01', registered: 5, confirmed: 4, cancelled: 0 },
      { from: '2026-04-03', registered: 2, confirmed: 2, cancelled: 1 },
    ],
    countries: [
      { country: 'BR', latitude: -15, longitude: -47, ...people(3, 4) },
      { country: null, latitude: null, longitude: null, ...people(2) },
    ],
    cities: [
      { city: 'Recife', country: 'BR', latitude: -8, longitude: -35, ...people(3, 4) },
      { city: 'Nowhere', country: 'UA', latitude: null, longitude: null, ...people(1) },
    ],
    worldRegions: [{ id: 'latin', name: 'Latin America', ...people(3, 4) }],
    regions: [{ id: 'africa', name: 'Africa', sessions: 2, ...people(5, 6) }],
    categories: [{ id: null, name: '', sessions: 2, ...people(5, 6) }],
    organisations: [
      { key: 'k1', name: '=SUM(A1)', ...people(2) },
      { key: 'k2', name: '', ...people(1) },
    ],
    languages: [{ language: 'en', ...people(5, 6) }],
    speakers: [{ speakerId: 'sp1', name: 'Ada Sample', sessions: 2 }],
    months: [{ month: '2026-05', sessions: 2, ...people(5, 6) }],
    localHours: [
      { weekday: 2, hour: 14, participations: 4 },
      { weekday: 2, hour: 16, participations: 2 },
    ],
    withoutLocalHour: 0,
    sessions: [
      {
        ...{
          sessionId: 's1',
          seriesId: 'r1',
          title: 'Pipes',
          startsAt: '2026-05-05T12:00:00Z',
          timeZone: 'UTC',
        },
        ...{ registered: 3, confirmed: 3, attended: 3, guests: 0, returning: 0, newcomers: 3 },
        stated: [
          aStated({
            id: 'c2',
            measure: 'attended',
            value: 4,
            isAtLeast: false,
            sessionId: 's1',
            seriesId: null,
          }),
        ],
      },
      {
        ...{
          sessionId: 's2',
          seriesId: 'r1',
          title: 'Wells',
          startsAt: '2026-05-12T12:00:00Z',
          timeZone: 'UTC',
        },
        ...{ registered: 4, confirmed: 3, attended: 1, guests: 1, returning: 1, newcomers: 2, stated: [] },
      },
    ],
    allSeries: [],
    ...dashboard,
  };
}
