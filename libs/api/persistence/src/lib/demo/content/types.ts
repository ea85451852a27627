/** Every public text of the demonstration data, in both languages the portal starts with. */
export interface Bilingual {
  de: string;
  en: string;
}

export interface ImageContent<Key extends string = string> {
  key: Key;
  /** File name inside libs/api/persistence/assets/demo. */
  file: string;
  width: number;
  height: number;
  alt: Bilingual;
  credit: string;
  licence: string;
}

export interface CategoryContent {
  key: string;
  name: Bilingual;
}

export interface RegionContent {
  key: string;
  name: Bilingual;
  /** Key of the region above; null at the top of the tree. */
  parent: string | null;
  /** ISO 3166-1 alpha-2. Each country stands in exactly one region, the narrowest; those above know it through the tree. */
  countries: readonly string[];
}

/** A name people look for that is a format, not a place: the portal's search must lead from it to the sessions. */
export interface FormatAliasContent {
  format: SessionFormat;
  name: Bilingual;
}

export type SessionFormat = 'virtual';
export type SessionKind = 'opening' | 'exchange' | 'peer_advice' | 'closing' | 'extra' | 'course';
export type SessionState = 'draft' | 'published' | 'held' | 'cancelled';
export type AgendaItemKind = 'talk' | 'experience_report' | 'discussion' | 'peer_advice' | 'break';
export type ContributionRole = 'opening_speaker' | 'speaker' | 'moderator' | 'panellist' | 'interpreter';
export type OriginOfText = 'reference' | 'sample';

/** A speaker of the reference: a real person, of whom nothing more is known than stands here. */
export interface NamedSpeakerContent {
  key: string;
  honorific: string;
  givenName: string;
  familyName: string;
  position: Bilingual;
  organisation: string;
}

/** A made-up speaker: the name comes from the name library when the data is loaded (`nameFor` in people.ts). */
export interface SampleSpeakerContent {
  key: string;
  position: Bilingual;
  organisation: Bilingual;
  city: string;
  country: string;
}

/** A part in an agenda item. Without `speaker` it is a contribution without a named person, as cities often send one. */
export interface ContributionContent {
  role: ContributionRole;
  speaker?: string;
  position?: Bilingual;
  organisation?: string;
  city?: string;
  country?: string;
}

export interface AgendaItemContent {
  kind: AgendaItemKind;
  title: Bilingual;
  /** Wall-clock time in the session's zone, HH:MM. */
  startsAt: string;
  minutes: number;
  contributions: readonly ContributionContent[];
}

interface SessionBase {
  key: string;
  slug: string;
  kind: SessionKind;
  format: SessionFormat;
  title: Bilingual;
  abstract: Bilingual;
  /** The audience as the organiser words it. */
  audience: Bilingual;
  /** Empty for a global audience. */
  audienceRegions: readonly string[];
  categories: readonly string[];
  /** BCP 47 tags of the languages spoken. */
  workingLanguages: readonly string[];
  /** Languages into which is interpreted, beyond the working languages. */
  interpretedInto: readonly string[];
  timeZone: string;
  /** Wall-clock time in `timeZone`, HH:MM. */
  startsAt: string;
  minutes: number;
  agenda: readonly AgendaItemContent[];
}

export interface HeldSessionContent extends SessionBase {
  /** Calendar day in `timeZone`. */
  heldOn: string;
  /** Whether the time of day and the running order were in the facts or were made up for the demonstration. */
  scheduleOrigin: OriginOfText;
}

/** How many registrations the loader generates for a session, per state. */
export interface RegistrationPlan {
  confirmed: number;
  waitlisted: number;
  awaitingApproval: number;
  unverified: number;
  declined: number;
  cancelled: number;
}

export interface UpcomingSessionContent extends SessionBase {
  state: SessionState;
  /** Days from the day of loading, negative for the past. Read it with `dayFrom`, which avoids weekends. */
  dayOffset: number;
  capacity: number | null;
  needsApproval: boolean;
  /**
   * The registration window; null while the organiser has set none. `opensOffset` counts from the day of loading,
   * `closesDaysBefore` back from the session's day; both mean midnight in the session's zone, 0 its start.
   */
  registration: { opensOffset: number; closesDaysBefore: number } | null;
  meeting: { url: string; passcode: string } | null;
  /** Told to everyone registered; only on a cancelled session. */
  cancellationReason?: Bilingual;
  registrations: RegistrationPlan;
  /** How many of the confirmed came; only on a held session. They stand in an imported meeting report. */
  attended?: number;
}

export interface ReportedFigure {
  subject: 'sessions' | 'participants' | 'participations';
  value: number;
  qualifier: 'exactly' | 'at_least' | 'about';
  reportedBy: string;
}

export interface SeriesContent {
  key: string;
  slug: string;
  title: Bilingual;
  summary: Bilingual;
  host: string;
  commissionedBy: Bilingual | null;
  format: SessionFormat;
  purpose: Bilingual;
  defaultLanguage: 'de' | 'en';
  timeZone: string;
  cover: string;
  categories: readonly string[];
  regions: readonly string[];
  figures: readonly ReportedFigure[];
}

export interface ReferenceSeriesContent extends SeriesContent {
  startsOn: string;
  endsOn: string;
}

export interface UpcomingSeriesContent extends SeriesContent {
  startsOffset: number;
  endsOffset: number;
}

export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } };

export interface TextNode {
  type: 'text';
  text: string;
  marks?: Mark[];
}

export interface ParagraphNode {
  type: 'paragraph';
  content: TextNode[];
}

export type BlockNode =
  | ParagraphNode
  | { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content: TextNode[] }
  | { type: 'bulletList'; content: ListItemNode[] }
  | { type: 'orderedList'; content: ListItemNode[] }
  | { type: 'blockquote'; content: ParagraphNode[] };

export interface ListItemNode {
  type: 'listItem';
  content: ParagraphNode[];
}

/** A structured text as ProseMirror and Tiptap keep it. */
export interface RichText {
  type: 'doc';
  content: BlockNode[];
}

export interface RecapTranslationContent {
  title: string;
  lead: string;
  body: RichText;
}

interface RecapBase {
  key: string;
  slug: string;
  sessions: readonly string[];
  leadImage: string;
  gallery: readonly string[];
  byline: Bilingual;
  translations: { de: RecapTranslationContent; en: RecapTranslationContent };
}

export interface PublishedRecapContent extends RecapBase {
  /** Calendar day in Europe/Berlin. */
  publishedOn: string;
}

export interface UnpublishedRecapContent extends RecapBase {
  state: 'draft' | 'in_review';
}
