import type { RulesFor } from '@reihe/shared-contracts';

/**
 * What is kept of people, by kind. people: entries of persons · attendees: names in meeting reports, of which `guests` are those whom
 * nobody identified · lines: of these reports, with times · files: reports whose file name is kept · links: addresses to join at or to
 * give up a place · decisions: who a name in a report is · feedback: said with one's name · invitations: single addresses.
 */
export const PERSONAL_DATA_KINDS = [
  'people',
  'registrations',
  'answers',
  'waiting',
  'mails',
  'links',
  'certificates',
  'feedback',
  'attendees',
  'guests',
  'lines',
  'files',
  'decisions',
  'invitations',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];
export type PersonalDataCounts = Record<PersonalDataKind, number>;

/** series: months are counted from the end of the series' last session, for all of it · session: from each session's own end. */
export const RETENTION_BASES = ['series', 'session'] as const;
export type RetentionBasis = (typeof RETENTION_BASES)[number];

export interface RetentionRule {
  /** null: personal data is kept for ever. */
  months: number | null;
  countsFrom: RetentionBasis;
  /** Of the rule of its own; 0: there is none. */
  version: number;
  /** False: that of all series without one of their own. */
  isOwn: boolean;
}

export interface SetRetention {
  /** null: keep for ever. */
  months: number | null;
  countsFrom: RetentionBasis;
  /** As read. */
  version: number;
  /** Of a series: false drops its own rule, whatever else is said. Of the installation it says nothing. */
  isOwn: boolean;
}

export type RetentionCounts = PersonalDataCounts;

/** That personal data went; failed: a figure would have changed, so everything stayed. */
export interface RetentionRun {
  id: string;
  seriesId: string;
  seriesTitle: string;
  at: string;
  /** Name of the member of staff; null: by night, or their account is gone. */
  startedBy: string | null;
  outcome: 'done' | 'failed';
  sessions: number;
  counts: RetentionCounts;
  /** Figures that would have changed. */
  changed: string[];
}

export interface SeriesHoldings {
  seriesId: string;
  title: string;
  /** null: it has no session. */
  lastEndsAt: string | null;
  rule: RetentionRule;
  held: PersonalDataCounts;
  /** When the first and the last of it go; null: nobody said, or there is nothing. */
  goesFrom: string | null;
  goesUntil: string | null;
  /** Something is to go already. */
  isDue: boolean;
}

/** What is kept of people and is of no one series. */
export interface OtherHoldings {
  /** Entries of the directory: kept until somebody removes them there. */
  speakers: number;
  /** To participants, about several sessions or none: each goes once nothing that its reader had by then is kept. */
  mails: number;
  /** To speakers and staff: nothing removes them. */
  mailsToOthers: number;
}

export interface PrivacyOverview {
  default: RetentionRule;
  /** People of any series, each once; not those who are erased. */
  people: number;
  other: OtherHoldings;
  series: SeriesHoldings[];
}

/** Who would go altogether: nothing is kept of them elsewhere. */
export interface GoingPerson {
  participantId: string;
  name: string;
  email: string;
}

/** What a run would come to now. */
export interface RetentionPreview {
  seriesId: string;
  title: string;
  /** Of what is to be seen here: a run carries out this or nothing. */
  fingerprint: string;
  sessions: { id: string; title: string; endedAt: string; keptUntil: string }[];
  counts: RetentionCounts;
  /** The first of them, by name. */
  people: GoingPerson[];
  /** Who stays known, for something of them is kept elsewhere. */
  staying: number;
  /** Figures that would change; such a run is refused. */
  changed: string[];
}

export interface RunRetention {
  /** Of the preview. */
  fingerprint: string;
}

/** What is kept of one person, under all of their addresses. */
export interface PersonHoldings {
  participantId: string;
  name: string;
  held: PersonalDataCounts;
  /** Places in sessions that have not ended: they stay taken. */
  placesToCome: number;
}

export const PRIVACY_RECORD_KINDS = ['erase', 'erase-guest', 'export'] as const;
export type PrivacyRecordKind = (typeof PRIVACY_RECORD_KINDS)[number];
export type PrivacyRecordCounts = PersonalDataCounts;

export interface PrivacyRecord {
  id: string;
  kind: PrivacyRecordKind;
  at: string;
  /** Name of the member of staff; null: the person themselves, or the account is gone. */
  by: string | null;
  isByThemselves: boolean;
  subjectId: string;
  reference: string;
  counts: PrivacyRecordCounts;
}

