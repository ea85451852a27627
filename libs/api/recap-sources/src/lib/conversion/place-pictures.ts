import { DOCUMENT_LIMITS, type RichDocument, type RichNode } from '@reihe/shared-contracts';
import { namedBlocks } from '@reihe/shared-recap-policies';
import type { FoundPicture, Piece } from './pieces';

/** A picture with where it belongs once it is there. */
export interface PlacedPicture extends FoundPicture {
  /** Name of the block it follows; null: it stands first. */
  afterBlock: string | null;
  /** Alike for pictures that stand together; null: it stands alone. */
  gallery: number | null;
}

export interface SettledText {
  /** Each with its name. */
  blocks: RichNode[];
  pictures: PlacedPicture[];
}

/** A text without its pictures, and where they go. */
export function settled(pieces: readonly Piece[]): SettledText {
  const nodes = pieces.flatMap((piece) => (piece.kind === 'block' ? [piece.node] : []));
  const blocks = namedBlocks({ type: 'doc', content: nodes }).content;
  const pictures: PlacedPicture[] = [];
  let passed = 0;
  let galleries = 0;
  for (const piece of pieces) {
    if (piece.kind === 'block') {
      passed += 1;
      continue;
    }
    const afterBlock = blocks[passed - 1]?.attrs?.id ?? null;
    if (piece.isGallery) galleries += 1;
    const gallery = piece.isGallery ? galleries : null;
    pictures.push(...piece.pictures.map((picture) => ({ ...picture, afterBlock, gallery })));
  }
  return { blocks, pictures };
}

/** A picture of the library on its way into a text. */
export interface ArrivedPicture {
  mediaId: string;
  afterBlock: string | null;
  gallery: number | null;
  /** Empty: the picture's own is shown. */
  caption: string;
}

/**
 * The text with its pictures. Somebody may have written on meanwhile: each follows its block wherever that stands now, and where it
 * is gone the picture stands at the end.
 */
export function withPictures(body: RichDocument, pictures: readonly ArrivedPicture[]): RichDocument {
  const { content } = namedBlocks(body);
  const names = new Set(content.map(({ attrs }) => attrs?.id));
  const after = new Map<string | null, RichNode[]>();
  for (const [anchor, group] of grouped(pictures)) {
    const place = anchor === null || names.has(anchor) ? anchor : 'end';
    after.set(place, [...(after.get(place) ?? []), ...group]);
  }
  return namedBlocks({
    type: 'doc',
    content: [
      ...(after.get(null) ?? []),
      ...content.flatMap((block) => [block, ...(after.get(block.attrs?.id ?? '') ?? [])]),
      ...(after.get('end') ?? []),
    ],
  });
}

function grouped(pictures: readonly ArrivedPicture[]): [anchor: string | null, nodes: RichNode[]][] {
  const groups: { anchor: string | null; gallery: number | null; members: ArrivedPicture[] }[] = [];
  for (const picture of pictures) {
    const last = groups.at(-1);
    if (last && picture.gallery !== null && last.gallery === picture.gallery) last.members.push(picture);
    else groups.push({ anchor: picture.afterBlock, gallery: picture.gallery, members: [picture] });
  }
  return groups.map(({ anchor, members }) => [anchor, [nodeOf(members)]]);
}

function nodeOf(members: readonly ArrivedPicture[]): RichNode {
  const mediaIds = [...new Set(members.map(({ mediaId }) => mediaId))].slice(0, DOCUMENT_LIMITS.gallery);
  const [first] = members;
  if (mediaIds.length > 1) return { type: 'gallery', attrs: { mediaIds, caption: '' } };
  return {
    type: 'picture',
    attrs: { mediaId: first?.mediaId ?? '', caption: first?.caption ?? '', size: 'text' },
  };
}
