import { RICH_MARKS, RICH_NODES, type RichDocument, type RichNode } from '@reihe/shared-contracts';
import { BLOCK_ATTRIBUTES, DOCUMENT_ATTRIBUTES } from '@reihe/shared-recap-policies';

/** Whatever Tiptap hands out. */
interface LooseNode {
  type?: string | undefined;
  attrs?: object | undefined;
  content?: LooseNode[] | undefined;
  marks?: { type: string; attrs?: object | undefined }[] | undefined;
  text?: string | undefined;
}

/** What need not be said. */
const DEFAULTS: Record<string, unknown> = { colspan: 1, rowspan: 1, rounding: 'exact', size: 'text' };

/** The editor's JSON as the contract wants it. */
export function cleanDocument(document: LooseNode): RichDocument {
  const content = (document.content ?? []).flatMap((node) => cleanNode(node, true));
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function cleanNode(node: LooseNode, isBlock: boolean): RichNode[] {
  const type = RICH_NODES.find((known) => known === node.type);
  if (!type) return [];
  const names = Object.keys({ ...DOCUMENT_ATTRIBUTES[type], ...(isBlock && BLOCK_ATTRIBUTES) });
  const attrs = kept(names, node.attrs);
  const marks = (node.marks ?? []).flatMap(({ type: name, attrs: values }) => {
    const mark = RICH_MARKS.find((known) => known === name);
    if (!mark) return [];
    const own = mark === 'link' ? kept(['href'], values) : undefined;
    return [{ type: mark, ...(own && { attrs: own }) }];
  });
  return [
    {
      type,
      ...(attrs && { attrs }),
      ...(node.content && { content: node.content.flatMap((child) => cleanNode(child, false)) }),
      ...(marks.length > 0 && { marks }),
      ...(node.text !== undefined && { text: node.text }),
    },
  ];
}

/** Editors add more (targets, classes), and say what is not set: the document's schema takes neither. */
function kept(names: readonly string[], given: object = {}): Record<string, unknown> | undefined {
  const attrs = given as Record<string, unknown>;
  const said = names.filter((name) => isSaid(name, attrs[name]));
  return said.length > 0 ? Object.fromEntries(said.map((name) => [name, attrs[name]])) : undefined;
}

/** A figure without session is one of the whole series: that is said. */
function isSaid(name: string, value: unknown): boolean {
  if (value === undefined || (value === null && name !== 'sessionId')) return false;
  return value !== '' && value !== DEFAULTS[name];
}
