import {
  DOCUMENT_LIMITS,
  FIGURE_ROUNDINGS,
  FORMAT_PATTERNS,
  HEADING_LEVELS,
  MEASURES,
  PICTURE_SIZES,
  type RichAttributes,
  type RichNodeType,
} from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';
import { isWebAddress } from './safe-link';

export const INLINE_NODES = [
  'text',
  'hardBreak',
  'figureValue',
  'footnote',
] as const satisfies readonly RichNodeType[];

/** What stands in a document itself. */
export const DOCUMENT_BLOCKS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'horizontalRule',
  'picture',
  'gallery',
  'table',
  'factBox',
  'sessionCard',
  'speakerCard',
  'video',
] as const satisfies readonly RichNodeType[];

/** What may stand inside of what; nothing for leaves. */
export const DOCUMENT_CHILDREN: Record<RichNodeType | 'doc', readonly RichNodeType[]> = {
  doc: DOCUMENT_BLOCKS,
  paragraph: INLINE_NODES,
  heading: INLINE_NODES,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'blockquote'],
  blockquote: ['paragraph', 'bulletList', 'orderedList'],
  factBox: ['paragraph', 'bulletList', 'orderedList'],
  table: ['tableRow'],
  tableRow: ['tableHeader', 'tableCell'],
  tableHeader: ['paragraph', 'bulletList', 'orderedList'],
  tableCell: ['paragraph', 'bulletList', 'orderedList'],
  picture: [],
  gallery: [],
  sessionCard: [],
  speakerCard: [],
  video: [],
  horizontalRule: [],
  hardBreak: [],
  text: [],
  figureValue: [],
  footnote: [],
};

export const NEVER_EMPTY: readonly RichNodeType[] = [
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'factBox',
  'table',
  'tableRow',
  'tableHeader',
  'tableCell',
];

const MAX_LIST_START = 100_000;
/** As short as an editor makes them, as long as a UUID. */
const BLOCK_ID = /^[\w-]{6,36}$/;
/** Neither PostgreSQL nor a feed could hold control characters and halves of characters. */
const UNHOLDABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u;

export function isHoldable(text: string): boolean {
  return !UNHOLDABLE.test(text);
}

type Judge = (value: unknown) => boolean;

const oneOf =
  (values: readonly unknown[]): Judge =>
  (value) =>
    values.includes(value);
const words =
  (maxLength: number): Judge =>
  (value) =>
    typeof value === 'string' && value.length <= maxLength && isHoldable(value);
const isUuid: Judge = (value) => typeof value === 'string' && FORMAT_PATTERNS.uuid.test(value);
const wholeNumber =
  (min: number, max: number): Judge =>
  (value) =>
    fieldError(value, { kind: 'number', min, max }) === null;
const orNull =
  (judge: Judge): Judge =>
  (value) =>
    value === null || judge(value);

const line = words(DOCUMENT_LIMITS.line);

interface AttributeRule {
  isRight: Judge;
  isOptional?: boolean;
}
type AttributeRules = Partial<Record<keyof RichAttributes, AttributeRule>>;

const optional = (isRight: Judge): AttributeRule => ({ isRight, isOptional: true });
const needed = (isRight: Judge): AttributeRule => ({ isRight });

const span = optional(wholeNumber(1, DOCUMENT_LIMITS.span));
const cell: AttributeRules = { colspan: span, rowspan: span };

/** The nodes that have attributes of their own, each with what it wants of them. Blocks of the document carry an `id` besides. */
export const DOCUMENT_ATTRIBUTES: Partial<Record<RichNodeType, AttributeRules>> = {
  heading: { level: needed(oneOf(HEADING_LEVELS)) },
  orderedList: { start: optional(wholeNumber(0, MAX_LIST_START)) },
  blockquote: { source: optional(line) },
  picture: { mediaId: needed(isUuid), caption: optional(line), size: optional(oneOf(PICTURE_SIZES)) },
  gallery: { mediaIds: needed(isGallery), caption: optional(line) },
  tableHeader: cell,
  tableCell: cell,
  factBox: { title: optional(line) },
  sessionCard: { sessionId: needed(isUuid) },
  speakerCard: { speakerId: needed(isUuid) },
  video: { href: needed(isWebAddress), title: needed(line), posterId: optional(orNull(isUuid)) },
  figureValue: {
    measure: needed(oneOf(MEASURES)),
    sessionId: optional(orNull(isUuid)),
    sessionIds: optional(isSelection),
    rounding: optional(oneOf(FIGURE_ROUNDINGS)),
  },
  footnote: { note: needed((value) => value !== '' && words(DOCUMENT_LIMITS.note)(value)) },
};

export const BLOCK_ATTRIBUTES: AttributeRules = {
  id: optional((value) => typeof value === 'string' && BLOCK_ID.test(value)),
};

/** A node says the one or the other: of which would it be? */
export const EITHER_OR: Partial<Record<RichNodeType, readonly [keyof RichAttributes, keyof RichAttributes]>> =
  { figureValue: ['sessionId', 'sessionIds'] };

function isGallery(value: unknown): boolean {
  return areDifferent(value, 1, DOCUMENT_LIMITS.gallery);
}

/** One session alone has figures of its own. */
function isSelection(value: unknown): boolean {
  return areDifferent(value, 2, DOCUMENT_LIMITS.selection);
}

function areDifferent(value: unknown, least: number, most: number): boolean {
  return (
    Array.isArray(value) &&
    value.length >= least &&
    value.length <= most &&
    value.every(isUuid) &&
    new Set(value.map((id) => String(id).toLowerCase())).size === value.length
  );
}
