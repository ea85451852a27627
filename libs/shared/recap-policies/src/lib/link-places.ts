import { isLanguage, type RichDocument, type RichNode } from '@reihe/shared-contracts';
import { nodesOf } from './document-text';

/** A link where it stands in a text. */
export interface LinkPlace {
  href: string;
  /** What is read of it; empty where it is no words (a video without title). */
  words: string;
  /** Name of its block; empty while it has none. */
  blockId: string;
  /** A video: no words of the text lead there. */
  isVideo: boolean;
}

/** Every link and video of a document, in its order; words in several styles that lead to one place are one. */
export function linkPlaces({ content }: RichDocument): LinkPlace[] {
  return content.flatMap((block) => placesIn(block, block.attrs?.id ?? ''));
}

function placesIn(node: RichNode, blockId: string): LinkPlace[] {
  const own = node.attrs?.href;
  const places: LinkPlace[] = own
    ? [{ href: own, words: node.attrs?.title ?? '', blockId, isVideo: true }]
    : [];
  let running: LinkPlace | null = null;
  for (const child of node.content ?? []) {
    const href = child.marks?.find(({ type }) => type === 'link')?.attrs?.href;
    const text = child.text ?? '';
    if (href && running?.href === href) running.words += text;
    else {
      running = href ? { href, words: text, blockId, isVideo: false } : null;
      if (running) places.push(running);
    }
    places.push(...placesIn(child, blockId));
  }
  return places;
}

export interface OwnPage {
  kind: 'session' | 'series' | 'recap';
  slug: string;
}

const KINDS = new Map<string, OwnPage['kind']>([
  ['sessions', 'session'],
  ['series', 'series'],
  ['recaps', 'recap'],
]);

/** The page of this site that a link names by its records; null: another page, or another site. @param baseUrl without a slash at its end */
export function ownPage(href: string, baseUrl: string): OwnPage | null {
  const path = href.startsWith(`${baseUrl}/`) ? href.slice(baseUrl.length) : href;
  if (!path.startsWith('/') || path.startsWith('//')) return null;
  const [, language, place = '', slug = '', ...more] = (path.split(/[?#]/)[0] ?? '').split('/');
  const kind = KINDS.get(place);
  return isLanguage(language) && kind && slug !== '' && more.length === 0 ? { kind, slug } : null;
}

/** Whether a link within the page leads to a footnote that there is; true of all that is no such link. */
export function leadsToNote(href: string, document: RichDocument): boolean {
  if (!href.startsWith('#')) return true;
  const number = Number(/^#note-(?:mark-)?(\d+)$/.exec(href)?.[1] ?? 0);
  return number >= 1 && number <= nodesOf(document).filter(({ type }) => type === 'footnote').length;
}
