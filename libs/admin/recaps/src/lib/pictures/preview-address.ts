import type { ImageSources } from '@reihe/shared-contracts';

const WIDTH = 480;

/** Address of a picture that is large enough for a list. */
export function previewAddress({ template, widths }: ImageSources): string {
  const width = widths.find((one) => one >= WIDTH) ?? widths.at(-1) ?? WIDTH;
  return template.replace('{width}', String(width)).replace('{format}', 'webp');
}
