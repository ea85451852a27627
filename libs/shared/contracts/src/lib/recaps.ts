import type { RichDocument } from './documents';
import type { Count } from './figures';
import type { InLanguage, Language } from './languages';
import type { PublicImage } from './media';
import type { Page } from './paging';
import type { Counted } from './programme-filter';
import type { SeriesTeaser } from './series';
import type { PublicContribution } from './speakers';
import type { RegionTerm, Term } from './taxonomy';

export const RECAP_STATES = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'archived'] as const;
export type RecapState = (typeof RECAP_STATES)[number];

export interface RecapTeaser extends InLanguage {
  slug: string;
  title: string;
  lead: string;
  publishedOn: string;
  seriesSlug: string;
  seriesTitle: string;
  image: PublicImage | null;
  /** For the one line naming audience and day held. */
  heldOn: { startsAt: string; timeZone: string }[];
  regions: RegionTerm[];
}

/** Facts of one session a recap looks back on. */
export interface RecapSessionFacts extends InLanguage {
  slug: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  /** Empty: worldwide. */
  regions: RegionTerm[];
  figures: Count[];
  speakers: PublicContribution[];
}

/** A session that stands in the text as a card. */
export interface ShownSession extends InLanguage {
  slug: string;
  title: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  /** Empty: worldwide. */
  regions: RegionTerm[];
}

/** A speaker that stands in the text as a card, as of their latest part in the sessions looked back on. */
export type ShownSpeaker = Pick<
  PublicContribution,
  'name' | 'position' | 'organisation' | 'city' | 'country' | 'photo'
>;

/** What the text shows besides words, by id; nothing for what readers may not see. */
export interface RecapShown {
  pictures: Record<string, PublicImage>;
  sessions: Record<string, ShownSession>;
  speakers: Record<string, ShownSpeaker>;
}

export interface RecapPage extends InLanguage {
  slug: string;
  title: string;
  lead: string;
  body: RichDocument;
  seoTitle: string;
  seoDescription: string;
  publishedOn: string;
  /** ISO instant of the latest revision, where it is later than the first. */
  updatedAt: string | null;
  /** ISO instant at which the original was changed, where this translation of it does not follow yet. */
  outdatedSince: string | null;
  /** What was changed, in the page's language; null where nothing was said. */
  updateNote: string | null;
  byline: string;
  /** At a calm pace; 1 at least. */
  readingMinutes: number;
  image: PublicImage | null;
  gallery: PublicImage[];
  series: SeriesTeaser;
  sessions: RecapSessionFacts[];
  categories: Term[];
  regions: RegionTerm[];
  /** Of the same series, the nearest by topic, region, speakers and time first. */
  otherRecaps: RecapTeaser[];
  /** Of other series, only what shares one of these. */
  relatedRecaps: RecapTeaser[];
  /** Drawn for previews of other sites; its address changes with what is drawn. */
  socialImage: { address: string; width: number; height: number };
  /** Values of the document's figures by `figureKey`; a key without value has no record. */
  figureValues: Record<string, Count>;
  /** ISO instant the values of text and sessions are of; null: they follow the records. */
  figuresFrozenAt: string | null;
  shown: RecapShown;
  /** Slug per language the recap is really written in. */
  addresses: Partial<Record<Language, string>>;
  isSample: boolean;
  isArchived: boolean;
}

/** A published address never dies: an old slug answers where the recap is now. */
export type RecapPageAnswer =
  { kind: 'page'; page: RecapPage } | { kind: 'moved'; slug: string; language: Language };

/** A stretch of a text, and whether it is what was looked for. */
export interface Passage {
  text: string;
  isFound: boolean;
}

export interface FoundRecap extends RecapTeaser {
  /** Where lead or text have the words, in the language they were found in. null: nothing was searched for, or the title has them. */
  passage: (InLanguage & { parts: Passage[] }) | null;
}

export interface RecapsPage {
  recaps: Page<FoundRecap>;
  /** Choices to filter by, each with how many recaps it would leave beside the search and the other filters. */
  series: ({ slug: string; title: string } & InLanguage & Counted)[];
  /** A region contains those below it. */
  regions: (RegionTerm & Counted)[];
  categories: (Term & Counted)[];
  years: ({ year: number } & Counted)[];
  /** Words like those searched for that find more; applied where the typed ones find nothing. */
  spelling: { words: string; isApplied: boolean } | null;
}
