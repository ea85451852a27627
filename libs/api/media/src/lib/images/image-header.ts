import { createHash } from 'node:crypto';
import { DomainError } from '@reihe/api-platform';
import { MEDIA_LIMITS, type MediaSuggestions } from '@reihe/shared-contracts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { embeddedFacts } from './embedded-facts';

/** Longest that decoding and encoding one file may take: a file made to take for ever ends here. */
const LONGEST_SECONDS = 60;

/** Of a WebP file. */
const LONGEST_SIDE = 16_383;

export interface ImageHeader {
  /** As seen upright. */
  width: number;
  height: number;
  mimeType: string;
  sha256: string;
  suggestions: MediaSuggestions | null;
}

const KINDS: readonly { mimeType: string; format: string; matches: (start: Buffer) => boolean }[] = [
  { mimeType: 'image/jpeg', format: 'jpeg', matches: (start) => start.subarray(0, 3).equals(JPEG) },
  { mimeType: 'image/png', format: 'png', matches: (start) => start.subarray(0, 8).equals(PNG) },
  {
    mimeType: 'image/webp',
    format: 'webp',
    matches: (start) => words(start, 0) === 'RIFF' && words(start, 8) === 'WEBP',
  },
  { mimeType: 'image/avif', format: 'heif', matches: (start) => words(start, 4) === 'ftyp' },
];
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const words = (bytes: Buffer, from: number) => bytes.toString('latin1', from, from + 4);

/**
 * What a file says it is, told by its content and never by its name. Nothing is decoded yet, and a file of no kind we take is not
 * even shown to the library that decodes: drawings with scripts, documents and the like end here.
 * @throws DomainError media.unsupported, request.too-large
 */
export async function readHeader(upload: Uint8Array): Promise<ImageHeader> {
  const start = Buffer.from(upload.subarray(0, 16));
  const kind = KINDS.find(({ matches }) => matches(start));
  if (!kind) throw new DomainError('media.unsupported', 415);
  const metadata = await metadataOf(upload);
  // Other pictures come in the same box as AVIF; those of telephones cannot be decoded here.
  const isOther =
    metadata.format !== kind.format || (kind.format === 'heif' && metadata.compression !== 'av1');
  if (isOther || (metadata.pages ?? 1) > 1) throw new DomainError('media.unsupported', 415);
  const { width, height } = metadata.autoOrient;
  if (width * height > MEDIA_LIMITS.pixels || Math.max(width, height) > LONGEST_SIDE)
    throw new DomainError('request.too-large', 413);
  return {
    width,
    height,
    mimeType: kind.mimeType,
    sha256: createHash('sha256').update(upload).digest('hex'),
    suggestions: embeddedFacts(metadata),
  };
}

export function openImage(contents: Uint8Array): Sharp {
  return sharp(contents, { limitInputPixels: MEDIA_LIMITS.pixels, failOn: 'error' }).timeout({
    seconds: LONGEST_SECONDS,
  });
}

/** What went wrong while an image was decoded, in the words of the API. */
export function imageError(error: unknown): DomainError {
  return isTooLarge(error) ? new DomainError('request.too-large', 413) : new DomainError('media.broken', 422);
}

async function metadataOf(upload: Uint8Array): Promise<Metadata> {
  try {
    return await openImage(upload).metadata();
  } catch (error) {
    // Without a readable header it is not an image, whatever its first bytes say.
    throw isTooLarge(error) ? imageError(error) : new DomainError('media.unsupported', 415);
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message.includes('pixel limit');
}
