import { createHash } from 'node:crypto';

/**
 * By what an article is known again, in whatever file it comes: what its source calls it, where it stood, what it says.
 * @param words of title and text
 */
export function marksOf({ guid, address }: { guid: string; address: string }, words: string): string[] {
  const place = placeOf(address);
  const host = place.split('/')[0] ?? '';
  const name = guid.trim();
  // A short number is another article's in another feed.
  const isTelling = /^https?:/i.test(name) || host !== '' || name.length >= 16;
  return [
    ...(name !== '' && isTelling
      ? [`guid:${/^https?:/i.test(name) ? placeOf(name) : `${host}|${name}`}`]
      : []),
    ...(place !== '' ? [`url:${place}`] : []),
    `text:${createHash('sha256').update(words.replace(/\s+/g, ' ').trim()).digest('hex')}`,
  ].map((mark) => mark.slice(0, 1000));
}

/** An address without what changes when a site moves to HTTPS, or is linked to with or without `www`. */
export function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host, pathname, search } = new URL(address);
  if (!/^https?:$/.test(protocol)) return '';
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** What a browser asks its host for: path and query; empty: there is none, or it is the front page. */
export function pathOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, pathname, search } = new URL(address);
  if (!/^https?:$/.test(protocol)) return '';
  const path = pathname.replace(/\/+$/, '') || '/';
  return path === '/' && search === '' ? '' : `${path}${search}`;
}
