import type {
  HomePage,
  MapCity,
  RegistrationMode,
  SeriesPage,
  SessionPage,
  SessionState,
  SessionTeaser,
} from '@reihe/shared-contracts';

/** What the phase of a session's registration is decided from; never sent. */
export interface SeatFacts {
  state: SessionState;
  capacity: number | null;
  taken: number;
  waiting: number;
  opensAt: string | null;
  closesAt: string | null;
  mode: RegistrationMode;
  hasWaitingList: boolean;
  waitingListLimit: number;
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
  startsAt: string;
  endsAt: string;
  timeZone: string;
  state: SessionState;
  /** Instant of its last change. */
  changedAt: Date | string;
}

/** The calendar of a series, or of what a filter leaves of it. */
export interface SeriesCalendarRow {
  title: string;
  timeZone: string;
  /** Names by slug of those regions and categories asked for that there are. */
  regions: Record<string, string>;
  categories: Record<string, string>;
  changedAt: Date;
  events: EventRow[];
}
