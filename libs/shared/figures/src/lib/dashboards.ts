import type {
  CountOrigin,
  Language,
  Measure,
  Page,
  RegistrationState,
  RulesFor,
  StatedCount,
} from '@reihe/shared-contracts';
import type { AttendeeMatch } from './attendance-imports';

/** Who takes part: whoever has a place, or whoever came. */
export const DASHBOARD_BASES = ['places', 'attendance'] as const;
export type DashboardBasis = (typeof DASHBOARD_BASES)[number];

/** Which sessions, and whom of their people. Nothing given: all of them. Drafts and cancelled sessions never count. */
export interface DashboardFilter {
  seriesId?: string | undefined;
  /** `YYYY-MM-DD` by each session's own clock, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Whom the sessions are for; what lies below the region in the tree belongs to it. */
  region?: string | undefined;
  category?: string | undefined;
  /** One of them alone. */
  session?: string | undefined;
  /** Of the people. */
  country?: string | undefined;
  language?: string | undefined;
  /** `places` where nothing is said. */
  basis?: DashboardBasis | undefined;
}

export const dashboardFilterRules = {
  seriesId: { kind: 'text', format: 'uuid', optional: true },
  from: { kind: 'text', format: 'date', optional: true },
  to: { kind: 'text', format: 'date', optional: true },
  region: { kind: 'text', format: 'uuid', optional: true },
  category: { kind: 'text', format: 'uuid', optional: true },
  session: { kind: 'text', format: 'uuid', optional: true },
  country: { kind: 'text', format: 'country', optional: true },
  language: { kind: 'text', format: 'language-tag', optional: true },
  basis: { kind: 'text', values: DASHBOARD_BASES, optional: true },
} as const satisfies RulesFor<DashboardFilter>;

/**
 * As `Measure`, and besides · returning: people in two of the chosen sessions or more · first-timers: people who took part in no session
 * of any series before · organisations: distinct, however their names are written large and small.
 * Returning people, first-timers, cities, countries and organisations are of the basis; the others say themselves of whom they are.
 */
export const TOTAL_MEASURES = [
  'sessions',
  'registered',
  'confirmed',
  'waitlisted',
  'attended',
  'participations',
  'participants',
  'attendees',
  'returning',
  'first-timers',
  'speakers',
  'cities',
  'countries',
  'organisations',
  'regions',
] as const satisfies readonly (Measure | 'returning' | 'first-timers' | 'organisations')[];
export type TotalMeasure = (typeof TOTAL_MEASURES)[number];

export interface DashboardTotal {
  measure: TotalMeasure;
  /** Each guest whom nobody identified may be one more person, or one of those: from `min` to `max`. */
  min: number;
  max: number;
  origin: Exclude<CountOrigin, 'reported'>;
  /** Day of the latest report; null for counted. */
  importedOn: string | null;
}

/** fewer, more: the records hold fewer than was stated, or more. */
export type StatedDifference = 'agrees' | 'fewer' | 'more';

/** What somebody stated, beside what the records say; never mixed into it. */
export interface DashboardStated extends StatedCount {
  /** null: not of the same people, for the figures are narrowed, or the records do not count it. */
  difference: StatedDifference | null;
}

/** Of the basis. */
export interface PeopleNumbers {
  /** Known people, each once. */
  people: number;
  /** Of known people: each once in each session. */
  participations: number;
  /** Who came and was not identified: each may be one more person. */
  guests: number;
}

/** How far registered people came. */
export interface DashboardFunnel {
  registered: number;
  confirmed: number;
  /** Sessions of which it is known who came, and the places in those. */
  accountedSessions: number;
  accountedPlaces: number;
  /** Who had a place and came. */
  came: number;
  /** Known people who came without one. */
  cameWithoutPlace: number;
  guests: number;
}

/** What happened on a day, or in the week that begins with it. */
export interface DashboardStep {
  /** `YYYY-MM-DD` */
  from: string;
  /** Made then, but for those whose address was never confirmed. */
  registered: number;
  confirmed: number;
  cancelled: number;
}

export interface OnMap {
  /** Degrees, WGS 84; null: the list of cities does not know it. */
  latitude: number | null;
  longitude: number | null;
}

export interface CountryPeople extends PeopleNumbers, OnMap {
  /** ISO 3166-1 alpha-2; null: not told. */
  country: string | null;
}

export interface CityPeople extends PeopleNumbers, OnMap {
  city: string;
  country: string | null;
}

/** Of regions and categories. */
export interface TermPeople extends PeopleNumbers {
  /** null: of none. */
  id: string | null;
  name: string;
}

export interface TermSessions extends TermPeople {
  sessions: number;
}

export interface OrganisationPeople extends PeopleNumbers {
  key: string;
  /** Empty once it is erased everywhere: counted all the same. */
  name: string;
}

export interface LanguagePeople extends PeopleNumbers {
  /** null: not told. */
  language: Language | null;
}

export interface MonthPeople extends PeopleNumbers {
  /** `YYYY-MM` by the sessions' clocks. */
  month: string;
  sessions: number;
}

/** Participations in sessions that began at that hour where the person was. */
export interface LocalHour {
  /** 1: Monday … 7: Sunday. */
  weekday: number;
  hour: number;
  participations: number;
}

