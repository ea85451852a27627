import { LANGUAGES, type Language, type RulesFor } from '@reihe/shared-contracts';
import { UPLOAD_CHUNK_BYTES } from './media-library';

/** What an import may hold. Above it the file is refused with the limit, before more of it is read. */
export const IMPORT_LIMITS = {
  /** Of the file as it comes, in bytes. */
  bytes: 100_000_000,
  /** Of one text in it, in bytes: an export, a feed, a page. */
  textBytes: 40_000_000,
  /** Files in an archive. */
  entries: 5000,
  /** Of an archive, once unpacked, in bytes. */
  unpackedBytes: 400_000_000,
  /** How many times larger one file of an archive may become. */
  ratio: 200,
  articles: 1000,
  /** Bytes that are sent at once. */
  chunk: UPLOAD_CHUNK_BYTES,
} as const;

export const IMPORT_KINDS = ['wordpress', 'rss', 'atom', 'json-feed', 'html'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * receiving: the file is on its way · reading: a worker reads it · refused: it cannot be read, see `refusal` · ready: waits for the
 * editor, nothing of it is written · writing: the drafts come, all or none · pictures: the drafts are there, pictures follow · done ·
 * undone: nothing of it is left
 */
export const IMPORT_STATES = [
  'receiving',
  'reading',
  'refused',
  'ready',
  'writing',
  'pictures',
  'done',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_REFUSALS = [
  'too-large',
  'unknown-kind',
  'no-article',
  'too-many-articles',
  'broken-xml',
  'doctype',
  'broken-json',
  'broken-zip',
  'zip-bomb',
  'unreachable',
  'address-not-allowed',
  'interrupted',
] as const;
export type ImportRefusalCode = (typeof IMPORT_REFUSALS)[number];

export interface ImportRefusal {
  code: ImportRefusalCode;
  /** In the text, from 1; null: nothing of it has lines. */
  line: number | null;
  /** A file of the archive, or the limit that was passed; empty: the whole. */
  detail: string;
}

/** What keeps an article from being imported until somebody changes it. */
export const BLOCKING_NOTES = [
  'no-title',
  'no-body',
  'too-long',
  'already-imported',
  'twice',
  'language-unknown',
  'language-twice',
] as const;

/** What an editor should know of an article, most of it what is lost on the way. */
export const IMPORT_NOTES = [
  ...BLOCKING_NOTES,
  'no-date',
  'date-unreadable',
  'not-public',
  'page',
  'title-cut',
  'lead-cut',
  'author-cut',
  'videos',
  'frames-linked',
  'scripts-dropped',
  'forms-dropped',
  'shortcodes-dropped',
  'tables-simplified',
  'nesting-simplified',
  'links-dropped',
  'links-imported',
  'pictures-missing',
  'pictures-not-fetched',
  'pictures-inline',
  'pictures-failed',
  'pictures-not-placed',
  'categories-left-out',
] as const;
export type ImportNoteCode = (typeof IMPORT_NOTES)[number];

export interface ImportNote {
  code: ImportNoteCode;
  count: number;
  /** What it is about, a few of them: names, addresses. */
  details: string[];
}

/** One import on its way from a file to drafts, and the report of it. */
export interface RecapImport {
  id: string;
  version: number;
  seriesId: string;
  state: ImportState;
  /** As it was called, or the address it was fetched from. */
  fileName: string;
  kind: ImportKind | null;
  refusal: ImportRefusal | null;
  byteSize: number;
  /** Bytes that have arrived; the next are sent from here. */
  received: number;
  createdAt: string;
  /** Staff name. */
  createdBy: string | null;
  articles: number;
  /** Articles that would become, or became, drafts or languages of drafts. */
  chosen: number;
  /** Chosen ones that something keeps back. */
  blocked: number;
  /** Articles written so far, while drafts are written. */
  written: number;
  /** Drafts that came of it and are there. */
  recaps: number;
  pictures: ImportedPictures;
  fetchesPictures: boolean;
  keepsDates: boolean;
  /** Whether this installation asks other hosts for anything. */
  mayFetch: boolean;
  /** Drafts that stayed when it was undone, because somebody has worked on them since. */
  kept: ImportedDraft[];
}

export interface ImportedPictures {
  all: number;
  /** In the file itself. */
  inFile: number;
  done: number;
  failed: number;
}

export interface ImportedDraft {
  id: string;
  title: string;
}

/** One article of an import: what it would become, and what it became. */
export interface ImportArticle {
  id: string;
  version: number;
  position: number;
  title: string;
  /** null: in none that Reihe knows, or not said. */
  language: Language | null;
  /** As the source calls its language; empty: it says nothing. */
  statedLanguage: string;
  author: string;
  /** ISO date. */
  publishedOn: string | null;
  lead: string;
  /** Where it is, or was, read; empty: not said. */
  address: string;
  words: number;
  pictures: ImportedPictures;
  /** Names of Reihe's own, in the reader's language. */
  categories: string[];
  sessionIds: string[];
  /** The article it is a translation of, or the first of those that belong together; null: it stands alone. */
  translationOf: string | null;
  isChosen: boolean;
  notes: ImportNote[];
  /** The draft it became; null: none, or it is gone. */
  recapId: string | null;
}

export interface BeginRecapImport {
  seriesId: string;
  fileName: string;
  byteSize: number;
}

export interface FetchFeed {
  seriesId: string;
  address: string;
}

export interface ChangeImportArticle {
  version: number;
  title: string;
  language: Language | null;
  sessionIds: string[];
  translationOf: string | null;
  isChosen: boolean;
}

/** For all articles at once. */
export interface ChangeImportArticles {
  version: number;
  language?: Language | null;
  isChosen?: boolean | null;
}

export interface RunRecapImport {
  version: number;
  /** Pictures that are not in the file are asked of the hosts they lie on. */
  fetchesPictures: boolean;
  /** The day an article first appeared is the day shown to readers. */
  keepsDates: boolean;
}

/** Where a text of a recap stood before it was Reihe's. */
export interface RecapOrigin {
  language: Language;
  address: string;
  publishedOn: string | null;
}

export interface RecapOrigins {
  origins: RecapOrigin[];
}

export const beginRecapImportRules = {
  seriesId: { kind: 'text', format: 'uuid' },
  fileName: { kind: 'text', minLength: 1, maxLength: 200 },
  byteSize: { kind: 'number', min: 1, max: IMPORT_LIMITS.bytes },
} as const satisfies RulesFor<BeginRecapImport>;

export const fetchFeedRules = {
  seriesId: { kind: 'text', format: 'uuid' },
  address: { kind: 'text', format: 'url', maxLength: 2000 },
} as const satisfies RulesFor<FetchFeed>;

export const changeImportArticleRules = {
  version: { kind: 'number', min: 0 },
  title: { kind: 'text', maxLength: 200, optional: true },
  language: { kind: 'text', values: LANGUAGES, optional: true },
  sessionIds: { kind: 'list', format: 'uuid', maxLength: 20 },
  translationOf: { kind: 'text', format: 'uuid', optional: true },
  isChosen: { kind: 'boolean' },
} as const satisfies RulesFor<ChangeImportArticle>;

export const changeImportArticlesRules = {
  version: { kind: 'number', min: 0 },
  language: { kind: 'text', values: LANGUAGES, optional: true },
  isChosen: { kind: 'boolean', optional: true },
} as const satisfies RulesFor<ChangeImportArticles>;

export const runRecapImportRules = {
  version: { kind: 'number', min: 0 },
  fetchesPictures: { kind: 'boolean' },
  keepsDates: { kind: 'boolean' },
} as const satisfies RulesFor<RunRecapImport>;

/** Paths of the API below API_BASE. */
export const recapImportPaths = {
  all: '/recap-imports',
  feed: '/recap-imports/feed',
  one: (id: string) => `/recap-imports/${id}`,
  file: (id: string) => `/recap-imports/${id}/file`,
  articles: (id: string) => `/recap-imports/${id}/articles`,
  article: (id: string, articleId: string) => `/recap-imports/${id}/articles/${articleId}`,
  run: (id: string) => `/recap-imports/${id}/run`,
  undo: (id: string) => `/recap-imports/${id}/undo`,
  origins: (recapId: string) => `/recap-imports/origins/${recapId}`,
} as const;

/** Whether something keeps this article from being imported. */
export function isBlocked({ notes }: Pick<ImportArticle, 'notes'>): boolean {
  return notes.some(({ code }) => (BLOCKING_NOTES as readonly string[]).includes(code));
}
