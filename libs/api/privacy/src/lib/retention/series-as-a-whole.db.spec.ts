import { randomUUID } from 'node:crypto';
import {
  privacyApiPaths,
  type PrivacyOverview,
  type RetentionPreview,
  type SeriesHoldings,
} from '@reihe/shared-figures';
import { PrivacyWorld } from '../testing/privacy-world';
import { RETENTION_JOB } from './run-retention';

describe('what is kept of a series as a whole: addresses invited to it, and decisions about names in its reports', () => {
  let world: PrivacyWorld;
  let series: string;

  const invite = (of: object) =>
    world.row('invited_addresses', {
      ...{ id: randomUUID(), pattern: 'nameable@city.example', created_at: '2024-11-01T12:00:00Z' },
      ...of,
    });
  const decide = () =>
    world.row('attendance_decisions', {
      ...{ id: randomUUID(), series_id: series, key: 'name:nameable|', reason: '' },
      decided_at: '2025-01-16T12:00:00Z',
    });
  const left = async () => [
    ...(await world.query(`SELECT pattern FROM invited_addresses`)),
    ...(await world.query(`SELECT key FROM attendance_decisions`)),
  ];
  const holdings = async (): Promise<SeriesHoldings | undefined> =>
    (await world.answer<PrivacyOverview>('get', privacyApiPaths.overview)).series.find(
      ({ seriesId }) => seriesId === series,
    );

  beforeAll(async () => {
    world = await PrivacyWorld.openWorld();
  });
  beforeEach(async () => {
    await world.query(
      `TRUNCATE participants, attendees, attendance_imports, sessions, series, retention_rules CASCADE`,
    );
    series = await world.aSeries();
    await world.answer('put', privacyApiPaths.seriesRule(series), {
      ...{ months: 12, countsFrom: 'series', version: 0, isOwn: true },
    });
  });
  afterAll(() => world.close());

  it('goes with the last session, though a draft of which nobody knows lies beside it', async () => {
    await world.aRegistration(await world.aSession(series), await world.aPerson('sample@city.example'));
    const draft = await world.aSession(series, '2027-08-01T12:00:00Z', { state: 'draft' });
    await world.aSession(series, '2027-09-01T12:00:00Z', { state: 'cancelled', cancel_reason: {} });
    await invite({ series_id: series });
    await decide();
    await world.byNight(RETENTION_JOB);
    expect(await left()).toEqual([]);
    expect(await holdings()).toMatchObject({ goesFrom: null, isDue: false, held: { invitations: 0 } });
    expect(await world.query(`SELECT FROM sessions WHERE id = $1`, [draft])).toHaveLength(1);
  });

  it('stays while the draft has somebody', async () => {
    const person = await world.aPerson('sample@city.example');
    await world.aRegistration(await world.aSession(series), person);
    const draft = await world.aSession(series, '2027-08-01T12:00:00Z', { state: 'draft' });
    await world.aRegistration(draft, person);
    await invite({ series_id: series });
    await world.byNight(RETENTION_JOB);
    expect(await left()).toHaveLength(1);
    expect(await holdings()).toMatchObject({ goesUntil: '2028-08-01T13:30:00Z', isDue: false });
  });

  it('is due by itself where everybody has gone already, is shown before it goes, and goes once', async () => {
    await world.aSession(series);
    await invite({ series_id: series });
    await decide();
    expect(await holdings()).toMatchObject({
      ...{ goesFrom: '2026-01-15T13:30:00Z', goesUntil: '2026-01-15T13:30:00Z', isDue: true },
      held: { people: 0, invitations: 1, decisions: 1 },
    });
    expect(await world.answer<RetentionPreview>('post', privacyApiPaths.preview(series))).toMatchObject({
      counts: { people: 0, invitations: 1, decisions: 1 },
      changed: [],
    });
    expect(await left()).toHaveLength(2);
    await world.byNight(RETENTION_JOB);
    await world.byNight(RETENTION_JOB);
    expect(await left()).toEqual([]);
    expect(await world.query(`SELECT outcome FROM retention_runs WHERE series_id = $1`, [series])).toEqual([
      { outcome: 'done' },
    ]);
  });

  it('is due with an address that was invited to a session for which nobody registered', async () => {
    const session = await world.aSession(series);
    await invite({ session_id: session });
    expect(await holdings()).toMatchObject({ isDue: true, held: { invitations: 1 } });
    await world.byNight(RETENTION_JOB);
    expect(await left()).toEqual([]);
    expect(await holdings()).toMatchObject({ goesFrom: null, isDue: false });
  });

  it('stays while a series is being planned, until the last of its drafts was long ago', async () => {
    await world.aSession(series, '2025-01-15T12:00:00Z', { state: 'draft' });
    await world.aSession(series, '2027-08-01T12:00:00Z', { state: 'draft' });
    await invite({ series_id: series });
    await world.byNight(RETENTION_JOB);
    expect(await left()).toHaveLength(1);
    expect(await holdings()).toMatchObject({ goesUntil: '2028-08-01T13:30:00Z', isDue: false });
  });

  it('stays without an end where a series has no session', async () => {
    await invite({ series_id: series });
    await world.byNight(RETENTION_JOB);
    expect(await left()).toHaveLength(1);
    expect(await holdings()).toMatchObject({ goesUntil: null, isDue: false, held: { invitations: 1 } });
  });
});
