import type { PlaceFinder } from '@reihe/api-platform';
import type {
  HomePage,
  PublicContribution,
  SeatView,
  SeriesPage,
  SessionPage,
  SessionTeaser,
} from '@reihe/shared-contracts';
import { registrationPhase } from '@reihe/shared-policies';
import type { HomeRow, SeriesPageRow, SessionPageRow, TeaserRow } from './public-programme.rows';

export function teaserOf(row: TeaserRow, now: Date): SessionTeaser {
  return { ...row, seats: seatsOf(row, now), speakers: eachOnce(row.speakers) };
}

export function sessionPageOf(row: SessionPageRow, uid: string, now: Date): SessionPage {
  return { ...row, uid, seats: seatsOf(row, now), speakers: eachOnce(row.speakers) };
}

export function seriesPageOf(row: SeriesPageRow, now: Date): SeriesPage {
  return { ...row, sessions: row.sessions.map((session) => teaserOf(session, now)) };
}

export function homePageOf(row: HomeRow, now: Date, places: Pick<PlaceFinder, 'locate'>): HomePage {
  const { running } = row;
  return {
    ...row,
    running: running && {
      series: running.series,
      nextSession: running.nextSession && teaserOf(running.nextSession, now),
    },
    cities: row.cities.map(({ city, country }) => ({
      city,
      country,
      ...(places.locate(city, country) ?? { latitude: null, longitude: null }),
    })),
    figures: running?.series.figures ?? [],
    nextSessions: row.nextSessions.map((session) => teaserOf(session, now)),
  };
}

function seatsOf({ startsAt, endsAt, seats }: TeaserRow | SessionPageRow, now: Date): SeatView {
  const { state, opensAt, closesAt, capacity, taken, waiting, mode, hasWaitingList, waitingListLimit } =
    seats;
  const session = {
    state,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    registrationOpensAt: opensAt === null ? null : new Date(opensAt),
    registrationClosesAt: closesAt === null ? null : new Date(closesAt),
    mode,
    hasWaitingList,
    waitingListLimit,
  };
  return registrationPhase(session, { capacity, taken, waiting }, now);
}

/** Somebody with parts in several agenda items is one of the speakers once, with the first. */
function eachOnce(contributions: readonly PublicContribution[]): PublicContribution[] {
  const seen = new Set<string>();
  return contributions.filter(({ name }) => {
    if (name === null) return true;
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
