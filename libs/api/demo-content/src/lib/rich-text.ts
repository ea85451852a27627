import type { RichDocument, RichMark, RichNode } from '@reihe/shared-contracts';

const inlinePattern = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<href>[^)]+)\)/g;
const blockPattern = /^(?<sign>#{2,4}|-|1\.|>) (?<rest>.+)$/;

function textNodes(source: string): RichNode[] {
  const nodes: RichNode[] = [];
  const push = (text: string, mark?: RichMark) => {
    if (text !== '')
      nodes.push(mark === undefined ? { type: 'text', text } : { type: 'text', text, marks: [mark] });
  };
  let end = 0;
  for (const found of source.matchAll(inlinePattern)) {
    push(source.slice(end, found.index));
    const { bold, italic, label, href } = found.groups ?? {};
    if (bold !== undefined) push(bold, { type: 'bold' });
    else if (italic !== undefined) push(italic, { type: 'italic' });
    else if (label !== undefined && href !== undefined) push(label, { type: 'link', attrs: { href } });
    end = found.index + found[0].length;
  }
  push(source.slice(end));
  return nodes;
}

const paragraph = (source: string): RichNode => ({ type: 'paragraph', content: textNodes(source) });

function addToList(blocks: RichNode[], type: 'bulletList' | 'orderedList', source: string): void {
  const item: RichNode = { type: 'listItem', content: [paragraph(source)] };
  const last = blocks.at(-1);
  if (last?.type === type && last.content !== undefined) last.content.push(item);
  else blocks.push({ type, content: [item] });
}

/**
 * A structured text from one line per block, so that German and English can be read side by side: `## ` to `#### `
 * headings, `- ` and `1. ` list items, `> ` quotations, anything else a paragraph; **bold**, *italic* and
 * [links](address) inside.
 */
export function richText(lines: readonly string[]): RichDocument {
  const blocks: RichNode[] = [];
  for (const line of lines) {
    const { sign = '', rest = line } = blockPattern.exec(line)?.groups ?? {};
    if (sign === '-') addToList(blocks, 'bulletList', rest);
    else if (sign === '1.') addToList(blocks, 'orderedList', rest);
    else if (sign === '>') blocks.push({ type: 'blockquote', content: [paragraph(rest)] });
    else if (sign !== '')
      blocks.push({ type: 'heading', attrs: { level: sign.length }, content: textNodes(rest) });
    else blocks.push(paragraph(line));
  }
  return { type: 'doc', content: blocks };
}
