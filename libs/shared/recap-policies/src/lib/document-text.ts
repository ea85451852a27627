import type { FigureRequest, RichDocument, RichNode, RichNodeType } from '@reihe/shared-contracts';

const WORDS_PER_MINUTE = 200;

/** Attributes that are read as words, before what the node holds. */
const LINES: Partial<Record<RichNodeType, readonly ('title' | 'caption')[]>> = {
  factBox: ['title'],
  video: ['title'],
  picture: ['caption'],
  gallery: ['caption'],
};

/**
 * What a reader reads, a line per block, footnotes at the end; figures, cards and pictures are left out: their words are not in the
 * document.
 */
export function documentText(document: RichDocument): string {
  const notes = nodesOf(document)
    .filter(({ type }) => type === 'footnote')
    .map(({ attrs }) => `${attrs?.note ?? ''}\n`);
  return (textOf(document.content) + notes.join('')).trimEnd();
}

/** @returns minutes, at least 1; 0 where there is nothing to read */
export function readingMinutes(document: RichDocument): number {
  const words = wordCount(document);
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

export function wordCount(document: RichDocument): number {
  return documentText(document).split(/\s+/).filter(Boolean).length;
}

/** The live values that a document shows, in its order; one that stands twice comes twice. */
export function figuresOf(document: RichDocument): FigureRequest[] {
  return nodesOf(document).flatMap((node) => figureOf(node) ?? []);
}

/** What a live value counts; null for other nodes. */
export function figureOf({ type, attrs }: Pick<RichNode, 'type' | 'attrs'>): FigureRequest | null {
  if (type !== 'figureValue' || !attrs?.measure) return null;
  const { measure, sessionId = null, sessionIds } = attrs;
  return sessionIds ? { measure, sessionId: null, sessionIds } : { measure, sessionId };
}

/** The sessions that figures of a document are about together, each once. */
export function selectedSessionsOf(document: RichDocument): string[] {
  return [...new Set(figuresOf(document).flatMap(({ sessionIds = [] }) => sessionIds))];
}

/** The pictures that a document shows, each once, in its order: also those in galleries and before videos. */
export function picturesOf(document: RichDocument): string[] {
  const ids = nodesOf(document).flatMap(({ attrs }) => [
    ...(attrs?.mediaId ? [attrs.mediaId] : []),
    ...(attrs?.mediaIds ?? []),
    ...(attrs?.posterId ? [attrs.posterId] : []),
  ]);
  return [...new Set(ids)];
}

/** The sessions and speakers that a document shows as cards, each once. */
export function cardsOf(document: RichDocument): { sessionIds: string[]; speakerIds: string[] } {
  const nodes = nodesOf(document);
  const idsOf = (type: RichNodeType, name: 'sessionId' | 'speakerId') => [
    ...new Set(nodes.flatMap((node) => (node.type === type && node.attrs?.[name] ? [node.attrs[name]] : []))),
  ];
  return { sessionIds: idsOf('sessionCard', 'sessionId'), speakerIds: idsOf('speakerCard', 'speakerId') };
}

/** Where links and videos of a document lead, each once. */
export function linksOf(document: RichDocument): string[] {
  const links = nodesOf(document).flatMap(({ attrs, marks = [] }) => [
    ...(attrs?.href ? [attrs.href] : []),
    ...marks.flatMap((mark) => (mark.attrs?.href ? [mark.attrs.href] : [])),
  ]);
  return [...new Set(links)];
}

/** All nodes, parents before what they hold. */
export function nodesOf({ content }: { content?: readonly RichNode[] }): RichNode[] {
  return (content ?? []).flatMap((node) => [node, ...nodesOf(node)]);
}

function textOf(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text ?? '';
      if (node.type === 'hardBreak') return '\n';
      const said = (LINES[node.type] ?? []).map((name) => node.attrs?.[name] ?? '').filter(Boolean);
      const text = textOf(node.content ?? []);
      const isLine = node.type === 'paragraph' || node.type === 'heading';
      const source = node.type === 'blockquote' && node.attrs?.source ? `${node.attrs.source}\n` : '';
      return `${said.map((line) => `${line}\n`).join('')}${isLine ? `${text}\n` : text}${source}`;
    })
    .join('');
}
