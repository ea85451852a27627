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

/** Media as staff work with it. */
export interface Media {
  id: string;
  version: number;
  fileName: string;
  mimeType: string;
  width: number;
  height: number;
  byteSize: number;
  credit: MediaCredit;
  translations: Translations<MediaText>;
  image: ImageSources;
  uploadedAt: string;
  /** Where it is shown, or was in a revision that can be restored; recaps first. */
  usedIn: MediaUse[];
}

export interface MediaUse {
  kind: 'recap' | 'series' | 'speaker';
  id: string;
  titles: Translations<string>;
}

export interface ImageSources {
  width: number;
  height: number;
  /** Address with `{width}` and `{format}` to fill, e.g. `/media/5f…/{width}.{format}`. */
  template: string;
  /** Widths that exist, ascending; never above the original. */
  widths: number[];
  formats: ImageFormat[];
}

export type ImageFormat = 'webp' | 'jpeg';

/** An image as a reader sees it; credit is already one line ("photographer | agency"). */
export interface PublicImage extends ImageSources {
  alt: string;
  caption: string;
  credit: string;
  licence: string;
}

export interface SaveMedia {
  version: number;
  credit: MediaCredit;
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

export const saveMediaRules = {
  version: { kind: 'number', min: 0 },
  credit: { kind: 'object' },
  translations: { kind: 'translations' },
} as const satisfies RulesFor<SaveMedia>;