/** To erase somebody, or to take along everything about them. */
export interface PrivacyRequest {
  /** Where the request is kept: a file number, never a name. */
  reference?: string;
}

export const FROZEN_DIMENSIONS = [
  'session',
  'month',
  'country',
  'city',
  'region',
  'category',
  'language',
  'organisation',
  'time-zone',
] as const;
export type FrozenDimension = (typeof FROZEN_DIMENSIONS)[number];

/** `places` and `attended` count each session, `people` and `attendees` each person once; guests are nobody's. */
export interface FrozenCell {
  /** A code or id; of a city "city|country" in small letters; of an organisation what tells it from others, and not which. */
  key: string;
  /** Of an organisation that at least five people name. */
  label: string | null;
  places: number;
  people: number;
  attended: number;
  attendees: number;
  guests: number;
}

/** Of a question with answers to choose from. */
export interface FrozenAnswers {
  questionId: string;
  label: string;
  answers: { value: string; label: string; people: number }[];
}

/** Everything a series came to, without anybody. */
export interface FrozenFigures {
  shape: 1;
  totals: Record<string, number>;
  sessions: { sessionId: string; registered: number; confirmed: number; waitlisted: number }[];
  by: Record<FrozenDimension, FrozenCell[]>;
  /** So many people had so many places. */
  placesPerPerson: { places: number; people: number }[];
  answers: FrozenAnswers[];
}

/** series: of the whole of it · places-per-person: of people who had so many places · answer: of people who chose it. */
export type FrozenPart = 'series' | FrozenDimension | 'places-per-person' | 'answer';
export const FROZEN_PARTS: readonly FrozenPart[] = [
  'series',
  ...FROZEN_DIMENSIONS,
  'places-per-person',
  'answer',
];

/** accounted: sessions of which is known who came. */
export const FROZEN_MEASURES = [
  'sessions',
  'participations',
  'participants',
  'attended',
  'attendees',
  'guests',
  'accounted',
  'registered',
  'waitlisted',
  'cities',
  'countries',
  'regions',
  'organisations',
  'speakers',
] as const;
export type FrozenMeasure = (typeof FROZEN_MEASURES)[number];

export interface FrozenFigure {
  measure: FrozenMeasure;
  part: FrozenPart;
  /**
   * Which of these parts: a name in the reader's language, where there is one still; a code of countries and languages; a month as
   * `2025-01`; a number of places. Empty of the series, and of an organisation that fewer people named than may be told.
   */
  of: string;
  /** Of a city. */
  country: string | null;
  value: number;
  origin: 'counted' | 'imported';
}

/** What a series came to at the moment before personal data went. */
export interface RunFigures {
  seriesId: string;
  seriesTitle: string;
  asOf: string;
  figures: FrozenFigure[];
}

export const PRIVACY_LIMITS = { people: 200, months: 240, label: 5 } as const;

/** Of the API, below its prefix. */
export const privacyApiPaths = {
  overview: '/privacy',
  records: '/privacy/records',
  runs: '/privacy/runs',
  runFigures: (runId: string) => `/privacy/runs/${runId}/figures`,
  defaultRule: '/privacy/rule',
  seriesRule: (seriesId: string) => `/privacy/series/${seriesId}/rule`,
  preview: (seriesId: string) => `/privacy/series/${seriesId}/preview`,
  run: (seriesId: string) => `/privacy/series/${seriesId}/run`,
  person: (participantId: string) => `/privacy/people/${participantId}`,
  erasePerson: (participantId: string) => `/privacy/people/${participantId}/erase`,
  exportPerson: (participantId: string) => `/privacy/people/${participantId}/export`,
  eraseGuest: (sessionId: string, attendeeId: string) =>
    `/sessions/${sessionId}/attendees/${attendeeId}/person`,
} as const;

export const setRetentionRules = {
  months: { kind: 'number', min: 1, max: PRIVACY_LIMITS.months, optional: true },
  countsFrom: { kind: 'text', values: RETENTION_BASES },
  version: { kind: 'number', min: 0, max: 1_000_000 },
  isOwn: { kind: 'boolean' },
} as const satisfies RulesFor<SetRetention>;

export const runRetentionRules = {
  fingerprint: { kind: 'text', minLength: 64, maxLength: 64 },
} as const satisfies RulesFor<RunRetention>;

export const privacyRequestRules = {
  reference: { kind: 'text', maxLength: 120, optional: true },
} as const satisfies RulesFor<PrivacyRequest>;
