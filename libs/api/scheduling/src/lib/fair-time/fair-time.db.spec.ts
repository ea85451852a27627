import { apiPaths } from '@reihe/shared-contracts';
import type { FairSlots, PlannedAudience, SeriesFairness } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { SchedulingWorld } from '../testing/scheduling-world';

describe('fair time', () => {
  let world: SchedulingWorld;
  let regions: { europe: string; east: string; brazil: string; pacific: string };
  let seriesId: string;

  beforeAll(async () => {
    world = await SchedulingWorld.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    const europe = await world.aRegion('europe', ['DE', 'FR']);
    const east = await world.aRegion('east', ['UA'], europe);
    const brazil = await world.aRegion('brazil', ['BR']);
    const pacific = await world.aRegion('pacific', ['FJ']);
    regions = { europe, east, brazil, pacific };
    seriesId = await world.aSeries();
    const session = await world.aSession(seriesId, { regionIds: [europe, brazil] });
    await world.register(session, 30, 'DE', 'Europe/Berlin');
    await world.register(session, 10, 'FR', 'Europe/Paris');
    await world.register(session, 8, 'UA', 'Europe/Kyiv');
    await world.register(session, 12, 'BR', 'America/Recife');
    await world.register(session, 4, 'BR', 'America/Manaus');
  });
  afterAll(() => world.close());

  const audience = (ids: string[], zones: string[] = []) => {
    const query = [...ids.map((id) => `regionIds=${id}`), ...zones.map((zone) => `zones=${zone}`)].join('&');
    return world.answer<PlannedAudience>('get', `${apiPaths.plannedAudience}?${query}`);
  };

  it('counts people with a confirmed place where they live, in one place where clocks agree', async () => {
    const { basis, places, countries } = await audience([regions.europe, regions.brazil]);
    expect(basis).toBe('records');
    expect(countries).toEqual(['BR', 'DE', 'FR', 'UA']);
    expect(places.map(({ groupId, timeZone, people }) => [groupId, timeZone, people])).toEqual([
      [regions.europe, 'Europe/Berlin', 40],
      [regions.europe, 'Europe/Kyiv', 8],
      [regions.brazil, 'America/Recife', 12],
      [regions.brazil, 'America/Manaus', 4],
    ]);
    expect(places[0]?.cities).toEqual(expect.arrayContaining(['Paris', 'Berlin']));
  });

  it('counts nobody twice who lives in a chosen region within another', async () => {
    const { places } = await audience([regions.europe, regions.east]);
    expect(places.reduce((sum, { people }) => sum + people, 0)).toBe(48);
    expect(places.find(({ groupId }) => groupId === regions.east)?.people).toBe(8);
  });

  it('takes a region without records as large as the others on average, and says so', async () => {
    const { basis, groups, places } = await audience([regions.brazil, regions.pacific, regions.east]);
    expect(basis).toBe('mixed');
    expect(groups.filter(({ hasRecords }) => !hasRecords).map(({ name }) => name)).toEqual(['pacific']);
    expect(places.find(({ groupId }) => groupId === regions.pacific)?.people).toBe(12);
  });

  it('weighs all alike where nobody is known, and a country’s zones by its city people', async () => {
    const america = await world.aRegion('america', ['US']);
    const { basis, places } = await audience([america, regions.pacific]);
    expect(basis).toBe('equal');
    const own = places.filter(({ groupId }) => groupId === america);
    expect(own.map(({ timeZone }) => timeZone).slice(0, 3)).toEqual(
      expect.arrayContaining(['America/Chicago', 'America/Los_Angeles']),
    );
    expect(own.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(100, 0);
    expect(own.length).toBeLessThan(7);
  });

  it('knows chosen cities beside regions', async () => {
    const { groups, places } = await audience([], ['Europe/Kyiv', 'Asia/Kathmandu']);
    expect(groups.map(({ id, hasRecords }) => [id, hasRecords])).toEqual([
      ['Europe/Kyiv', true],
      ['Asia/Kathmandu', false],
    ]);
    expect(places.map(({ people }) => people)).toEqual([8, 8]);
  });

  it('suggests the best slots of a week', async () => {
    const { slots } = await world.answer<FairSlots>('post', apiPaths.fairSlots, {
      regionIds: [regions.europe, regions.brazil],
      zones: [],
      from: '2026-11-02',
      timeZone: 'Europe/Berlin',
      durationMinutes: 90,
      weekdays: [2, 3],
      seriesId: null,
    });
    expect(slots[0]?.fairness.peopleAtNight).toBe(0);
    expect(slots[0]?.startsLocal).toBe('2026-11-03T14:00');
    expect(slots.map(({ fairness }) => fairness.burden)).toEqual(
      slots.map(({ fairness }) => fairness.burden).sort((a, b) => a - b),
    );
  });

  it('reads the audience with one statement', async () => {
    expect(await world.statementsOf(() => audience([regions.europe]))).toHaveLength(1);
  });

  it('says over a series who had the night how often, of the sessions that were for them', async () => {
    const series = await world.aSeries();
    const { europe, brazil } = regions;
    await world.aSession(series, { startsAt: '2026-10-06T02:00:00Z', regionIds: [europe, brazil] });
    await world.aSession(series, { startsAt: '2026-10-13T02:00:00Z', regionIds: [brazil] });
    await world.aSession(series, { startsAt: '2026-10-20T13:00:00Z', regionIds: [europe] });
    await world.aSession(series, { startsAt: '2026-10-27T02:00:00Z', regionIds: [europe], state: 'draft' });
    const fairness = await world.answer<SeriesFairness>('get', apiPaths.seriesFairness(series));
    expect(fairness.title).toBe('Water and cities');
    expect(fairness.sessions.map(({ dayParts }) => dayParts[0])).toEqual([
      'night',
      null,
      'working-hours',
      'night',
    ]);
    const [berlin] = fairness.audience.places;
    expect(berlin?.timeZone).toBe('Europe/Berlin');
    expect(fairness.burden[0]).toEqual({
      placeId: berlin?.id,
      sessions: { 'working-hours': 1, 'early-or-late': 0, night: 2 },
    });
  });

  it('knows the burden of a part where other sessions are for everyone', async () => {
    const series = await world.aSeries();
    await world.aSession(series, { startsAt: '2026-10-06T02:00:00Z' });
    await world.aSession(series, { startsAt: '2026-10-13T02:00:00Z', regionIds: [regions.east] });
    const fairness = await world.answer<SeriesFairness>('get', apiPaths.seriesFairness(series));
    const { places, groups } = fairness.audience;
    expect(groups.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['europe', 'east', 'brazil', 'pacific']),
    );
    const nights = (groupId: string, timeZone: string) => {
      const at = places.findIndex((place) => place.groupId === groupId && place.timeZone === timeZone);
      return [fairness.sessions.map(({ dayParts }) => dayParts[at]), fairness.burden[at]?.sessions.night];
    };
    expect(nights(regions.east, 'Europe/Kyiv')).toEqual([['night', 'night'], 2]);
    expect(nights(regions.europe, 'Europe/Berlin')).toEqual([['night', null], 1]);
    expect(places.filter(({ timeZone }) => timeZone === 'Europe/Kyiv')).toHaveLength(1);
    expect(Object.keys(places[0] ?? {})).not.toContain('countries');
    expect(Object.keys(fairness.sessions[0] ?? {})).not.toContain('countries');
  });

  it('counts a region as it is told where the parts below it took all its countries', async () => {
    const series = await world.aSeries();
    const whole = await world.aRegion('whole', []);
    const part = await world.aRegion('part', ['KE'], whole);
    await world.register(await world.aSession(series, { regionIds: [part] }), 2, 'KE', 'Africa/Nairobi');
    await world.aSession(series, { startsAt: '2026-10-13T02:00:00Z' });
    const { audience: known } = await world.answer<SeriesFairness>('get', apiPaths.seriesFairness(series));
    expect(known.groups.map(({ id }) => id)).toContain(part);
    expect(known.groups.map(({ id }) => id)).not.toContain(whole);
  });

  it('spares in a series those whose night it was before', async () => {
    const series = await world.aSeries();
    const zealand = await world.aRegion('zealand', ['NZ']);
    const both = [regions.europe, zealand];
    for (const startsAt of ['2026-10-06T12:00:00Z', '2026-10-13T12:00:00Z', '2026-10-20T12:00:00Z'])
      await world.register(
        await world.aSession(series, { startsAt, minutes: 180, regionIds: both }),
        3,
        'NZ',
        'Pacific/Auckland',
      );
    const burdenOfAuckland = async (seriesId: string | null) => {
      const { slots } = await world.answer<FairSlots>('post', apiPaths.fairSlots, {
        regionIds: both,
        zones: [],
        from: '2026-11-02',
        timeZone: 'UTC',
        durationMinutes: 180,
        weekdays: [2],
        seriesId,
      });
      return slots[0]?.fairness.local.find(({ audienceId }) => audienceId.startsWith(zealand))?.dayPart;
    };
    expect(await burdenOfAuckland(null)).toBe('night');
    expect(await burdenOfAuckland(series)).not.toBe('night');
  });

  it('spares those above the part whose night it was, and those below the whole', async () => {
    const above = await world.aRegion('above', ['PG']);
    const below = await world.aRegion('below', ['NZ'], above);
    const night = { startsAt: '2026-10-06T12:00:00Z', minutes: 180 };
    const slotFor = async (chosen: string, seriesId: string | null) => {
      const { slots } = await world.answer<FairSlots>('post', apiPaths.fairSlots, {
        regionIds: [regions.europe, chosen],
        zones: [],
        from: '2026-11-02',
        timeZone: 'UTC',
        durationMinutes: 180,
        weekdays: [2],
        seriesId,
      });
      return slots[0]?.fairness.local.find(({ audienceId }) => audienceId === `${chosen}:Pacific/Auckland`)
        ?.dayPart;
    };
    const ofThePart = await world.aSeries();
    const ofTheWhole = await world.aSeries();
    for (let count = 0; count < 6; count += 1) {
      await world.aSession(ofThePart, { ...night, regionIds: [below] });
      await world.aSession(ofTheWhole, { ...night, regionIds: [above] });
    }
    await world.register(await world.aSession(await world.aSeries()), 6, 'NZ', 'Pacific/Auckland');
    expect(await slotFor(above, null)).toBe('night');
    expect(await slotFor(above, ofThePart)).not.toBe('night');
    expect(await slotFor(below, ofTheWhole)).not.toBe('night');
  });

  it('knows no series that is not there', async () => {
    const path = apiPaths.seriesFairness('00000000-0000-4000-8000-000000000001');
    expect((await world.problem('get', path)).code).toBe('series.not-found');
  });
});
