import type { Count, FigureRequest } from './figures';

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
  'picture',
  'gallery',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
  'factBox',
  'sessionCard',
  'speakerCard',
  'video',
  'hardBreak',
  'text',
  'figureValue',
  'footnote',
] as const;
export type RichNodeType = (typeof RICH_NODES)[number];

export const RICH_MARKS = ['bold', 'italic', 'link'] as const;
export type RichMarkType = (typeof RICH_MARKS)[number];

export interface RichMark {
  type: RichMarkType;
  attrs?: { href?: string };
}

/** How a live number is said: as it is, or "more than" the next lower ten, hundred or thousand. */
export const FIGURE_ROUNDINGS = ['exact', 'tens', 'hundreds', 'thousands'] as const;
export type FigureRounding = (typeof FIGURE_ROUNDINGS)[number];

export const PICTURE_SIZES = ['text', 'wide'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** What nodes carry beside their content; which node takes which stands beside each. */
export interface RichAttributes {
  /** Of blocks that stand in the document itself: stays with the block when the text around it changes, alike in all languages. */
  id?: string;
  /** heading: 2-4. */
  level?: number;
  /** orderedList: its first number. */
  start?: number;
  /** figureValue, an inline atom: rendered from the count it names, in the reader's language. */
  measure?: FigureRequest['measure'];
  /** figureValue (null: the whole series), sessionCard. */
  sessionId?: string | null;
  /** figureValue: a selection of sessions of the recap's series, in place of `sessionId`. */
  sessionIds?: string[];
  /** figureValue; absent: exact. */
  rounding?: FigureRounding;
  /** picture. */
  mediaId?: string;
  /** gallery, in order. */
  mediaIds?: string[];
  /** picture, gallery; empty: the picture's own caption. */
  caption?: string;
  /** picture. */
  size?: PictureSize;
  /** blockquote: who said it, or where it is written. */
  source?: string;
  /** factBox, video. */
  title?: string;
  /** speakerCard. */
  speakerId?: string;
  /** video: where it is watched; nothing of it is loaded before a reader follows it. */
  href?: string;
  /** video: the picture that stands for it. */
  posterId?: string | null;
  /** footnote, an inline atom: what stands at the end of the text. */
  note?: string;
  /** tableHeader, tableCell; absent: 1. */
  colspan?: number;
  rowspan?: number;
}

export interface RichNode {
  type: RichNodeType;
  attrs?: RichAttributes;
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
}

export const HEADING_LEVELS = [2, 3, 4] as const;
export const DOCUMENT_LIMITS = {
  depth: 12,
  nodes: 20_000,
  characters: 200_000,
  /** Of one line of words beside the text: captions, sources, titles. */
  line: 400,
  note: 1000,
  gallery: 60,
  span: 20,
  /** Sessions that one figure is about together; two at least. */
  selection: 50,
} as const;

/** Names one figure of a document; the key of `RecapPage.figureValues`. */
export function figureKey({ measure, sessionId, sessionIds }: FigureRequest): string {
  return `${measure}:${sessionIds ? selectionKey(sessionIds) : (sessionId ?? 'series')}`;
}

/** The same for the same sessions, in whichever order they were chosen. */
export function selectionKey(sessionIds: readonly string[]): string {
  return sessionIds
    .map((id) => id.toLowerCase())
    .sort()
    .join('+');
}

/** What numbers are rounded down to. */
export const ROUNDING_STEPS: Record<FigureRounding, number> = {
  exact: 1,
  tens: 10,
  hundreds: 100,
  thousands: 1000,
};

/** "More than" the next lower step; as it is where that would say nothing (812 in thousands) or too much (800 is not more than 800). */
export function roundedCount(count: Count, rounding: FigureRounding = 'exact'): Count {
  const step = ROUNDING_STEPS[rounding];
  const value = Math.floor(count.value / step) * step;
  if (value === count.value || value === 0) return count;
  const rounded = { ...count, value, isAtLeast: true };
  delete rounded.upTo;
  return rounded;
}
