import type { RulesFor } from './fields';
import type { Translations } from './languages';

export const IMAGE_WIDTHS = [480, 960, 1600] as const;
export const MEDIA_LIMITS = { bytes: 20 * 1024 * 1024, pixels: 60_000_000 } as const;
export const ACCEPTED_IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

export interface MediaText {
  /** Words for people who do not see the image. */
  alt: string;
  caption: string;
}

export interface MediaCredit {
  photographer: string;
  agency: string;
  licence: string;
}

/** Whether the people shown agreed to be published; `open`: nobody has said yet, and that holds publishing back. */
export const CONSENTS = ['open', 'agreed', 'not-needed'] as const;
export type Consent = (typeof CONSENTS)[number];

export interface MediaRights {
  /** Where the licence can be read; empty: nowhere. */
  licenceUrl: string;
  consent: Consent;
  /** Who agreed and how, for staff alone. */
  consentNote: string;
}

/** The place of an image that every crop keeps, as parts of its width and height in whole per cent. */
export interface FocalPoint {
  x: number;
  y: number;
}

/** `preparing`: its sizes are being made; `failed`: they cannot be, and nobody ever sees it. */
export const MEDIA_STATES = ['preparing', 'ready', 'failed'] as const;
export type MediaState = (typeof MEDIA_STATES)[number];

/** What a file says about itself, to be taken over by hand; empty where it says nothing. */
export interface MediaSuggestions extends MediaCredit {
  licenceUrl: string;
  caption: string;
}

/** Media as staff work with it. */
export interface Media {
  id: string;
  version: number;
  fileName: string;
  mimeType: string;
  width: number;
  height: number;
  byteSize: number;
  state: MediaState;
  /** Why it failed. */
  failure: MediaFailure | null;
  credit: MediaCredit;
  rights: MediaRights;
  translations: Translations<MediaText>;
  suggestions: MediaSuggestions | null;
  image: ImageSources;
  focus: FocalPoint;
  /** How many others look like it. */
  lookAlikes: number;
  uploadedAt: string;
  /** Where it is shown, or was in a revision that can be restored; recaps first. */
  usedIn: MediaUse[];
}

export interface MediaUse {
  kind: 'recap' | 'series' | 'speaker';
  id: string;
  titles: Translations<string>;
}

export const MEDIA_FAILURES = ['media.broken', 'media.unsupported', 'request.too-large'] as const;
export type MediaFailure = (typeof MEDIA_FAILURES)[number];

export interface ImageSources {
  width: number;
  height: number;
  /** Address with `{width}` and `{format}` to fill, e.g. `/media/5f…/{width}.{format}`. */
  template: string;
  /** Widths that exist, ascending; never above the original. */
  widths: number[];
  /** Best first. */
  formats: ImageFormat[];
  /** A tiny image as a data address, to be shown until the real one is there; absent until it is made. */
  placeholder?: string;
  /** Absent: the middle. */
  focus?: FocalPoint;
  crops?: ImageCrops;
}

/** Cut around the focal point; absent until they are made. */
export interface ImageCrops {
  /** 16:9, in the formats of the whole image. */
  wide: Pick<ImageSources, 'template' | 'widths' | 'width' | 'height'>;
  /** For cards in social networks: always JPEG. */
  social: { address: string; width: number; height: number };
}

export const IMAGE_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** An image as a reader sees it; credit is already one line ("photographer | agency"). */
export interface PublicImage extends ImageSources {
  alt: string;
  caption: string;
  credit: string;
  licence: string;
  /** Empty: there is none. */
  licenceUrl?: string;
}

export interface SaveMedia {
  version: number;
  credit: MediaCredit;
  /** Absent: as they are. */
  rights?: MediaRights;
  /** Absent: where it is. The crops follow; those around the place before are shown until then. */
  focus?: FocalPoint;
  translations: Translations<MediaText>;
}

export const mediaTextRules = {
  alt: { kind: 'text', maxLength: 400, optional: true },
  caption: { kind: 'text', maxLength: 400, optional: true },
} as const satisfies RulesFor<MediaText>;

export const mediaCreditRules = {
  photographer: { kind: 'text', maxLength: 160, optional: true },
  agency: { kind: 'text', maxLength: 160, optional: true },
  licence: { kind: 'text', maxLength: 160, optional: true },
} as const satisfies RulesFor<MediaCredit>;

export const mediaRightsRules = {
  licenceUrl: { kind: 'text', format: 'url', maxLength: 500, optional: true },
  consent: { kind: 'text', values: CONSENTS },
  consentNote: { kind: 'text', maxLength: 400, optional: true },
} as const satisfies RulesFor<MediaRights>;

export const focalPointRules = {
  x: { kind: 'number', min: 0, max: 100 },
  y: { kind: 'number', min: 0, max: 100 },
} as const satisfies RulesFor<FocalPoint>;

export const saveMediaRules = {
  version: { kind: 'number', min: 0 },
  credit: { kind: 'object' },
  rights: { kind: 'object', optional: true },
  focus: { kind: 'object', optional: true },
  translations: { kind: 'translations' },
} as const satisfies RulesFor<SaveMedia>;
