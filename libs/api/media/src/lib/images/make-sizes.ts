import type { FocalPoint, ImageCrops, ImageFormat } from '@reihe/shared-contracts';
import { CROPS, regionAround, type Region } from '@reihe/shared-recap-policies';
import { cropFile, cropsOf, widthsOf } from './crops';
import { imageError, openImage } from './image-header';
import { lookOf } from './look';

export interface StoredFile {
  /** Within the folder of its image. */
  name: string;
  contents: Uint8Array;
  contentType: string;
}

/** What there must be before anybody sees the image. */
export interface FirstSizes {
  widths: number[];
  formats: ImageFormat[];
  placeholder: string;
  look: bigint | null;
  /** The file that everything else is made from, later too. */
  source: string;
  files: StoredFile[];
}

export interface RestOfSizes {
  formats: ImageFormat[];
  crops: ImageCrops;
  files: AsyncGenerator<StoredFile>;
}

/** Another set of files than before gets another number: a worker then makes it for all images. */
export const RECIPE = 1;
export const FIRST_FORMATS = ['webp', 'jpeg'] as const satisfies readonly ImageFormat[];
export const ALL_FORMATS = ['avif', 'webp', 'jpeg'] as const satisfies readonly ImageFormat[];

/** Large enough for every size and crop; the file as it was uploaded is not kept. */
const SOURCE_WIDTH = 3200;
const PLACEHOLDER_WIDTH = 16;
const QUALITY = {
  avif: { quality: 55, effort: 3 },
  webp: { quality: 78 },
  jpeg: { quality: 80 },
} as const;

/**
 * The file to make everything from, and the sizes readers need first: only re-encoded pixels, turned upright, without EXIF, GPS or
 * anything else the upload carried.
 * @throws DomainError media.broken, request.too-large
 */
export async function makeFirstSizes(upload: Uint8Array): Promise<FirstSizes> {
  try {
    const { hasAlpha, autoOrient } = await openImage(upload).metadata();
    const source = await sourceOf(upload, hasAlpha);
    const widths = widthsOf(autoOrient.width);
    // One after the other: two large images at once would need the memory of both.
    const files: StoredFile[] = [source];
    for (const width of widths)
      for (const format of FIRST_FORMATS)
        files.push(await sized(source.contents, `${width}.${format}`, width, format));
    return {
      widths,
      formats: [...FIRST_FORMATS],
      placeholder: await makePlaceholder(source.contents),
      look: await lookOf(source.contents),
      source: source.name,
      files,
    };
  } catch (error) {
    throw imageError(error);
  }
}

/** The smaller format for browsers that know it, and the crops around a focal point; made one by one as they are asked for. */
export async function makeRestOfSizes(
  id: string,
  source: Uint8Array,
  widths: readonly number[],
  focus: FocalPoint,
  edition: number,
): Promise<RestOfSizes> {
  const { width, height } = (await openImage(source).metadata()).autoOrient;
  const regions = {
    wide: regionAround({ width, height }, CROPS.wide.ratio, focus),
    social: regionAround({ width, height }, CROPS.social.ratio, focus),
  };
  const crops = cropsOf(id, edition, regions);
  return { formats: [...ALL_FORMATS], crops, files: restOfFiles(source, widths, regions, crops, edition) };
}

async function* restOfFiles(
  source: Uint8Array,
  widths: readonly number[],
  { wide, social }: Record<'wide' | 'social', Region>,
  crops: ImageCrops,
  edition: number,
): AsyncGenerator<StoredFile> {
  for (const width of widths) yield sized(source, `${width}.avif`, width, 'avif');
  for (const width of crops.wide.widths)
    for (const format of ALL_FORMATS)
      yield sized(source, cropFile('wide', edition, width, format), width, format, wide);
  const { width } = crops.social;
  yield sized(source, cropFile('social', edition, width, 'jpeg'), width, 'jpeg', social);
}

/** Empty for what one can see through: the placeholder would go on showing behind it. */
export async function makePlaceholder(source: Uint8Array): Promise<string> {
  if ((await openImage(source).metadata()).hasAlpha) return '';
  const tiny = await openImage(source)
    .resize({ width: PLACEHOLDER_WIDTH, withoutEnlargement: true })
    .blur(0.6)
    .webp({ quality: 30, alphaQuality: 30, effort: 6 })
    .toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}

async function sourceOf(upload: Uint8Array, hasAlpha: boolean): Promise<StoredFile> {
  const upright = openImage(upload).autoOrient().resize({ width: SOURCE_WIDTH, withoutEnlargement: true });
  return hasAlpha
    ? {
        name: 'source.webp',
        contents: await upright.webp({ quality: 95 }).toBuffer(),
        contentType: 'image/webp',
      }
    : {
        name: 'source.jpeg',
        contents: await upright.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
        contentType: 'image/jpeg',
      };
}

async function sized(
  source: Uint8Array,
  name: string,
  width: number,
  format: ImageFormat,
  region?: Region,
): Promise<StoredFile> {
  const cut = region ? openImage(source).extract(region) : openImage(source);
  const resized = cut.resize({ width, withoutEnlargement: true });
  const opaque = format === 'jpeg' ? resized.flatten({ background: '#ffffff' }) : resized;
  const contents = await opaque.toFormat(format, QUALITY[format]).toBuffer();
  return { name, contents, contentType: `image/${format}` };
}
