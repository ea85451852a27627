import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { openTestDatabase, PersistenceModule, type TestDatabase } from '@reihe/api-persistence';
import { PlatformModule, readConfig } from '@reihe/api-platform';
import { DemoLoader } from './demo-loader';
import { DemoModule } from './demo.module';

const images = resolve(import.meta.dirname, '../../assets');

describe('the demonstration data', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let folder: string;
  let leftByFailure: unknown;
  const counts = `SELECT (SELECT count(*)::int FROM sessions) AS sessions, (SELECT count(*)::int FROM registrations) AS registrations,
                         (SELECT count(*)::int FROM recaps) AS recaps, (SELECT count(*)::int FROM media) AS media`;
  const rows = <Row>(sql: string) => database.dataSource.query<Row[]>(sql);

  beforeAll(async () => {
    database = await openTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'reihe-demo-'));
    module = await Test.createTestingModule({
      imports: [
        PersistenceModule.forDatabase({ url: database.url }),
        PlatformModule.withConfig(readConfig({ DATABASE_URL: database.url, REIHE_STORAGE_DIR: folder })),
        DemoModule,
      ],
    }).compile();
    await module.init();
    const loader = module.get(DemoLoader);
    const broken = { alongside: () => Promise.reject(new Error('killed at the very end')) };
    await expect(loader.load(images, broken)).rejects.toThrow('killed at the very end');
    leftByFailure = await rows(counts);
    await loader.load(images);
  }, 120_000);
  afterAll(async () => {
    await module.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is loaded whole or not at all', () => {
    expect(leftByFailure).toEqual([{ sessions: 0, registrations: 0, recaps: 0, media: 0 }]);
  });

  it('changes nothing when it is loaded again, even twice at once', async () => {
    const before = await rows(counts);
    const loader = module.get(DemoLoader);
    expect(await Promise.all([loader.load(images), loader.load(images)])).toEqual([false, false]);
    expect(await rows(counts)).toEqual(before);
  });

  it('holds the reference series whole: ten dates, eight recaps on their days, two of which cover two sessions', async () => {
    expect(
      await rows(`SELECT count(*)::int AS held FROM sessions s JOIN series y ON y.id = s.series_id
                  WHERE y.slug = 'municipal-responses-to-covid-19' AND s.state = 'held'`),
    ).toEqual([{ held: 10 }]);
    const recaps = await rows<{ day: string; sessions: number }>(
      `SELECT r.published_on::text AS day, count(*)::int AS sessions
       FROM recaps r JOIN recap_sessions c ON c.recap_id = r.id
       WHERE r.state = 'published' GROUP BY r.id ORDER BY day`,
    );
    expect(recaps).toEqual([
      { day: '2020-10-14', sessions: 1 },
      { day: '2020-11-07', sessions: 1 },
      { day: '2020-11-13', sessions: 1 },
      { day: '2020-11-17', sessions: 1 },
      { day: '2020-12-14', sessions: 2 },
      { day: '2021-01-05', sessions: 2 },
      { day: '2021-01-18', sessions: 1 },
      { day: '2021-01-25', sessions: 1 },
    ]);
  });

  it('shows the stated figures as reported by the host, not as counted', async () => {
    expect(
      await rows(`SELECT measure, value, origin, is_at_least, source FROM series_figures f JOIN series y ON y.id = f.series_id
                  WHERE y.slug = 'municipal-responses-to-covid-19' AND measure IN ('sessions', 'participants') AND origin <> 'counted'
                  ORDER BY measure`),
    ).toEqual([
      {
        measure: 'participants',
        value: 800,
        origin: 'reported',
        is_at_least: true,
        source: 'Connective Cities',
      },
      { measure: 'sessions', value: 35, origin: 'reported', is_at_least: true, source: 'Connective Cities' },
    ]);
  });

  it('has a report of each sample session that was held, of which people and presences are made as by an import', async () => {
    expect(
      await rows(`SELECT a.attended, a.guests, a.imported_on IS NOT NULL AS "isImported",
                    (SELECT count(*)::int FROM attendances e JOIN registrations r ON r.id = e.registration_id
                     WHERE r.session_id = a.session_id) AS marked,
                    (SELECT count(*)::int FROM presences p WHERE p.session_id = a.session_id AND NOT p.has_come) AS short
                  FROM session_attendance a WHERE a.attended > 0 ORDER BY a.attended DESC`),
    ).toEqual([
      { attended: 81, guests: 0, isImported: true, marked: 81, short: 3 },
      { attended: 43, guests: 2, isImported: true, marked: 43, short: 3 },
    ]);
  });

  it('keeps contributions without a named person, with city and country', async () => {
    expect(
      await rows(`SELECT c.city, c.country FROM contributions c JOIN sessions s ON s.id = c.session_id
                  WHERE s.starts_at::date = '2020-12-09' AND c.speaker_id IS NULL AND c.city <> '' ORDER BY c.city`),
    ).toEqual([
      { city: 'Amman', country: 'JO' },
      { city: 'Belo Horizonte', country: 'BR' },
      { city: 'Lviv', country: 'UA' },
      { city: 'Stuttgart', country: 'DE' },
      { city: 'Tshwane', country: 'ZA' },
    ]);
  });

  it('offers sessions in every state, over at least five time zones, one of them full with people waiting', async () => {
    const upcoming = `FROM sessions s JOIN series y ON y.id = s.series_id JOIN session_counts c ON c.session_id = s.id
                      WHERE y.slug <> 'municipal-responses-to-covid-19'`;
    expect(await rows(`SELECT DISTINCT s.state ${upcoming} ORDER BY 1`)).toEqual(
      ['cancelled', 'draft', 'held', 'published'].map((state) => ({ state })),
    );
    const [zones] = await rows<{ zones: number }>(
      `SELECT count(DISTINCT s.time_zone)::int AS zones ${upcoming}`,
    );
    expect(zones?.zones).toBeGreaterThanOrEqual(5);
    const full = await rows(`SELECT 1 ${upcoming} AND s.capacity = c.confirmed AND c.waitlisted > 0`);
    expect(full.length).toBeGreaterThanOrEqual(1);
    const open = await rows(`SELECT 1 ${upcoming} AND s.state = 'published' AND s.starts_at > now()`);
    expect(open.length).toBeGreaterThanOrEqual(5);
  });
});
