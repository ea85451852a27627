import type { FigureRequest } from './figures';

/** The structured text of a recap: the JSON of Tiptap/ProseMirror, limited to these nodes and marks. */
export interface RichDocument {
  type: 'doc';
  content: RichNode[];
}

export const RICH_NODES = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'horizontalRule',
  'hardBreak',
  'text',
  'figureValue',
] as const;
export type RichNodeType = (typeof RICH_NODES)[number];

export const RICH_MARKS = ['bold', 'italic', 'link'] as const;
export type RichMarkType = (typeof RICH_MARKS)[number];

export interface RichMark {
  type: RichMarkType;
  attrs?: { href?: string };
}

/**
 * heading carries `level` 2-4; figureValue is an inline atom that carries `measure` and `sessionId`
 * and is rendered from the count it names, in the reader's language.
 */
export interface RichNode {
  type: RichNodeType;
  attrs?: { level?: number; start?: number; measure?: FigureRequest['measure']; sessionId?: string | null };
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
}

export const HEADING_LEVELS = [2, 3, 4] as const;
export const DOCUMENT_LIMITS = { depth: 12, nodes: 20_000, characters: 200_000 } as const;

/** Names one figure of a document; the key of `RecapPage.figureValues`. */
export function figureKey(figure: FigureRequest): string {
  return `${figure.measure}:${figure.sessionId ?? 'series'}`;
}
