import type { PublicContribution } from '@reihe/shared-contracts';
import { aSeriesHead, aSessionTeaser } from '@reihe/shared-testing';
import { homePageOf, teaserOf } from './public-programme.mapper';
import type { HomeRow, TeaserRow } from './public-programme.rows';

const now = new Date('2026-10-01T00:00:00Z');

function aTeaserRow(change: Partial<TeaserRow> = {}): TeaserRow {
  const seats = {
    state: 'published' as const,
    capacity: 10,
    taken: 7,
    waiting: 0,
    opensAt: '2026-09-01T00:00:00Z',
    closesAt: null,
    mode: 'open' as const,
    hasWaitingList: true,
    waitingListLimit: 0,
  };
  return { ...aSessionTeaser(), seats, ...change };
}

function aContribution(name: string | null, topic: string): PublicContribution {
  const nothing = { position: '', organisation: '', city: '', country: null, photo: null };
  return { role: 'speaker', name, topic, language: 'en', ...nothing };
}

describe('what becomes of a row on its way to a reader', () => {
  it('the facts about its seats become a phase, and stay behind', () => {
    const { seats } = teaserOf(aTeaserRow(), now);
    expect(seats).toEqual({
      phase: 'few',
      placesLeft: 3,
      opensAt: '2026-09-01T00:00:00.000Z',
      closesAt: null,
      mode: 'open',
    });
  });

  it('somebody with two parts is named once, and everybody who is not named stays', () => {
    const speakers = [
      aContribution('Sample Speaker', 'First'),
      aContribution(null, 'A city'),
      aContribution('Sample Speaker', 'Second'),
      aContribution(null, 'Another city'),
    ];
    expect(teaserOf(aTeaserRow({ speakers }), now).speakers.map(({ topic }) => topic)).toEqual([
      'First',
      'A city',
      'Another city',
    ]);
  });

  it('the home page shows the figures of the running series, and none before the first is published', () => {
    const figure = {
      measure: 'sessions',
      value: 3,
      origin: 'counted',
      isAtLeast: false,
      source: null,
      statedOn: null,
    } as const;
    const row: HomeRow = {
      running: { series: aSeriesHead({ figures: [figure] }), nextSession: null },
      nextSessions: [aTeaserRow()],
      latestRecaps: [],
      cities: [],
      countries: [],
      earlierSeries: [],
    };
    const page = homePageOf(row, now, { locate: () => null });
    expect(page.figures).toEqual([figure]);
    expect(page.nextSessions[0]?.seats.phase).toBe('few');
    expect(homePageOf({ ...row, running: null }, now, { locate: () => null })).toMatchObject({
      running: null,
      figures: [],
    });
  });
});
