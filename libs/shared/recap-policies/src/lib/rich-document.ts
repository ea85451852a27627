import {
  DOCUMENT_LIMITS,
  FORMAT_PATTERNS,
  HEADING_LEVELS,
  MEASURES,
  RICH_MARKS,
  RICH_NODES,
  type FigureRequest,
  type RichDocument,
  type RichMarkType,
  type RichNode,
  type RichNodeType,
} from '@reihe/shared-contracts';
import { fieldError } from '@reihe/shared-form-policies';

export type DocumentErrorCode =
  | 'wrong-type'
  | 'unknown-node'
  | 'unknown-mark'
  | 'unknown-field'
  | 'wrong-place'
  | 'wrong-value'
  | 'unsafe-link'
  | 'empty'
  | 'too-deep'
  | 'too-large';

/** What keeps a document out, and where: a dotted path such as `content.2.marks.0.attrs.href`, empty for the whole. */
export interface DocumentError {
  code: DocumentErrorCode;
  path: string;
}

const INLINE = ['text', 'hardBreak', 'figureValue'] as const;
const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote', 'horizontalRule'] as const;

/** What may stand inside of what; nothing for leaves. */
const CHILDREN: Record<RichNodeType | 'doc', readonly RichNodeType[]> = {
  doc: BLOCKS,
  paragraph: INLINE,
  heading: INLINE,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList', 'blockquote'],
  blockquote: ['paragraph', 'bulletList', 'orderedList'],
  horizontalRule: [],
  hardBreak: [],
  text: [],
  figureValue: [],
};

const NEVER_EMPTY: readonly RichNodeType[] = ['bulletList', 'orderedList', 'listItem', 'blockquote'];
const MAX_LINK_LENGTH = 2000;
const MAX_LIST_START = 100_000;

/** Lets a finding travel out of the recursion; never leaves this file. */
class Finding extends Error {
  constructor(readonly finding: DocumentError) {
    super(finding.code);
  }
}

function refuse(code: DocumentErrorCode, path: string): never {
  throw new Finding({ code, path });
}

/**
 * The first thing in a document that the allow-list does not know; null: it may be stored and shown. Takes what came over the
 * wire, whatever it is. Strict down to attributes: what an editor adds for itself (`target`, `rel`, `class`) is refused too.
 */
export function checkRichDocument(document: unknown): DocumentError | null {
  try {
    const root = record(document, '');
    onlyFields(root, ['type', 'content'], '');
    if (root['type'] !== 'doc') refuse('unknown-node', 'type');
    if (!Array.isArray(root['content'])) refuse('wrong-type', 'content');
    checkChildren('doc', root['content'], '', 0, { nodes: 0, characters: 0 });
    return null;
  } catch (error) {
    if (error instanceof Finding) return error.finding;
    throw error;
  }
}

interface Size {
  nodes: number;
  characters: number;
}

function checkChildren(
  parent: RichNodeType | 'doc',
  content: readonly unknown[],
  path: string,
  depth: number,
  size: Size,
): void {
  content.forEach((child, index) => checkNode(child, parent, at(path, `content.${index}`), depth + 1, size));
}

function checkNode(
  value: unknown,
  parent: RichNodeType | 'doc',
  path: string,
  depth: number,
  size: Size,
): void {
  if (depth > DOCUMENT_LIMITS.depth) refuse('too-deep', path);
  size.nodes += 1;
  if (size.nodes > DOCUMENT_LIMITS.nodes) refuse('too-large', path);
  const node = record(value, path);
  const type = RICH_NODES.find((known) => known === node['type']);
  if (!type) refuse('unknown-node', at(path, 'type'));
  if (!CHILDREN[parent].includes(type)) refuse('wrong-place', path);
  const isInline = (INLINE as readonly string[]).includes(type);
  const isLeaf = CHILDREN[type].length === 0;
  onlyFields(
    node,
    [
      'type',
      ...(type === 'text' ? ['text'] : []),
      ...(type in ATTRIBUTES ? ['attrs'] : []),
      ...(isInline ? ['marks'] : []),
      ...(isLeaf ? [] : ['content']),
    ],
    path,
  );
  ATTRIBUTES[type]?.(node['attrs'], at(path, 'attrs'));
  if (type === 'text') checkText(node['text'], at(path, 'text'), size);
  if (node['marks'] !== undefined) checkMarks(node['marks'], at(path, 'marks'));
  const content = node['content'] ?? [];
  if (!Array.isArray(content)) refuse('wrong-type', at(path, 'content'));
  if (content.length === 0 && NEVER_EMPTY.includes(type)) refuse('empty', path);
  checkChildren(type, content, path, depth, size);
}

