import type { RichDocument, RichNode } from '@reihe/shared-contracts';
import type { RecapText, TranslationBasis } from '@reihe/shared-editorial';
import { namedBlocks } from './document-blocks';
import { blockWords } from './text-slots';

/** A text without its address, which nobody translates. */
export type TranslatedText = Pick<RecapText, 'title' | 'lead' | 'body'> &
  Partial<Pick<RecapText, 'seoTitle' | 'seoDescription'>>;

/** Lines of a text that are parts of their own. */
export const TEXT_LINES = ['title', 'lead', 'seoTitle', 'seoDescription'] as const;
export type TextLine = (typeof TEXT_LINES)[number];

export function isTextLine(key: string): key is TextLine {
  return (TEXT_LINES as readonly string[]).includes(key);
}

/** What a page does without: where it is empty, search engines get title and lead. */
export function isOptionalPart(key: string): boolean {
  return key === 'seoTitle' || key === 'seoDescription';
}

/** missing: nobody translated it · outdated: the original says something else by now · own: the original has no such part */
export type PartState = 'current' | 'outdated' | 'missing' | 'own';

/** A title, a lead or a paragraph with what it is a translation of. */
export interface TranslatedPart {
  /** One of `TEXT_LINES`, or the name of a block. */
  key: string;
  state: PartState;
  original: string;
  translation: string;
  /** The original as it was when the translation was made; null where that is not known. */
  basis: string | null;
}

/**
 * Original and translation side by side, in the order of the original; what the translation alone has stands behind what it follows
 * there. Blocks belong together by their names.
 */
export function translatedParts(
  original: TranslatedText,
  translation: TranslatedText,
  basis: TranslationBasis,
): TranslatedPart[] {
  const [from, to] = [partsOf(original), partsOf(translation)];
  const parts = [...from].map(([key, words]): TranslatedPart => {
    const translated = to.get(key) ?? '';
    const was = basis[key] ?? null;
    const isConfirmed = was === words;
    const state = isConfirmed
      ? 'current'
      : translated === ''
        ? 'missing'
        : was === null
          ? 'current'
          : 'outdated';
    return { key, state, original: words, translation: translated, basis: was };
  });
  const keys = [...to.keys()];
  for (const [at, key] of keys.entries()) {
    if (from.has(key)) continue;
    const before = keys.slice(0, at).findLast((other) => parts.some((part) => part.key === other));
    const place = parts.findIndex((part) => part.key === before) + 1;
    parts.splice(place, 0, { key, state: 'own', original: '', translation: to.get(key) ?? '', basis: null });
  }
  return parts;
}

/** A recap's texts as they are stored, as far as they are there. */
export interface StoredTexts {
  original: TranslatedText | null;
  translation: TranslatedText | null;
}

/**
 * The basis after a translation was saved: what was written in it now is a translation of the original of now; what stayed as it was is
 * still one of what the original was, which where nothing is known is taken to be the original as it was stored.
 */
export function basisAfter(
  original: TranslatedText,
  before: StoredTexts,
  after: TranslatedText,
  basis: TranslationBasis,
): TranslationBasis {
  const [from, to] = [partsOf(original), partsOf(after)];
  const wasFrom = before.original && partsOf(before.original);
  const wasTo = before.translation && partsOf(before.translation);
  const entries = [...from].flatMap(([key, words]): [string, string][] => {
    const translated = to.get(key);
    const known = basis[key];
    // Left out on purpose, and still so; what was translated and is gone is missing.
    if (translated === undefined) return known !== undefined && !wasTo?.has(key) ? [[key, known]] : [];
    const isWritten = wasTo?.get(key) !== translated;
    return [[key, isWritten ? words : (known ?? wasFrom?.get(key) ?? words)]];
  });
  return Object.fromEntries(entries);
}

/** The basis once somebody has looked: these parts are right as they are, also where a block was left out. */
export function basisConfirmed(
  original: TranslatedText,
  translation: TranslatedText,
  basis: TranslationBasis,
  keys: readonly string[],
): TranslationBasis {
  const [from, to] = [partsOf(original), partsOf(translation)];
  const confirmed = keys.flatMap((key): [string, string][] => {
    const words = from.get(key);
    const mayBeLeftOut = key !== 'title' && key !== 'lead';
    return words !== undefined && (mayBeLeftOut || to.has(key)) ? [[key, words]] : [];
  });
  return { ...basis, ...Object.fromEntries(confirmed) };
}

/**
 * The translation with the names of the original's blocks, where both have the same kinds of blocks in the same order: so texts that
 * were written side by side before blocks had names belong together. Others keep their own.
 */
export function alignedTo(original: RichDocument, translation: RichDocument): RichDocument {
  const [from, to] = [namedBlocks(original).content, namedBlocks(translation).content];
  const isAlike = from.length === to.length && from.every(({ type }, at) => type === to[at]?.type);
  const isApart = to.every(({ attrs }) => from.every((block) => block.attrs?.id !== attrs?.id));
  if (!isAlike || !isApart) return { type: 'doc', content: to };
  return {
    type: 'doc',
    content: to.map((block, at) => ({ ...block, attrs: { ...block.attrs, ...idOf(from[at]) } })),
  };
}

/** The translation with a block of the original, to be written over, where it stands there; as it is where it has that already. */
export function withBlockOf(original: RichDocument, translation: RichDocument, id: string): RichDocument {
  const [from, to] = [namedBlocks(original).content, namedBlocks(translation).content];
  const isBlock = (name: string) => (block: RichNode) => block.attrs?.id === name;
  const at = from.findIndex(isBlock(id));
  const block = from[at];
  if (!block || to.some(isBlock(id))) return { type: 'doc', content: to };
  const before = from.slice(0, at).findLast(({ attrs }) => to.some(isBlock(attrs?.id ?? '')));
  const place = before ? to.findIndex(isBlock(before.attrs?.id ?? '')) + 1 : 0;
  return { type: 'doc', content: to.toSpliced(place, 0, block) };
}

function idOf(block: RichNode | undefined): { id?: string } {
  return block?.attrs?.id === undefined ? {} : { id: block.attrs.id };
}

/** Empty paragraphs are none. */
function partsOf(text: TranslatedText): ReadonlyMap<string, string> {
  const { body } = text;
  const blocks = namedBlocks(body).content.flatMap((block): [string, string][] => {
    const words = blockWords(block);
    return words === '' ? [] : [[block.attrs?.id ?? '', words]];
  });
  const line = (name: TextLine): [string, string][] => {
    const words = text[name]?.trim() ?? '';
    return words === '' ? [] : [[name, words]];
  };
  return new Map([
    ...[...line('title'), ...line('lead')],
    ...blocks,
    ...[...line('seoTitle'), ...line('seoDescription')],
  ]);
}
