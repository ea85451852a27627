import type { RichDocument, RichNode } from '@reihe/shared-contracts';
import type { RecapText, TranslationBasis } from '@reihe/shared-editorial';
import {
  basisAfter,
  hasWords,
  isOptionalPart,
  isTextLine,
  missingCodes,
  namedBlocks,
  translatedParts,
  withBlockOf,
  type ChipPart,
  type MarkPart,
  type StoredTexts,
  type TextLine,
} from '@reihe/shared-recap-policies';

/** own: the original has no such paragraph · checked: somebody else looked it through */
export type RowState = 'missing' | 'outdated' | 'translated' | 'checked' | 'own';

/** One part of the original beside its translation. */
export interface TranslationRow {
  /** As `TranslatedPart.key`. */
  key: string;
  state: RowState;
  /** It still waits for somebody. */
  isOpen: boolean;
  /** A line of the text; null: a block of it. */
  line: TextLine | null;
  original: string;
  originalBlock: RichNode | null;
  translation: string;
  block: RichNode | null;
  /** What the original said when it was translated; null where it says the same still. */
  was: string | null;
  /** What the original carries and the translation lost. */
  missing: (ChipPart | MarkPart)[];
}

export interface TextsBesideEachOther {
  original: RecapText;
  translation: RecapText;
  /** As they are stored, to know what was written since. */
  stored: StoredTexts;
  basis: TranslationBasis;
  isReviewed: boolean;
}

/** As they would be once they are saved: what is written goes from open to done while one writes. */
export function translationRows(texts: TextsBesideEachOther): TranslationRow[] {
  const { original, translation, stored, isReviewed } = texts;
  const basis = basisAfter(original, stored, translation, texts.basis);
  const blocks = byId(original.body);
  const translated = byId(translation.body);
  return translatedParts(original, translation, basis)
    .filter(({ key }) => isTextLine(key) || isTranslatable(blocks.get(key) ?? translated.get(key)))
    .map(({ key, state, original: words, translation: written, basis: was }): TranslationRow => {
      const line = isTextLine(key) ? key : null;
      const [originalBlock, block] = [blocks.get(key) ?? null, translated.get(key) ?? null];
      const isOpen = state === 'outdated' || (state === 'missing' && !isOptionalPart(key));
      return {
        ...{ key, line, isOpen, original: words, originalBlock, translation: written, block },
        state: state === 'current' ? (isReviewed ? 'checked' : 'translated') : state,
        was: state === 'outdated' || (state === 'missing' && was !== null) ? was : null,
        missing: originalBlock && block ? missingCodes(originalBlock, block) : [],
      };
    });
}

/** The nearest open row in a direction, around the ends; null: none but the one that is asked from. */
export function openRowFrom(
  rows: readonly TranslationRow[],
  from: string | null,
  direction: 1 | -1,
): string | null {
  const at = rows.findIndex(({ key }) => key === from);
  const count = rows.length;
  for (let step = 1; step <= count; step++) {
    const place = at < 0 && direction < 0 ? count - step : at + direction * step;
    const row = rows[((place % count) + count) % count];
    if (row?.isOpen && row.key !== from) return row.key;
  }
  return null;
}

/** Pictures, cards and lines of the original that the translation has not: nobody has to translate them. */
export function wordlessOf(original: RichDocument, translation: RichDocument): string[] {
  const there = byId(translation);
  return namedBlocks(original).content.flatMap((block) => {
    const id = block.attrs?.id;
    return id !== undefined && !isTranslatable(block) && !isEmpty(block) && !there.has(id) ? [id] : [];
  });
}

/** The text with these blocks of the original where they stand there. */
export function withBlocksOf(
  original: RichDocument,
  translation: RichDocument,
  ids: readonly string[],
): RichDocument {
  return ids.reduce((body, id) => withBlockOf(original, body, id), begun(translation));
}

/** The text with what a row says now; what was split off a block stands behind it. */
export function withRow(
  original: RichDocument,
  translation: RichDocument,
  key: string,
  written: readonly RichNode[],
): RichDocument {
  const placed = withBlockOf(original, begun(translation), key);
  const [first, ...others] = written.filter((block, at) => at === 0 || !isEmpty(block));
  const blocks = first ? [{ ...first, attrs: { ...first.attrs, id: key } }, ...others] : [];
  return {
    type: 'doc',
    content: placed.content.flatMap((block) => (block.attrs?.id === key ? blocks : [block])),
  };
}

/** A row to write in: the translation, or a block of the original's kind without words. */
export function rowDocument({ block, originalBlock }: TranslationRow): RichDocument {
  const shown = block ?? (originalBlock && emptied(originalBlock));
  return { type: 'doc', content: shown ? [shown] : [{ type: 'paragraph' }] };
}

/** Lists and tables keep their shape: only the words are missing. */
function emptied(node: RichNode): RichNode {
  if (node.type === 'paragraph' || node.type === 'heading') {
    return { type: node.type, ...(node.attrs && { attrs: node.attrs }) };
  }
  return node.content ? { ...node, content: node.content.map(emptied) } : node;
}

function begun(document: RichDocument): RichDocument {
  const [first, ...others] = document.content;
  return others.length === 0 && first && isEmpty(first) ? { type: 'doc', content: [] } : document;
}

function isTranslatable(block: RichNode | undefined): boolean {
  return block !== undefined && hasWords(block);
}

function isEmpty({ type, content }: RichNode): boolean {
  return (type === 'paragraph' || type === 'heading') && !content?.length;
}

function byId(document: RichDocument): ReadonlyMap<string, RichNode> {
  return new Map(namedBlocks(document).content.map((block) => [block.attrs?.id ?? '', block]));
}
