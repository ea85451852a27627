import type {
  ImageSources,
  Media,
  MediaCredit,
  MediaRights,
  MediaUse,
  RulesFor,
} from '@reihe/shared-contracts';

/** How far a file is on its way into the library, as clients tell screens. */
export type UploadProgress =
  /** Its address, by which it goes on after an interruption. */
  | { kind: 'begun'; uploadId: string }
  | { kind: 'sending'; sent: number; total: number }
  /** The line is broken: it goes on by itself. */
  | { kind: 'waiting'; sent: number; total: number }
  | { kind: 'done'; media: Media };

/** Bytes that are sent at once: what is lost with a connection, at most. */
export const UPLOAD_CHUNK_BYTES = 1024 * 1024;

export interface BeginUpload {
  fileName: string;
  byteSize: number;
}

/** An upload as the server has it. */
export interface MediaUpload {
  id: string;
  fileName: string;
  byteSize: number;
  /** Bytes that have arrived; the next are sent from here. */
  offset: number;
  /** The picture, once all have arrived; the one that is there where the same file came before. */
  media: Media | null;
}

/** What the list can be narrowed to. */
export const MEDIA_FILTERS = ['rights', 'alt', 'unused', 'look-alikes', 'preparing', 'failed'] as const;
export type MediaFilter = (typeof MEDIA_FILTERS)[number];

/** Another picture that may be the same, by its looks; nothing is merged by itself. */
export interface LookAlike {
  id: string;
  fileName: string;
  uploadedAt: string;
  usedIn: number;
  image: ImageSources;
  /** Of 64 features, how many differ. */
  distance: number;
}

/** The same said of many pictures; what is absent stays as it is on each. */
export interface BulkMedia {
  ids: string[];
  credit?: Partial<MediaCredit>;
  rights?: Partial<MediaRights>;
}

/** What stood there before, so that it can be put back, with the versions after the change. */
export interface BulkMediaAnswer {
  changed: BulkMediaBefore[];
}

export interface BulkMediaBefore {
  id: string;
  version: number;
  credit: MediaCredit;
  rights: MediaRights;
}

/** Undoes a change in bulk, where nobody saved since; versions are those after the change. */
export interface RestoreBulkMedia {
  items: BulkMediaBefore[];
}

export interface ReplaceMedia {
  /** Takes the place of the picture everywhere. */
  byId: string;
  /** How many places the preview named: another number is refused. */
  expected: number;
}

/** What a replacement would change, or has changed. Revisions of the past keep their pictures. */
export interface MediaReplacement {
  uses: (MediaUse & {
    /** Readers see the other picture at once, in a revision of its own. */
    isPublished: boolean;
  })[];
}

export const beginUploadRules = {
  fileName: { kind: 'text', minLength: 1, maxLength: 200 },
  byteSize: { kind: 'number', min: 1 },
} as const satisfies RulesFor<BeginUpload>;

export const BULK_MEDIA_LIMIT = 100;

export const bulkMediaRules = {
  ids: { kind: 'list', format: 'uuid', minLength: 1, maxLength: BULK_MEDIA_LIMIT },
  credit: { kind: 'object', optional: true },
  rights: { kind: 'object', optional: true },
} as const satisfies RulesFor<BulkMedia>;

export const restoreBulkMediaRules = {
  items: { kind: 'list', minLength: 1, maxLength: BULK_MEDIA_LIMIT },
} as const satisfies RulesFor<RestoreBulkMedia>;

export const replaceMediaRules = {
  byId: { kind: 'text', format: 'uuid' },
  expected: { kind: 'number', min: 1 },
} as const satisfies RulesFor<ReplaceMedia>;
