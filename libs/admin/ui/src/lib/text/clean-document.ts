import { RICH_MARKS, RICH_NODES, type RichDocument, type RichNode } from '@reihe/shared-contracts';

/** Whatever Tiptap hands out. */
interface LooseNode {
  type?: string | undefined;
  attrs?: Record<string, unknown> | undefined;
  content?: LooseNode[] | undefined;
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[] | undefined;
  text?: string | undefined;
}

/** Which attributes each kind keeps: editors add more (targets, classes), the document's schema takes none of them. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  heading: ['level'],
  orderedList: ['start'],
  figureValue: ['measure', 'sessionId'],
  link: ['href'],
};

/** The editor's JSON as the contract wants it. */
export function cleanDocument(document: LooseNode): RichDocument {
  const content = (document.content ?? []).flatMap(cleanNode);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function cleanNode(node: LooseNode): RichNode[] {
  const type = RICH_NODES.find((known) => known === node.type);
  if (!type) return [];
  const attrs = kept(type, node.attrs);
  const marks = (node.marks ?? []).flatMap(({ type: name, attrs: values }) => {
    const mark = RICH_MARKS.find((known) => known === name);
    if (!mark) return [];
    const own = kept(mark, values);
    return [{ type: mark, ...(own && { attrs: own }) }];
  });
  return [
    {
      type,
      ...(attrs && { attrs }),
      ...(node.content && { content: node.content.flatMap(cleanNode) }),
      ...(marks.length > 0 && { marks }),
      ...(node.text !== undefined && { text: node.text }),
    },
  ];
}

function kept(type: string, attrs: Record<string, unknown> = {}): Record<string, unknown> | undefined {
  const names = ATTRIBUTES[type];
  return (
    names && Object.fromEntries(names.filter((name) => name in attrs).map((name) => [name, attrs[name]]))
  );
}
