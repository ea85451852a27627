import { Parser } from 'htmlparser2';

/** An element of a page: names in lower case. */
export interface Markup {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: MarkupNode[];
}
/** A text is a string. Comments are left out. */
export type MarkupNode = Markup | string;

/** Deeper elements are taken for what stands around them: no page is built so, and walking it would exhaust the stack. */
const DEEPEST = 150;
/** With more that are open at once the parser would take minutes: such a page is not read as one, its words are kept. */
const MOST_OPEN = 2000;

class TooManyOpen extends Error {}

/** Whatever HTML it is, as browsers forgive it. Nothing of it is run or loaded. */
export function parseMarkup(html: string): MarkupNode[] {
  try {
    return parsed(html);
  } catch (error) {
    if (!(error instanceof TooManyOpen)) throw error;
    return parsed(html.replace(/<(script|style)\b[^<]*<\/\1>/gi, '').replace(/<[^<>]*>/g, ' '));
  }
}

function parsed(html: string): MarkupNode[] {
  const root: Markup = { tag: '', attributes: {}, children: [] };
  const open: Markup[] = [root];
  const current = () => open.at(-1) ?? root;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (open.length > MOST_OPEN) throw new TooManyOpen();
        if (open.length >= DEEPEST) return void open.push(current());
        const element: Markup = { tag, attributes, children: [] };
        current().children.push(element);
        open.push(element);
      },
      ontext(text) {
        const { children } = current();
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + text;
        else children.push(text);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return root.children;
}

export function isMarkup(node: MarkupNode): node is Markup {
  return typeof node !== 'string';
}

/** Elements that fit, in the order of the document; not those within one that fits. */
export function elementsOf(nodes: readonly MarkupNode[], fits: (element: Markup) => boolean): Markup[] {
  return nodes
    .filter(isMarkup)
    .flatMap((element) => (fits(element) ? [element] : elementsOf(element.children, fits)));
}

/** Of scripts and styles nothing. */
export function textOf(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => (isMarkup(node) ? (UNREAD.has(node.tag) ? '' : textOf(node.children)) : node))
    .join('');
}

/** One line of text, without what prints nothing. */
export function lineOf(text: string): string {
  return holdable(text)
    .replace(/[^\P{Cf}\u200c\u200d]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Without control characters and halves of characters, which no document may hold. */
export function holdable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Surrogate}/gu, '');
}

export const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
]);

/** Words as they stand in markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Plain text as markup: blank lines stand between paragraphs. */
export function paragraphsOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('');
}
