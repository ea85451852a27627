import type { PublicImage } from '@reihe/shared-contracts';
import type { PageDescription } from '@reihe/web-platform';

/** An image for link previews, as JPEG, which every reader of previews understands: cut for them, else the largest there is. */
export function previewImage(image: PublicImage): NonNullable<PageDescription['image']> {
  if (image.crops) return { ...image.crops.social, alt: image.alt };
  const width = image.widths.at(-1) ?? image.width;
  return {
    address: image.template.replace('{width}', String(width)).replace('{format}', 'jpeg'),
    alt: image.alt,
    width,
    height: Math.round((image.height * width) / image.width),
  };
}
