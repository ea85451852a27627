import type { FocalPoint } from '@reihe/shared-contracts';

export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const CROPS = {
  wide: { ratio: 16 / 9 },
  /** What social networks ask for. */
  social: { ratio: 1200 / 630, width: 1200 },
} as const;
export type Crop = keyof typeof CROPS;

/** The largest part of an image that has this shape, with the focal point as near to its middle as the edges allow. */
export function regionAround(
  { width, height }: { width: number; height: number },
  ratio: number,
  focus: FocalPoint,
): Region {
  const isTooWide = width / height > ratio;
  const cut = isTooWide
    ? { width: Math.max(1, Math.round(height * ratio)), height }
    : { width, height: Math.max(1, Math.round(width / ratio)) };
  return {
    ...cut,
    left: placed((focus.x / 100) * width, cut.width, width),
    top: placed((focus.y / 100) * height, cut.height, height),
  };
}

function placed(middle: number, part: number, whole: number): number {
  return Math.max(0, Math.min(whole - part, Math.round(middle - part / 2)));
}
