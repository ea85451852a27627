import type { RichMark, RichNode } from '@reihe/shared-contracts';
import { slotsOf } from './text-slots';

export const CODE_KINDS = ['bold', 'italic', 'link', 'figure', 'footnote', 'break'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** What stands in a run besides words: a mark around some of them, or a chip between them. */
export interface InlineCode {
  kind: CodeKind;
  /** What tells it from others of its kind: where a link leads, which number; a footnote's place among those of its run. */
  data: string;
}

/** A run of text as a tree: words, chips, and marks with what they are around. */
export type InlinePart = string | ChipPart | MarkPart;
export interface ChipPart extends InlineCode {
  node: RichNode;
}
export interface MarkPart extends InlineCode {
  mark: RichMark;
  parts: InlinePart[];
}

/** Marks in the order in which they stand at each node: the same run comes of it again. */
export function inlineParts(content: readonly RichNode[]): InlinePart[] {
  let notes = 0;
  const leaf = (node: RichNode): InlinePart => {
    if (node.type === 'text') return node.text ?? '';
    const bare = withoutMarks(node);
    if (node.type === 'figureValue') return { kind: 'figure', data: figureData(node), node: bare };
    if (node.type === 'footnote') return { kind: 'footnote', data: String((notes += 1)), node: bare };
    return { kind: 'break', data: '', node: bare };
  };
  const level = (nodes: readonly RichNode[], depth: number): InlinePart[] => {
    const parts: InlinePart[] = [];
    for (let at = 0; at < nodes.length;) {
      const node = nodes[at];
      const mark = node?.marks?.[depth];
      if (!node) break;
      if (!mark) {
        parts.push(leaf(node));
        at += 1;
        continue;
      }
      let end = at + 1;
      while (end < nodes.length && isSameMark(nodes[end]?.marks?.[depth], mark)) end += 1;
      parts.push({ ...markCode(mark), mark, parts: level(nodes.slice(at, end), depth + 1) });
      at = end;
    }
    return parts;
  };
  return level(content, 0);
}

/** The run again; words that stand side by side with the same marks are one. */
export function inlineContent(parts: readonly InlinePart[], marks: readonly RichMark[] = []): RichNode[] {
  const nodes: RichNode[] = [];
  const carried = marks.length > 0 ? { marks: [...marks] } : {};
  for (const part of parts) {
    if (typeof part === 'string') {
      if (part !== '') nodes.push({ type: 'text', ...carried, text: part });
    } else if ('mark' in part) {
      const isThere = marks.some(({ type }) => type === part.mark.type);
      nodes.push(...inlineContent(part.parts, isThere ? marks : [...marks, part.mark]));
    } else nodes.push({ ...part.node, ...carried });
  }
  return joined(nodes);
}

/** As editors keep them: no two texts side by side with the same marks. */
export function joined(nodes: readonly RichNode[]): RichNode[] {
  const kept: RichNode[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (node.type === 'text' && last?.type === 'text' && isSame(last.marks, node.marks))
      kept[kept.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    else kept.push(node);
  }
  return kept;
}

/** All codes of a run, marks before what they are around. */
export function codesOf(parts: readonly InlinePart[]): (ChipPart | MarkPart)[] {
  return parts.flatMap((part) =>
    typeof part === 'string' ? [] : 'mark' in part ? [part, ...codesOf(part.parts)] : [part],
  );
}

/** Of a whole block, in the order of reading. */
export function blockCodes(block: RichNode): (ChipPart | MarkPart)[] {
  return slotsOf(block).flatMap((slot) => (slot.kind === 'run' ? codesOf(inlineParts(slot.content)) : []));
}

export function codeName({ kind, data }: InlineCode): string {
  return `${kind} ${data}`;
}

/** What must not get lost on the way into another language: numbers, notes and links; words may be emphasised as the language does. */
export function isCarried({ kind }: InlineCode): boolean {
  return kind === 'figure' || kind === 'footnote' || kind === 'link';
}

/** Numbers, notes and links that the original has and the translation has not, each as often as it lacks it. */
export function missingCodes(original: RichNode, translation: RichNode): (ChipPart | MarkPart)[] {
  const there = blockCodes(translation).map(carriedName);
  return blockCodes(original).filter((code) => {
    if (!isCarried(code)) return false;
    const at = there.indexOf(carriedName(code));
    if (at >= 0) there.splice(at, 1);
    return at < 0;
  });
}

/** Notes of one block stand for each other: what they say is another in every language. */
function carriedName(code: InlineCode): string {
  return code.kind === 'footnote' ? 'footnote' : codeName(code);
}

function markCode({ type, attrs }: RichMark): InlineCode {
  return { kind: type, data: attrs?.href ?? '' };
}

function figureData({ attrs }: RichNode): string {
  return [attrs?.measure ?? '', attrs?.sessionId ?? 'series', attrs?.rounding ?? 'exact'].join(' ');
}

function withoutMarks({ type, attrs }: RichNode): RichNode {
  return { type, ...(attrs && { attrs }) };
}

function isSameMark(one: RichMark | undefined, other: RichMark): boolean {
  return one?.type === other.type && one.attrs?.href === other.attrs?.href;
}

function isSame(one: readonly RichMark[] = [], other: readonly RichMark[] = []): boolean {
  return one.length === other.length && other.every((mark, at) => isSameMark(one[at], mark));
}
