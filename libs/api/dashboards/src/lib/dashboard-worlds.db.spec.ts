import { FeatureApp } from '@reihe/api-platform';
import {
  figuresApiPaths,
  type Dashboard,
  type DashboardFigure,
  type DashboardPeople,
  type PeopleNumbers,
} from '@reihe/shared-figures';
import { FixedClock } from '@reihe/shared-testing';
import fc from 'fast-check';
import { DashboardsModule } from './dashboards.module';
import { worlds, type World } from './testing/random-world';
import { slowDashboard } from './testing/slow-dashboard';
import { idOf, writeWorld } from './testing/world-rows';

const plain = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
const numbers = ({ people, participations, guests }: PeopleNumbers) => ({ people, participations, guests });
/** The last number of an id of a world. */
const numberIn = (id: string | null) => (id === null ? null : Number(id.slice(-10)));
/** In an order that does not matter, of entries as of what they say. */
const sorted = (list: readonly object[]) =>
  list.map((one) => JSON.stringify(Object.entries(one).sort(([a], [b]) => a.localeCompare(b)))).sort();

/** What the dashboard says, in the words of the slow one. */
function said(dashboard: Dashboard): ReturnType<typeof slowDashboard> {
  const min = Object.fromEntries(dashboard.totals.map((total) => [total.measure, total.min]));
  const attended = dashboard.totals.find(({ measure }) => measure === 'attended');
  const term = ({ id, sessions, ...people }: Dashboard['regions'][number]) => ({
    term: numberIn(id),
    sessions,
    ...numbers(people),
  });
  return {
    totals: min as ReturnType<typeof slowDashboard>['totals'],
    guests: (attended?.max ?? 0) - (attended?.min ?? 0),
    funnel: dashboard.funnel,
    step: dashboard.step,
    overTime: dashboard.overTime,
    countries: dashboard.countries.map((one) => ({ key: one.country, ...numbers(one) })),
    cities: dashboard.cities.map((one) => ({ key: [one.city.toLowerCase(), one.country], ...numbers(one) })),
    worldRegions: dashboard.worldRegions.map((one) => ({ key: numberIn(one.id), ...numbers(one) })),
    regions: dashboard.regions.map(term),
    categories: dashboard.categories.map(term),
    organisations: dashboard.organisations.map((one) => ({ ...numbers(one), key: plain(one.name) })),
    languages: dashboard.languages.map((one) => ({ key: one.language ?? '', ...numbers(one) })),
    months: dashboard.months.map((one) => ({ month: one.month, sessions: one.sessions, ...numbers(one) })),
    localHours: dashboard.localHours.map(({ weekday, hour, participations }) => ({
      at: `${weekday}-${hour}`,
      participations,
    })),
    withoutLocalHour: dashboard.withoutLocalHour,
    sessions: dashboard.sessions.map((one) => ({
      at: numberIn(one.sessionId) ?? -1,
      registered: one.registered,
      confirmed: one.confirmed,
      attended: one.attended,
      guests: one.guests,
      returning: one.returning,
      newcomers: one.newcomers,
    })),
    allSeries: dashboard.allSeries.map((one) => ({
      series: numberIn(one.seriesId) ?? -1,
      sessions: one.sessions,
      participants: one.participants,
      attendees: one.attendees,
      attended: one.attended,
      guests: one.guests,
    })),
  };
}

