import type { RichAttributes, RichDocument, RichNode } from '@reihe/shared-contracts';

/** A block of a document as one of a list of things that have names: so it is merged, compared and followed. */
export interface DocumentBlock extends RichNode {
  id: string;
}

/** A document as the list of its blocks; the same document comes of it again. */
export interface BlockDocument {
  type: 'doc';
  content: DocumentBlock[];
}

/**
 * The document with a name for each block. Blocks that were stored without one (imported, or of an earlier release) are named by what
 * stands in them: whoever reads the same text finds the same names, so that two who edit it at once speak of the same blocks.
 */
export function namedBlocks(document: RichDocument): RichDocument {
  const taken = new Set<string>();
  return {
    type: 'doc',
    content: document.content.map((block) => {
      const id = freeId(block.attrs?.id ?? `n${fingerprint(block)}`, taken);
      taken.add(id);
      const { type, attrs, ...rest } = block;
      // In the order in which the database keeps them, so that equal documents are equal letter by letter.
      return { type, attrs: { id, ...attrs, ...(attrs?.id !== undefined && { id }) }, ...rest };
    }),
  };
}

/** Of a document whose blocks are named. */
export function blocksOf(document: RichDocument): BlockDocument {
  return {
    type: 'doc',
    content: namedBlocks(document).content.map(({ attrs: { id = '', ...attrs } = {}, ...block }) => ({
      ...block,
      id,
      ...(Object.keys(attrs).length > 0 && { attrs }),
    })),
  };
}

export function documentOfBlocks({ content }: BlockDocument): RichDocument {
  return {
    type: 'doc',
    content: content.map(({ id, attrs, ...block }) => {
      const named: RichAttributes = { id, ...attrs };
      return { ...block, attrs: named };
    }),
  };
}

/** Of two blocks of one name, or of one content, the second is another block. */
function freeId(wished: string, taken: ReadonlySet<string>): string {
  let id = wished;
  for (let number = 2; taken.has(id); number++) id = `${wished.slice(0, 30)}-${number}`;
  return id;
}

/** FNV-1a over its JSON, twice 32 bits: no secret, only the same name for the same content. */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(ordered(value));
  return hash(text, 0x811c9dc5) + hash(text, 0x01234567);
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** The database keeps the keys of an object in its own order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, ordered(child)]));
}
