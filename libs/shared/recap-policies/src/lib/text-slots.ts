import type { RichAttributes, RichNode } from '@reihe/shared-contracts';
import { documentText } from './document-text';

/**
 * A place in a block that holds words to be translated: a run of text with its marks and chips, or a plain line beside it (caption,
 * source, title, footnote).
 */
export interface TextSlot {
  /** `s1`, `s2` … in the order of reading; of the notes in the first run `s1.n1`, `s1.n2` … */
  name: string;
  kind: 'run' | 'caption' | 'source' | 'title' | 'note';
  /** Of a plain line one text. */
  content: readonly RichNode[];
}

type LineKind = 'caption' | 'source' | 'title';
/** Before and after what the node holds. */
const LINES: Partial<Record<RichNode['type'], { before?: LineKind; after?: LineKind }>> = {
  factBox: { before: 'title' },
  video: { before: 'title' },
  picture: { before: 'caption' },
  gallery: { before: 'caption' },
  blockquote: { after: 'source' },
};

/** The words of a block in the order of reading; none for what only shows something. */
export function slotsOf(block: RichNode): TextSlot[] {
  const slots: TextSlot[] = [];
  withSlots(block, (slot) => {
    slots.push(slot);
    return undefined;
  });
  return slots;
}

/** The same block with other words. @param replace undefined: as it is; of a line the text of what it gives */
export function withSlots(
  block: RichNode,
  replace: (slot: TextSlot) => readonly RichNode[] | undefined,
): RichNode {
  let runs = 0;
  const asked = (kind: TextSlot['kind'], content: readonly RichNode[], name = `s${(runs += 1)}`) =>
    replace({ name, kind, content }) ?? content;
  const line = (attrs: RichAttributes | undefined, kind: LineKind | undefined) => {
    const words = kind && attrs?.[kind];
    if (!kind || !words) return attrs;
    return { ...attrs, [kind]: plainText(asked(kind, [{ type: 'text', text: words }])) };
  };
  const visit = (node: RichNode): RichNode => {
    const { before, after } = LINES[node.type] ?? {};
    let attrs = line(node.attrs, before);
    let content: RichNode[] | undefined;
    if (node.type === 'paragraph' || node.type === 'heading') {
      if (node.content && node.content.length > 0) content = run(node.content);
    } else content = node.content?.map(visit);
    attrs = line(attrs, after);
    return { ...node, ...(attrs && { attrs }), ...(content && { content }) };
  };
  const run = (before: readonly RichNode[]): RichNode[] => {
    const name = `s${(runs += 1)}`;
    let notes = 0;
    return asked('run', before, name).map((node) => {
      if (node.type !== 'footnote' || !node.attrs?.note) return node;
      const said = asked('note', [{ type: 'text', text: node.attrs.note }], `${name}.n${(notes += 1)}`);
      return { ...node, attrs: { ...node.attrs, note: plainText(said) } };
    });
  };
  return visit(block);
}

/** Two blocks of one shape have the same slots. */
export function shapeOf(block: RichNode): string {
  const { before, after } = LINES[block.type] ?? {};
  const lines = [before, after].filter((kind) => kind && block.attrs?.[kind]);
  const isRun = block.type === 'paragraph' || block.type === 'heading';
  const inside = isRun ? (block.content?.length ? 'run' : '') : (block.content ?? []).map(shapeOf).join();
  return `${block.type}${lines.length > 0 ? `:${lines.join()}` : ''}(${inside})`;
}

export function plainText(content: readonly RichNode[]): string {
  return content.map(({ text }) => text ?? '').join('');
}

/** What a block says; what shows something instead of saying it is the same in every language as long as it shows the same. */
export function blockWords(block: RichNode): string {
  const words = documentText({ type: 'doc', content: [block] }).trim();
  if (words !== '' || block.type === 'paragraph' || block.type === 'heading') return words;
  const shown = Object.entries(block.attrs ?? {}).flatMap(([name, value]): unknown =>
    name === 'id' ? [] : value,
  );
  return `${block.type} ${shown.join(' ')}`.trim();
}

/** Whether somebody has to translate it. */
export function hasWords(block: RichNode): boolean {
  return slotsOf(block).some(({ content }) => content.some(({ text }) => text?.trim()));
}