describe('the figures of whatever there is', () => {
  let app: FeatureApp;

  const addressOf = ({ filter }: World, more: Record<string, string> = {}) => {
    const { series, sessionAt, regionAt, categoryAt, from, to, country, language, basis } = filter;
    const given = Object.entries({
      seriesId: series === null ? undefined : idOf('series', series),
      session: sessionAt === null ? undefined : idOf('session', sessionAt),
      region: regionAt === null ? undefined : idOf('region', regionAt),
      category: categoryAt === null ? undefined : idOf('category', categoryAt),
      ...{ from, to, country, language, basis },
      ...more,
    }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
    return new URLSearchParams(given).toString();
  };
  const ask = (world: World) =>
    app.answer<Dashboard>('get', `${figuresApiPaths.dashboard}?${addressOf(world)}`);
  const behind = (world: World, figure: DashboardFigure, value?: string) =>
    app.answer<DashboardPeople>(
      'get',
      `${figuresApiPaths.dashboardRows}?${addressOf(world, { figure, pageSize: '500', ...(value !== undefined && { value }) })}`,
    );

  beforeAll(async () => {
    app = await FeatureApp.open({
      clock: new FixedClock('2026-10-20T08:00:00Z'),
      modules: [DashboardsModule],
    });
  });
  afterAll(() => app.close());

  it('are what counting by hand gives, in every total and every list', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await writeWorld(app.database, world);
        const [found, slow] = [said(await ask(world)), slowDashboard(world)];
        for (const key of Object.keys(slow) as (keyof typeof slow)[]) {
          const [mine, theirs] = [found[key], slow[key]];
          if (Array.isArray(mine) && Array.isArray(theirs))
            expect({ [key]: sorted(mine) }).toEqual({ [key]: sorted(theirs) });
          else expect({ [key]: mine }).toEqual({ [key]: theirs });
        }
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it('open as many people as they say', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        await writeWorld(app.database, world);
        const dashboard = await ask(world);
        const min = (measure: string) => dashboard.totals.find((one) => one.measure === measure)?.min;
        const check = async (figure: DashboardFigure, value: string | undefined, expected: object) => {
          const { total, people, guests, items } = await behind(world, figure, value);
          expect({ figure, value, total, people, guests }).toMatchObject({ figure, value, ...expected });
          expect(items).toHaveLength(total);
        };
        const parted = (figure: DashboardFigure, value: string | null, of: PeopleNumbers) =>
          check(figure, value ?? '-', {
            people: of.people,
            guests: of.guests,
            total: of.participations + of.guests,
          });
        const { guests, came, cameWithoutPlace } = dashboard.funnel;
        await check('registered', undefined, { total: min('registered') });
        await check('confirmed', undefined, { total: min('confirmed') });
        await check('waitlisted', undefined, { total: min('waitlisted') });
        await check('attended', undefined, { total: (min('attended') ?? 0) + guests, guests });
        await check('participants', undefined, { people: min('participants') });
        await check('attendees', undefined, { people: min('attendees'), guests });
        await check('guests', undefined, { total: guests });
        await check('returning', undefined, { people: min('returning') });
        await check('first-timers', undefined, { people: min('first-timers') });
        await check('came', undefined, { total: came });
        await check('came-without-place', undefined, { total: cameWithoutPlace });
        for (const one of dashboard.countries) await parted('country', one.country, one);
        for (const one of dashboard.cities) await parted('city', `${one.country ?? '-'}:${one.city}`, one);
        for (const one of dashboard.worldRegions) await parted('world-region', one.id, one);
        for (const one of dashboard.regions) await parted('region', one.id, one);
        for (const one of dashboard.categories) await parted('category', one.id, one);
        for (const one of dashboard.organisations) await parted('organisation', one.key, one);
        for (const one of dashboard.languages) await parted('language', one.language, one);
        for (const one of dashboard.months) await parted('month', one.month, one);
        for (const { weekday, hour, participations } of dashboard.localHours)
          await check('local-hour', `${weekday}-${hour}`, { total: participations });
        for (const one of dashboard.sessions) {
          await check('session-registered', one.sessionId, { total: one.registered });
          await check('session-confirmed', one.sessionId, { total: one.confirmed });
          await check('session-attended', one.sessionId, { total: one.attended });
          await check('session-guests', one.sessionId, { total: one.guests });
          await check('session-returning', one.sessionId, { people: one.returning });
          await check('session-newcomers', one.sessionId, { people: one.newcomers });
          await check('session', one.sessionId, { people: one.returning + one.newcomers });
        }
        for (const one of dashboard.overTime) {
          await check('registered-on', one.from, { total: one.registered });
          await check('confirmed-on', one.from, { total: one.confirmed });
          await check('cancelled-on', one.from, { total: one.cancelled });
        }
      }),
      { numRuns: 12 },
    );
  }, 240_000);
});
