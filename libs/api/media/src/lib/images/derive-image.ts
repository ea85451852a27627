import { createHash } from 'node:crypto';
import { DomainError } from '@reihe/api-platform';
import { IMAGE_WIDTHS, MEDIA_LIMITS, type ImageFormat } from '@reihe/shared-contracts';
import sharp, { type Metadata } from 'sharp';

export const IMAGE_FORMATS = ['webp', 'jpeg'] as const satisfies readonly ImageFormat[];
const QUALITY = { webp: 78, jpeg: 80 } as const;
const ACCEPTED = new Map([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['heif', 'image/avif'],
]);

export interface DerivedImage {
  width: number;
  height: number;
  mimeType: string;
  sha256: string;
  widths: number[];
  files: { width: number; format: ImageFormat; contents: Uint8Array }[];
}

/**
 * What is stored of an upload: only re-encoded pixels, turned upright, without EXIF, GPS or anything else the file carried.
 * The type is read from the content, never from the name.
 * @throws DomainError media.unsupported, media.broken, request.too-large
 */
export async function deriveImage(upload: Uint8Array): Promise<DerivedImage> {
  const { format, pages, autoOrient } = await readHeader(upload);
  const mimeType = ACCEPTED.get(format);
  if (!mimeType || (pages ?? 1) > 1) throw new DomainError('media.unsupported', 415);
  const { width, height } = autoOrient;
  if (width * height > MEDIA_LIMITS.pixels) throw new DomainError('request.too-large', 413);

  const largest = Math.min(width, Math.max(...IMAGE_WIDTHS));
  const widths = [...IMAGE_WIDTHS.filter((step) => step < largest), largest];
  // One after the other: two large images at once would need the memory of both.
  const files: DerivedImage['files'] = [];
  for (const step of widths) {
    for (const target of IMAGE_FORMATS)
      files.push({ width: step, format: target, contents: await encode(upload, step, target) });
  }
  return {
    width,
    height,
    mimeType,
    sha256: createHash('sha256').update(upload).digest('hex'),
    widths,
    files,
  };
}

function open(upload: Uint8Array) {
  return sharp(upload, { limitInputPixels: MEDIA_LIMITS.pixels, failOn: 'error' });
}

async function readHeader(upload: Uint8Array): Promise<Metadata> {
  try {
    return await open(upload).metadata();
  } catch (error) {
    // Without a readable header it is not an image of a kind we take, whatever it says it is.
    throw isTooLarge(error)
      ? new DomainError('request.too-large', 413)
      : new DomainError('media.unsupported', 415);
  }
}

async function encode(upload: Uint8Array, width: number, format: ImageFormat): Promise<Uint8Array> {
  try {
    const resized = open(upload).autoOrient().resize({ width, withoutEnlargement: true });
    const opaque = format === 'jpeg' ? resized.flatten({ background: '#ffffff' }) : resized;
    return await opaque.toFormat(format, { quality: QUALITY[format] }).toBuffer();
  } catch (error) {
    throw isTooLarge(error)
      ? new DomainError('request.too-large', 413)
      : new DomainError('media.broken', 422);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message.includes('pixel limit');
}
