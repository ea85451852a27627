import { IMAGE_WIDTHS, type ImageCrops } from '@reihe/shared-contracts';
import { CROPS, type Crop, type Region } from '@reihe/shared-recap-policies';

/** Widths that are made of something `width` wide, ascending: none is larger than it. */
export function widthsOf(width: number): number[] {
  const largest = Math.min(width, Math.max(...IMAGE_WIDTHS));
  return [...IMAGE_WIDTHS.filter((step) => step < largest), largest];
}

/** File name of a crop. Another focal point makes another edition: what has an address never changes. */
export function cropFile(crop: Crop, edition: number, width: number | string, format: string): string {
  return `${crop}-${edition}-${width}.${format}`;
}

/** What readers are told about the crops of one image. */
export function cropsOf(id: string, edition: number, regions: Readonly<Record<Crop, Region>>): ImageCrops {
  const { wide, social } = regions;
  const socialWidth = Math.min(CROPS.social.width, social.width);
  return {
    wide: {
      template: `/media/${id}/${cropFile('wide', edition, '{width}', '{format}')}`,
      widths: widthsOf(wide.width),
      width: wide.width,
      height: wide.height,
    },
    social: {
      address: `/media/${id}/${cropFile('social', edition, socialWidth, 'jpeg')}`,
      width: socialWidth,
      height: Math.round(socialWidth / CROPS.social.ratio),
    },
  };
}