export interface DashboardSession {
  sessionId: string;
  seriesId: string;
  title: string;
  startsAt: string;
  timeZone: string;
  registered: number;
  confirmed: number;
  /** Known people. */
  attended: number;
  guests: number;
  /** People of the basis who were in an earlier one of the chosen sessions, and who were not. */
  returning: number;
  newcomers: number;
  stated: DashboardStated[];
}

/** A series beside the others. */
export interface DashboardSeries {
  seriesId: string;
  title: string;
  startsOn: string;
  endsOn: string;
  sessions: number;
  registered: number;
  confirmed: number;
  participants: number;
  attended: number;
  attendees: number;
  guests: number;
  stated: DashboardStated[];
}

export interface DashboardSpeaker {
  speakerId: string;
  name: string;
  sessions: number;
}

/** Everything that is known of the chosen sessions' people. */
export interface Dashboard {
  /** null: of all series. */
  series: { id: string; slug: string; title: string } | null;
  basis: DashboardBasis;
  /** Not the whole of the series, or of all series. */
  isNarrowed: boolean;
  totals: DashboardTotal[];
  /** Of the series, or of none. */
  stated: DashboardStated[];
  funnel: DashboardFunnel;
  step: 'day' | 'week';
  /** Whose days are told: the series', UTC over all of them. */
  timeZone: string;
  /** Those in which nothing happened are left out. */
  overTime: DashboardStep[];
  /** The most people first, as all that follows; of cities, organisations and speakers the first few hundred or fewer. */
  countries: CountryPeople[];
  cities: CityPeople[];
  /** By the country of the person and the top of the tree of regions; a country of two counts in both. */
  worldRegions: TermPeople[];
  /** By whom the sessions are for. */
  regions: TermSessions[];
  categories: TermSessions[];
  organisations: OrganisationPeople[];
  languages: LanguagePeople[];
  speakers: DashboardSpeaker[];
  /** In their order. */
  months: MonthPeople[];
  localHours: LocalHour[];
  /** Participations of people whose time zone is not known. */
  withoutLocalHour: number;
  /** In their order. */
  sessions: DashboardSession[];
  /** Empty where one series is asked for. */
  allSeries: DashboardSeries[];
}

/**
 * A number that opens the people behind it. The second list is of parts of a figure and wants to know of which: a country, `XX:city`, the
 * id of a region, category or session, the key of an organisation, a language, a month, `weekday-hour`, the day that a step begins with.
 * `-` is the part that was not told.
 */
export const WHOLE_FIGURES = [
  'registered',
  'confirmed',
  'waitlisted',
  'attended',
  'participations',
  'participants',
  'attendees',
  'guests',
  'returning',
  'first-timers',
  'came',
  'came-without-place',
] as const;
export const PARTED_FIGURES = [
  'country',
  'city',
  'world-region',
  'region',
  'category',
  'organisation',
  'language',
  'month',
  'local-hour',
  'session',
  'session-registered',
  'session-confirmed',
  'session-attended',
  'session-guests',
  'session-returning',
  'session-newcomers',
  'registered-on',
  'confirmed-on',
  'cancelled-on',
] as const;
export type DashboardFigure = (typeof WHOLE_FIGURES)[number] | (typeof PARTED_FIGURES)[number];
export const DASHBOARD_FIGURES: readonly DashboardFigure[] = [...WHOLE_FIGURES, ...PARTED_FIGURES];

/** What of the figure is meant where it has parts. */
export interface DashboardPart {
  figure: DashboardFigure;
  value?: string | undefined;
}
export const dashboardPartRules = {
  figure: { kind: 'text', values: DASHBOARD_FIGURES },
  value: { kind: 'text', maxLength: 300, optional: true },
} as const satisfies RulesFor<DashboardPart>;

/**
 * Why somebody is on the list · report: a meeting's report has them there long enough · short: it has them there, but not so long ·
 * by-hand: somebody marked that they came · not-registered: they came without a registration · not-identified: nobody said who it is
 */
export type PersonReason =
  | 'place'
  | 'waiting'
  | 'awaiting-approval'
  | 'ended'
  | 'report'
  | 'short'
  | 'by-hand'
  | 'not-registered'
  | 'not-identified';

/** Somebody in one session. */
export interface DashboardPerson {
  sessionId: string;
  sessionTitle: string;
  startsAt: string;
  timeZone: string;
  /** null: a guest whom nobody identified, or somebody of whom the session keeps nothing. */
  participantId: string | null;
  registrationId: string | null;
  /** Empty once the session keeps nothing of the person, as are organisation and city: another session may know them still. */
  name: string;
  isErased: boolean;
  organisation: string;
  city: string;
  country: string | null;
  language: Language | null;
  /** null: not registered. */
  state: RegistrationState | null;
  hasCome: boolean;
  /** As reports have it; null: on none. */
  minutes: number | null;
  why: PersonReason[];
  /** How a report's name was found to be this person; null: on none. */
  matchedBy: AttendeeMatch | null;
  /** Why two entries are this one person, as staff typed it. */
  mergeReasons: string[];
}

export interface DashboardPeople extends Page<DashboardPerson> {
  /** Known people on the list, each once, and guests. */
  people: number;
  guests: number;
}

/** Of one page: screens ask for fewer, files for as many as there are. */
export const DASHBOARD_PEOPLE_MAX = 500;
