import type { FoundPicture } from './pieces';
import type { Losses } from './losses';
import { holdable, lineOf, type Markup } from './markup';

/** Smaller than any picture that is meant to be seen: pixels that count visits, and spacers. */
const LEAST_SIDE = 3;

/** An address of the web, absolute; null: it is none. @param base where it stood; empty: nowhere */
export function absoluteAddress(written: string, base: string): string | null {
  const address = written.trim();
  const from = base === '' ? undefined : base;
  if (address === '' || !URL.canParse(address, from)) return null;
  const { protocol, href } = new URL(address, from);
  return /^https?:$/.test(protocol) ? href : null;
}

/** What an `img` shows; null: nothing to be seen, or nothing that can be fetched. @param base as `absoluteAddress` */
export function pictureOf({ attributes }: Markup, base: string, losses: Losses): FoundPicture | null {
  const isTiny = ['width', 'height'].some((side) => {
    const length = Number(attributes[side] ?? NaN);
    return length >= 0 && length < LEAST_SIDE;
  });
  if (isTiny) return null;
  const written = [attributes['data-src'], attributes['data-lazy-src'], attributes['src']].map((one) =>
    (one ?? '').trim(),
  );
  const source = written.find((one) => one !== '' && !/^data:/i.test(one)) ?? '';
  if (source === '') {
    if (written.some((one) => one !== '')) losses.note('pictures-inline', lineOf(attributes['alt'] ?? ''));
    return null;
  }
  return {
    source: holdable(source).slice(0, 2000),
    address: absoluteAddress(source, base) ?? '',
    attachment: /\bwp-image-(\d+)\b/.exec(attributes['class'] ?? '')?.[1] ?? '',
    alt: lineOf(attributes['alt'] ?? '').slice(0, 400),
    caption: '',
  };
}
