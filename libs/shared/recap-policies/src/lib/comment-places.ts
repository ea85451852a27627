import { COMMENT_CONTEXT, type CommentAnchor } from '@reihe/shared-editorial';

/** A block of the text as it reads, e.g. a paragraph or a list. */
export interface TextBlock {
  id: string | null;
  text: string;
}

export interface CommentPlace {
  /** Which block. */
  block: number;
  /** Characters into it. */
  start: number;
  end: number;
}

/** In the block it was written in, however the words around have changed. */
const SAME_BLOCK = 2 * COMMENT_CONTEXT;

/** Where the words that a comment is about stand now; null: they are gone. Of several equal ones that whose surroundings fit best. */
export function commentPlace(
  { blockId, ...anchor }: Omit<CommentAnchor, 'language'>,
  blocks: readonly TextBlock[],
): CommentPlace | null {
  const quote = plain(anchor.quote);
  const before = plain(anchor.before).trimEnd();
  const after = plain(anchor.after).trimStart();
  let best: { place: CommentPlace; fit: number } | null = null;
  for (const [block, { id, text: written }] of blocks.entries()) {
    const text = plain(written);
    const bonus = blockId !== null && id === blockId ? SAME_BLOCK : 0;
    for (
      let start = text.indexOf(quote);
      start >= 0 && quote !== '';
      start = text.indexOf(quote, start + 1)
    ) {
      const end = start + quote.length;
      const fit =
        bonus +
        sameEnd(text.slice(0, start).trimEnd(), before) +
        sameStart(text.slice(end).trimStart(), after);
      if (!best || fit > best.fit) best = { place: { block, start, end }, fit };
    }
  }
  return best?.place ?? null;
}

/** What a comment on these characters of a block is anchored by; spaces at the ends of the selection are not part of it. */
export function commentAnchor(
  { id, text }: TextBlock,
  start: number,
  end: number,
): Omit<CommentAnchor, 'language'> | null {
  const selected = text.slice(start, end);
  const quote = selected.trim();
  if (quote === '') return null;
  const from = start + selected.indexOf(quote);
  const to = from + quote.length;
  return {
    blockId: id,
    quote,
    before: text.slice(Math.max(0, from - COMMENT_CONTEXT), from),
    after: text.slice(to, to + COMMENT_CONTEXT),
  };
}

/** Spaces of whatever kind are one: what is sent loses some of them. As long as before. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}

function sameEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.at(-1 - same) === other.at(-1 - same)) same += 1;
  return same;
}

function sameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one[same] === other[same]) same += 1;
  return same;
}
