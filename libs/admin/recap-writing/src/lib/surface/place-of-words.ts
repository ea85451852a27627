import type { Range } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** Stands for what is no word: a live number, a note. */
const GAP = '\u{fffc}';

/** Where words stand in a document. @param blockId empty: in whichever block they are first; null: nowhere */
export function placeOf(document: Node, words: string, blockId: string): Range | null {
  let place: Range | null = null;
  document.forEach((block, offset) => {
    if (place || (blockId !== '' && block.attrs['id'] !== blockId)) return;
    place = withinBlock(block, offset, words);
  });
  return place;
}

/** Where the block of this name begins; null: nowhere. */
export function blockAt(document: Node, id: string): number | null {
  let place: number | null = null;
  document.forEach((block, offset) => {
    if (block.attrs['id'] === id) place ??= offset;
  });
  return place;
}

function withinBlock(block: Node, offset: number, words: string): Range | null {
  if (block.isTextblock) return withinLine(block, offset + 1, words);
  let place: Range | null = null;
  block.descendants((node, at) => {
    if (!place && node.isTextblock) place = withinLine(node, offset + 1 + at + 1, words);
    return place === null;
  });
  return place;
}

function withinLine(line: Node, start: number, words: string): Range | null {
  const at = line.textBetween(0, line.content.size, GAP, GAP).indexOf(words);
  return at < 0 ? null : { from: start + at, to: start + at + words.length };
}
