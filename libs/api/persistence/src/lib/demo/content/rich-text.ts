import type { BlockNode, ListItemNode, Mark, ParagraphNode, RichText, TextNode } from './types';

const inlinePattern = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<href>[^)]+)\)/g;

function textNodes(source: string): TextNode[] {
  const nodes: TextNode[] = [];
  const push = (text: string, mark?: Mark) => {
    if (text !== '') nodes.push(mark === undefined ? { type: 'text', text } : { type: 'text', text, marks: [mark] });
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

const paragraph = (source: string): ParagraphNode => ({ type: 'paragraph', content: textNodes(source) });
const listItem = (source: string): ListItemNode => ({ type: 'listItem', content: [paragraph(source)] });

function addToList(blocks: BlockNode[], type: 'bulletList' | 'orderedList', source: string): void {
  const last = blocks.at(-1);
  if (last?.type === type) last.content.push(listItem(source));
  else blocks.push({ type, content: [listItem(source)] });
}

/**
 * A structured text from one line per block, so that German and English can be read side by side: `## ` to `#### `
 * headings, `- ` and `1. ` list items, `> ` quotations, anything else a paragraph; **bold**, *italic* and
 * [links](address) inside.
 */
export function richText(lines: readonly string[]): RichText {
  const blocks: BlockNode[] = [];
  for (const line of lines) {
    const [, sign = '', rest = line] = /^(#{2,4}|-|1\.|>) (.+)$/.exec(line) ?? [];
    if (sign === '-') addToList(blocks, 'bulletList', rest);
    else if (sign === '1.') addToList(blocks, 'orderedList', rest);
    else if (sign === '>') blocks.push({ type: 'blockquote', content: [paragraph(rest)] });
    else if (sign === '##') blocks.push({ type: 'heading', attrs: { level: 2 }, content: textNodes(rest) });
    else if (sign === '###') blocks.push({ type: 'heading', attrs: { level: 3 }, content: textNodes(rest) });
    else if (sign === '####') blocks.push({ type: 'heading', attrs: { level: 4 }, content: textNodes(rest) });
    else blocks.push(paragraph(line));
  }
  return { type: 'doc', content: blocks };
}
