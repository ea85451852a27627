import type { RichNode } from '@reihe/shared-contracts';

/** A picture as the text names it. */
export interface FoundPicture {
  /** As written. */
  source: string;
  /** Absolute; empty: it cannot be told. */
  address: string;
  /** The number WordPress has for it; empty: none. */
  attachment: string;
  alt: string;
  caption: string;
}

/** What a text becomes, in its order: blocks of the document, and places of pictures, which come later. */
export type Piece =
  { kind: 'block'; node: RichNode } | { kind: 'pictures'; isGallery: boolean; pictures: FoundPicture[] };

export function videoBlock(href: string, title: string): RichNode {
  return { type: 'video', attrs: { href, title: title || new URL(href).hostname, posterId: null } };
}
