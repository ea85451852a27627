import type {
  AgendaKind,
  ContributionRole,
  Language,
  MediaCredit,
  RegionTint,
  RichDocument,
  SessionKind,
  SessionState,
  StateCount,
  Translations,
} from '@reihe/shared-contracts';

/** A public text of the demonstration data: in German and English, and in further languages where that shows what they are for. */
export type Bilingual = Readonly<Record<'de' | 'en', string>> & Translations<string>;

export interface ImageContent<Key extends string = string> {
  key: Key;
  /** File name inside libs/api/demo/assets. */
  file: string;
  width: number;
  height: number;
  alt: Bilingual;
  credit: MediaCredit;
}

export interface CategoryContent {
  /** Also its slug. */
  key: string;
  name: Bilingual;
}

export interface RegionContent {
  /** Also its slug. */
  key: string;
  name: Bilingual;
  /** Key of the region above; null at the top of the tree. */
  parent: string | null;
  tint: RegionTint;
  /** ISO 3166-1 alpha-2. A country stands in exactly one region, the narrowest; those above know it through the tree. */
  countries: readonly string[];
}

export type SessionFormat = 'virtual';

/** A name people look for that is a format, not a place: the portal's search must lead from it to the sessions. */
export interface FormatAliasContent {
  format: SessionFormat;
  name: Bilingual;
}

/** A real person of the reference, of whom nothing more is known than stands here. */
export interface NamedSpeakerContent {
  key: string;
  title: string;
  name: string;
  position: Bilingual;
  organisation: Bilingual;
}

/** A made-up speaker: the name comes from the name library when the data is loaded (`speakerName` in people.ts). */
export interface SampleSpeakerContent {
  key: string;
  position: Bilingual;
  organisation: Bilingual;
  city: string;
  country: string;
}

/** A part in an agenda item. Without `speaker` it is a contribution whose person is not named, as cities often send one. */
export interface ContributionContent {
  role: ContributionRole;
  speaker?: string;
  position?: Bilingual;
  organisation?: Bilingual;
  city?: string;
  country?: string;
}

export interface AgendaItemContent {
  kind: AgendaKind;
  title: Bilingual;
  /** Minutes after the session's start. */
  startsAfter: number;
  durationMinutes: number;
  contributions: readonly ContributionContent[];
}

interface SessionBase {
  /** Also its slug. */
  key: string;
  kind: SessionKind;
  format: SessionFormat;
  title: Bilingual;
  abstract: Bilingual;
  /** The audience; empty for a global one. */
  regions: readonly string[];
  categories: readonly string[];
  /** Language tags: spoken, and interpreted into beyond those. */
  languages: readonly string[];
  interpretation: readonly string[];
  timeZone: string;
  /** Wall-clock time in `timeZone`, HH:MM. */
  startsAt: string;
  minutes: number;
  agenda: readonly AgendaItemContent[];
}

export interface HeldSessionContent extends SessionBase {
  /** Calendar day in `timeZone`. */
  heldOn: string;
  /** Times, running order and languages are not in the facts: made up for the demonstration, and the abstract says so. */
  isScheduleSample: boolean;
}

/** How many registrations the loader generates for a session, per state. */
export interface RegistrationPlan {
  confirmed: number;
  waitlisted: number;
  unverified: number;
  cancelled: number;
}

export interface UpcomingSessionContent extends SessionBase {
  state: SessionState;
  /** Days from the day of loading, negative for the past. Read it with `dayFrom`, which avoids weekends. */
  dayOffset: number;
  /** null: unlimited. */
  capacity: number | null;
  /**
   * Registration opens at the midnight (session's zone) `opensOffset` days from the day of loading and closes at the
   * midnight that begins the day `closesDaysBefore` days before the session's, or at its start when that is 0. null: no window set.
   */
  registration: { opensOffset: number; closesDaysBefore: number } | null;
  /** null: the organiser has no link yet. */
  meeting: { url: string; passcode: string } | null;
  /** Told to everyone registered; null unless cancelled. */
  cancelReason: Bilingual | null;
  registrations: RegistrationPlan;
  /** How many of the confirmed came, from an imported meeting report; null unless held. */
  attended: number | null;
}

interface SeriesBase {
  /** Also its slug. */
  key: string;
  title: Bilingual;
  summary: Bilingual;
  host: Bilingual;
  commissioner: Bilingual;
  defaultLanguage: Language;
  timeZone: string;
  cover: string;
  categories: readonly string[];
  /** Figures the host stated without records. */
  stated: readonly StateCount[];
}

export interface ReferenceSeriesContent extends SeriesBase {
  startsOn: string;
  endsOn: string;
}

export interface UpcomingSeriesContent extends SeriesBase {
  /** Days from the day of loading. */
  startsOffset: number;
  endsOffset: number;
}

export interface RecapTranslationContent {
  slug: string;
  title: string;
  lead: string;
  body: RichDocument;
}

interface RecapBase {
  key: string;
  sessions: readonly string[];
  leadImage: string;
  gallery: readonly string[];
  byline: string;
  translations: Readonly<Record<'de' | 'en', RecapTranslationContent>> &
    Translations<RecapTranslationContent>;
}

export interface PublishedRecapContent extends RecapBase {
  /** ISO date shown to readers. */
  publishedOn: string;
}

export interface UnpublishedRecapContent extends RecapBase {
  state: 'draft' | 'in-review';
}
