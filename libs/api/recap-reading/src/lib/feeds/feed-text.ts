import type { PublicImage } from '@reihe/shared-contracts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function html(text: string): string {
  return printable(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** XML cannot hold control characters, halves of characters or the two that are none, not even escaped. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
}

/** The width of pictures in feeds, or the next that there is. */
const PICTURE_WIDTH = 960;

/** Path of the JPEG that feeds show. */
export function pictureOf({ template, widths }: PublicImage): string | null {
  const width = widths.find((candidate) => candidate >= PICTURE_WIDTH) ?? widths.at(-1);
  return width === undefined ? null : template.replace('{width}', String(width)).replace('{format}', 'jpeg');
}

/** An image never leaves without its credit. @param address absolute @param label "Image" in the feed's language */
export function figure(address: string, { alt, credit, licence }: PublicImage, label: string): string {
  const line = [credit, licence].filter((part) => part !== '').join(', ');
  const caption = line && `<figcaption>${html(`${label}: ${line}`)}</figcaption>`;
  return `<figure><img src="${html(address)}" alt="${html(alt)}">${caption}</figure>`;
}
