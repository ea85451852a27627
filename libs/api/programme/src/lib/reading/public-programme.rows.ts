import type {
  HomePage,
  MapCity,
  SeriesPage,
  SessionPage,
  SessionState,
  SessionTeaser,
} from '@reihe/shared-contracts';

/** What the phase of a session's registration is decided from; never sent. */
export interface SeatFacts {
  state: SessionState;
  capacity: number | null;
  confirmed: number;
  waiting: number;
  opensAt: string | null;
  closesAt: string | null;
}

export type TeaserRow = Omit<SessionTeaser, 'seats'> & { seats: SeatFacts };
export type SessionPageRow = Omit<SessionPage, 'seats' | 'uid'> & { seats: SeatFacts };
export type SeriesPageRow = Omit<SeriesPage, 'sessions'> & { sessions: TeaserRow[] };

export type HomeRow = Omit<HomePage, 'running' | 'nextSessions' | 'figures' | 'cities'> & {
  cities: Pick<MapCity, 'city' | 'country'>[];
  running: (Omit<NonNullable<HomePage['running']>, 'nextSession'> & { nextSession: TeaserRow | null }) | null;
  nextSessions: TeaserRow[];
};

/** A session as calendars need it. */
export interface EventRow {
  id: string;
  slug: string;
  sequence: number;
  title: string;
  abstract: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: SessionState;
  updatedAt: Date;
  seriesTitle: string;
}
