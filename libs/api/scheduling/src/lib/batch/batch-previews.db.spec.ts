import { apiPaths } from '@reihe/shared-contracts';
import type { BatchPreview, PreviewBatch } from '@reihe/shared-planning';
import { FixedClock } from '@reihe/shared-testing';
import { aPreviewBatch, SchedulingWorld } from '../testing/scheduling-world';

describe('the preview of a batch', () => {
  let world: SchedulingWorld;
  let europe: string;
  beforeAll(async () => {
    world = await SchedulingWorld.openAt(new FixedClock('2026-09-01T08:00:00Z'));
    europe = await world.aRegion('europe', ['DE', 'UA']);
  });
  afterAll(() => world.close());

  const preview = (change: Partial<PreviewBatch> = {}, language = 'en') =>
    world.answer<BatchPreview>('post', `${apiPaths.previewBatch}?lang=${language}`, aPreviewBatch(change));

  it('tells each date with its instant, across the change of clocks', async () => {
    const { dates } = await preview({ regionIds: [europe] });
    expect(dates).toHaveLength(6);
    expect(dates[1]).toEqual({
      index: 1,
      startsLocal: '2026-10-27T14:00',
      isLeftOut: false,
      isMoved: false,
      time: 'exact',
      candidates: [],
      startsAt: '2026-10-27T13:00:00.000Z',
      endsAt: '2026-10-27T14:30:00.000Z',
      isOutsidePeriod: false,
      holidays: [],
    });
  });

  it('asks about what does not exist or exists twice, and says between what', async () => {
    const pattern = {
      firstLocal: '2026-10-25T02:30',
      timeZone: 'Europe/Berlin',
      every: 'week',
      interval: 22,
      count: 2,
    } as const;
    const { dates } = await preview({ pattern, regionIds: [europe] });
    expect(dates.map(({ time, startsAt, candidates }) => [time, startsAt, candidates])).toEqual([
      ['ambiguous', null, ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
      ['nonexistent', null, ['2027-03-28T01:30', '2027-03-28T03:30']],
    ]);
  });

  it('marks public holidays of the audience’s countries, in the reader’s language, and dates outside of the series', async () => {
    const seriesId = await world.aSeries('2026-12-01', '2026-12-24');
    const pattern = {
      firstLocal: '2026-12-24T14:00',
      timeZone: 'Europe/Berlin',
      every: 'day',
      interval: 1,
      count: 2,
    } as const;
    const { dates } = await preview({ pattern, seriesId, regionIds: [europe] }, 'de');
    expect(dates.map(({ isOutsidePeriod }) => isOutsidePeriod)).toEqual([false, true]);
    expect(dates[1]?.holidays).toContainEqual({ country: 'DE', name: '1. Weihnachtstag' });
  });

  it('goes by the day that it is in the other country', async () => {
    const islands = await world.aRegion('islands', ['NZ']);
    // Late on 5 February in Berlin it is Waitangi Day in New Zealand.
    const pattern = {
      firstLocal: '2027-02-05T20:00',
      timeZone: 'Europe/Berlin',
      every: 'day',
      interval: 1,
      count: 2,
    } as const;
    const { dates } = await preview({ pattern, regionIds: [islands] });
    expect(dates.map(({ holidays }) => holidays.map(({ country }) => country))).toEqual([['NZ'], []]);
  });

  it('reads with one statement', async () => {
    const statements = await world.statementsOf(() => preview({ regionIds: [europe] }));
    expect(statements).toHaveLength(1);
  });

  it.each([
    [{ timeZone: 'Europe/Atlantis' }, 'pattern.timeZone'],
    [{ count: 61 }, 'pattern.count'],
    [{ firstLocal: '2026-02-30T10:00' }, 'pattern.firstLocal'],
    [{ firstLocal: '9999-12-30T10:00' }, 'pattern.firstLocal'],
  ])('refuses a pattern of which %j is no part', async (wrong, path) => {
    const body = aPreviewBatch();
    const refused = await world.problem('post', apiPaths.previewBatch, {
      ...body,
      pattern: { ...body.pattern, ...wrong },
    });
    expect([refused.code, refused.fields?.[0]?.path]).toEqual(['request.invalid', path]);
  });
});
