import {
  DOCUMENT_LIMITS,
  RICH_MARKS,
  RICH_NODES,
  type RichMarkType,
  type RichNodeType,
} from '@reihe/shared-contracts';
import {
  BLOCK_ATTRIBUTES,
  DOCUMENT_ATTRIBUTES,
  DOCUMENT_CHILDREN,
  EITHER_OR,
  INLINE_NODES,
  isHoldable,
  NEVER_EMPTY,
} from './document-rules';
import { isSafeLink } from './safe-link';

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

/** Lets a finding travel out of the recursion; never leaves this file. */
class Finding extends Error {
  constructor(readonly finding: DocumentError) {
    super(finding.code);
  }
}

function refuse(code: DocumentErrorCode, path: string): never {
  throw new Finding({ code, path });
}

/** What was seen of a document so far. */
interface Seen {
  nodes: number;
  characters: number;
  ids: Set<unknown>;
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
    checkChildren('doc', root['content'], '', 0, { nodes: 0, characters: 0, ids: new Set() });
    return null;
  } catch (error) {
    if (error instanceof Finding) return error.finding;
    throw error;
  }
}

function checkChildren(
  parent: RichNodeType | 'doc',
  content: readonly unknown[],
  path: string,
  depth: number,
  seen: Seen,
): void {
  content.forEach((child, index) => checkNode(child, parent, at(path, `content.${index}`), depth + 1, seen));
}

function checkNode(
  value: unknown,
  parent: RichNodeType | 'doc',
  path: string,
  depth: number,
  seen: Seen,
): void {
  if (depth > DOCUMENT_LIMITS.depth) refuse('too-deep', path);
  seen.nodes += 1;
  if (seen.nodes > DOCUMENT_LIMITS.nodes) refuse('too-large', path);
  const node = record(value, path);
  const type = RICH_NODES.find((known) => known === node['type']);
  if (!type) refuse('unknown-node', at(path, 'type'));
  if (!DOCUMENT_CHILDREN[parent].includes(type)) refuse('wrong-place', path);
  const isInline = (INLINE_NODES as readonly string[]).includes(type);
  const isLeaf = DOCUMENT_CHILDREN[type].length === 0;
  const isBlock = parent === 'doc';
  onlyFields(
    node,
    [
      'type',
      ...(type === 'text' ? ['text'] : []),
      ...(isBlock || DOCUMENT_ATTRIBUTES[type] ? ['attrs'] : []),
      ...(isInline ? ['marks'] : []),
      ...(isLeaf ? [] : ['content']),
    ],
    path,
  );
  checkAttributes(type, isBlock, node['attrs'], at(path, 'attrs'), seen);
  if (type === 'text') checkText(node['text'], at(path, 'text'), seen);
  if (node['marks'] !== undefined) checkMarks(node['marks'], at(path, 'marks'));
  const content = node['content'] ?? [];
  if (!Array.isArray(content)) refuse('wrong-type', at(path, 'content'));
  if (content.length === 0 && NEVER_EMPTY.includes(type)) refuse('empty', path);
  checkChildren(type, content, path, depth, seen);
}

function checkAttributes(
  type: RichNodeType,
  isBlock: boolean,
  value: unknown,
  path: string,
  seen: Seen,
): void {
  const rules = Object.entries({ ...DOCUMENT_ATTRIBUTES[type], ...(isBlock && BLOCK_ATTRIBUTES) });
  if (value === undefined && rules.every(([, { isOptional }]) => isOptional)) return;
  const attrs = record(value, path);
  onlyFields(
    attrs,
    rules.map(([name]) => name),
    path,
  );
  for (const [name, { isRight, isOptional }] of rules) {
    const given = attrs[name];
    if (given === undefined && isOptional) continue;
    if (!isRight(given)) refuse('wrong-value', at(path, name));
    if (typeof given === 'string') countCharacters(given, at(path, name), seen);
  }
  const [one, other] = EITHER_OR[type] ?? [];
  if (one && other && isSaid(attrs[one]) && isSaid(attrs[other])) refuse('wrong-value', at(path, other));
  if (attrs['id'] === undefined) return;
  // Two blocks of one id could not be told apart when texts are merged or translated.
  if (seen.ids.has(attrs['id'])) refuse('wrong-place', at(path, 'id'));
  seen.ids.add(attrs['id']);
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function checkText(text: unknown, path: string, seen: Seen): void {
  if (typeof text !== 'string') refuse('wrong-type', path);
  if (text === '') refuse('empty', path);
  if (!isHoldable(text)) refuse('wrong-value', path);
  countCharacters(text, path, seen);
}

function countCharacters(text: string, path: string, seen: Seen): void {
  seen.characters += text.length;
  if (seen.characters > DOCUMENT_LIMITS.characters) refuse('too-large', path);
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
