import { SaxesParser } from 'saxes';
import { escaped } from '../conversion/markup';
import { ImportRefused } from '../files/refusal';

export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** Namespace; empty: none. */
  uri: string;
  /** By their names as written. */
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

const DEEPEST = 300;

/**
 * Strict XML. Elements named in `parts` are handed over one by one and kept by nobody, so that of a large file only one is in memory.
 * Nothing is ever fetched or expanded: a DOCTYPE that declares anything is refused.
 * @returns the root without those parts
 * @throws ImportRefused broken-xml, doctype; with the line
 */
export function readXml(
  text: string,
  parts: ReadonlySet<string>,
  take: (part: XmlElement, parents: readonly XmlElement[]) => void,
): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  const roots: XmlElement[] = [];
  const fail = (code: 'broken-xml' | 'doctype', detail: string): never => {
    throw new ImportRefused(code, detail, parser.line);
  };
  parser.on('error', (error) => fail('broken-xml', error.message.replace(/^[\d:]+ ?/, '')));
  parser.on('doctype', (declared) => {
    if (/\[|<!/.test(declared)) fail('doctype', declared.trim());
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= DEEPEST) fail('broken-xml', `${DEEPEST}`);
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    open.push({ name: local, uri, attributes: Object.fromEntries(values), children: [] });
  });
  const addText = (found: string) => void open.at(-1)?.children.push(found);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (!parent) roots.push(closed);
    else if (parts.has(closed.name)) take(closed, open);
    else parent.children.push(closed);
  });
  // Old exports are full of characters that XML does not know and nobody sees.
  parser.write(text.replace(/[^\P{Cc}\t\n\r]/gu, '')).close();
  const [root] = roots;
  return root ?? fail('broken-xml', '');
}

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** @param uri beginning of the namespace; absent: whatever it is */
export function childrenOf({ children }: XmlElement, name: string, uri = ''): XmlElement[] {
  return children.filter(isElement).filter((child) => child.name === name && child.uri.startsWith(uri));
}

/** Of the first child of this name, trimmed; empty: there is none. */
export function wordsOf(element: XmlElement, name: string, uri = ''): string {
  const [child] = childrenOf(element, name, uri);
  return child ? allText(child).trim() : '';
}

export function allText({ children }: XmlElement): string {
  return children.map((child) => (isElement(child) ? allText(child) : child)).join('');
}

/** What stands in an element, as HTML again. */
export function innerMarkup({ children }: XmlElement): string {
  return children.map((child) => (isElement(child) ? outerMarkup(child) : escaped(child))).join('');
}

function outerMarkup(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).map(
    ([name, value]) => ` ${name}="${escaped(value)}"`,
  );
  const tag = element.name.toLowerCase();
  const isVoid = element.children.length === 0 && /^(br|hr|img|source|input)$/.test(tag);
  return `<${tag}${attributes.join('')}>${innerMarkup(element)}${isVoid ? '' : `</${tag}>`}`;
}