/** The nodes that have attributes, each with what it wants of them. */
const ATTRIBUTES: Partial<Record<RichNodeType, (attrs: unknown, path: string) => void>> = {
  heading(value, path) {
    const attrs = record(value, path);
    onlyFields(attrs, ['level'], path);
    if (!HEADING_LEVELS.some((level) => level === attrs['level'])) refuse('wrong-value', at(path, 'level'));
  },
  orderedList(value, path) {
    if (value === undefined) return;
    const attrs = record(value, path);
    onlyFields(attrs, ['start'], path);
    const rules = { kind: 'number', min: 0, max: MAX_LIST_START, optional: true } as const;
    if (fieldError(attrs['start'], rules)) refuse('wrong-value', at(path, 'start'));
  },
  figureValue(value, path) {
    const attrs = record(value, path);
    onlyFields(attrs, ['measure', 'sessionId'], path);
    if (!MEASURES.some((measure) => measure === attrs['measure'])) refuse('wrong-value', at(path, 'measure'));
    const sessionId = attrs['sessionId'] ?? null;
    const isSession = typeof sessionId === 'string' && FORMAT_PATTERNS.uuid.test(sessionId);
    if (sessionId !== null && !isSession) refuse('wrong-value', at(path, 'sessionId'));
  },
};

/** Control characters and halves of characters are refused: neither PostgreSQL nor a feed could hold them. */
function checkText(text: unknown, path: string, size: Size): void {
  if (typeof text !== 'string') refuse('wrong-type', path);
  if (text === '') refuse('empty', path);
  if (/[^\P{Cc}\t\n\r]|\p{Surrogate}/u.test(text)) refuse('wrong-value', path);
  size.characters += text.length;
  if (size.characters > DOCUMENT_LIMITS.characters) refuse('too-large', path);
}

function checkMarks(marks: unknown, path: string): void {
  if (!Array.isArray(marks)) refuse('wrong-type', path);
  const seen = new Set<RichMarkType>();
  marks.forEach((value: unknown, index) => {
    const here = at(path, String(index));
    const mark = record(value, here);
    const type = RICH_MARKS.find((known) => known === mark['type']);
    if (!type) refuse('unknown-mark', at(here, 'type'));
    if (seen.has(type)) refuse('wrong-place', here);
    seen.add(type);
    onlyFields(mark, type === 'link' ? ['type', 'attrs'] : ['type'], here);
    if (type !== 'link') return;
    const attrs = record(mark['attrs'], at(here, 'attrs'));
    onlyFields(attrs, ['href'], at(here, 'attrs'));
    if (!isSafeLink(attrs['href'])) refuse('unsafe-link', at(here, 'attrs.href'));
  });
}

/** Web and mail addresses, and places on this site: `/…` or `#…`. Nothing a browser could read as another protocol or host. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > MAX_LINK_LENGTH) return false;
  if (/[\s\\\p{Cc}]|\p{Surrogate}/u.test(href)) return false;
  if (/^https?:/i.test(href)) return fieldError(href, { kind: 'text', format: 'url' }) === null;
  const mail = /^mailto:(?<address>[^?]+)(\?.*)?$/i.exec(href)?.groups?.['address'];
  if (mail !== undefined) return FORMAT_PATTERNS.email.test(mail);
  return /^(#|\/(?!\/))/.test(href);
}

/** What a reader reads, a line per block; figures are left out, their values are not in the document. */
export function documentText(document: RichDocument): string {
  return textOf(document.content).trimEnd();
}

function textOf(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text ?? '';
      if (node.type === 'hardBreak') return '\n';
      const text = textOf(node.content ?? []);
      return node.type === 'paragraph' || node.type === 'heading' ? `${text}\n` : text;
    })
    .join('');
}

/** The live values that a document shows, in its order; one that stands twice comes twice. */
export function figuresOf(document: RichDocument): FigureRequest[] {
  const within = (nodes: readonly RichNode[]): FigureRequest[] =>
    nodes.flatMap(({ type, attrs, content }) =>
      type === 'figureValue' && attrs?.measure
        ? [{ measure: attrs.measure, sessionId: attrs.sessionId ?? null }]
        : within(content ?? []),
    );
  return within(document.content);
}

function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse('wrong-type', path);
  return value as Record<string, unknown>;
}

function onlyFields(value: Record<string, unknown>, known: readonly string[], path: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) refuse('unknown-field', at(path, unknown));
}

function at(path: string, child: string): string {
  return path === '' ? child : `${path}.${child}`;
}
