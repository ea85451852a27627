import type { RichMark, RichNode } from '@reihe/shared-contracts';
import { holdable } from './markup';

/** The words of one paragraph as they come, with their marks. */
export class InlineLine {
  private nodes: RichNode[] = [];

  text(words: string, marks: readonly RichMark[], isKept = false): void {
    let text = holdable(words);
    text = isKept ? text.replace(/[\t\r\n]/g, ' ') : text.replace(/[ \t\r\n\f]+/g, ' ');
    const last = this.nodes.at(-1);
    const isAfterSpace = !last || last.type === 'hardBreak' || (last.text?.endsWith(' ') ?? false);
    if (!isKept && isAfterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks))
      last.text += text;
    else this.nodes.push({ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) });
  }

  lineBreak(): void {
    if (this.nodes.length > 0) this.nodes.push({ type: 'hardBreak' });
  }

  footnote(note: string): void {
    this.nodes.push({ type: 'footnote', attrs: { note } });
  }

  get isEmpty(): boolean {
    return this.nodes.every(({ type, text }) => type === 'hardBreak' || text?.trim() === '');
  }

  /** What has come so far, without spaces and breaks around it; begins anew. */
  take(): RichNode[] {
    const nodes = this.isEmpty ? [] : this.nodes;
    this.nodes = [];
    while (isBlank(nodes.at(-1))) nodes.pop();
    while (isBlank(nodes[0])) nodes.shift();
    const last = nodes.at(-1);
    if (last?.text !== undefined) last.text = last.text.trimEnd();
    const [first] = nodes;
    if (first?.text !== undefined) first.text = first.text.trimStart();
    return nodes;
  }
}

function isBlank(node: RichNode | undefined): boolean {
  return node !== undefined && (node.type === 'hardBreak' || node.text?.trim() === '');
}
