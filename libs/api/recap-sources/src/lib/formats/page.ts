import {
  elementsOf,
  escaped,
  isMarkup,
  lineOf,
  parseMarkup,
  textOf,
  type Markup,
  type MarkupNode,
} from '../conversion/markup';
import { anArticle, type SourceArticle } from './source-article';

/** Around the article: never part of it. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'script', 'style', 'form']);
const BEGIN = '<!--TYPO3SEARCH_begin-->';
const END = '<!--TYPO3SEARCH_end-->';
const MARK = 'reihe-content';

/**
 * An article out of a whole page: what stands in `article` or `main`, or between the comments by which TYPO3 marks its contents; else
 * the page without what stands around it. The first heading of the first level is its title.
 * @param name of the file, in its archive
 */
export function readPage(html: string, name: string): SourceArticle {
  const marked = html.replaceAll(BEGIN, `<${MARK}>`).replaceAll(END, `</${MARK}>`);
  const nodes = parseMarkup(marked);
  const [page] = elementsOf(nodes, ({ tag }) => tag === 'html');
  const meta = metaOf(nodes);
  const content = contentOf(nodes);
  const [heading] = elementsOf(content, ({ tag }) => tag === 'h1');
  const [title] = elementsOf(nodes, ({ tag }) => tag === 'title');
  const [outer] = elementsOf(nodes, ({ tag }) => tag === 'h1');
  const [time] = elementsOf(content, ({ tag, attributes }) => tag === 'time' && 'datetime' in attributes);
  const canonical = elementsOf(nodes, ({ tag }) => tag === 'link').find(
    ({ attributes }) => attributes['rel'] === 'canonical',
  );
  const address = canonical?.attributes['href'] ?? meta.get('og:url') ?? '';
  const named = [heading, outer].map((one) => (one ? lineOf(textOf(one.children)) : ''));
  return anArticle({
    guid: '',
    address: /^https?:/i.test(address) ? address : '',
    title:
      named.find((words) => words !== '') ??
      meta.get('og:title') ??
      lineOf(title ? textOf(title.children) : ''),
    html: markupOf(content.flatMap((node) => without(node, heading))),
    excerpt: meta.get('description') ?? meta.get('og:description') ?? '',
    author: meta.get('author') ?? meta.get('dc.creator') ?? '',
    categories: (meta.get('keywords') ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    language: page?.attributes['lang'] ?? page?.attributes['xml:lang'] ?? '',
    published:
      ['article:published_time', 'date', 'dc.date', 'dcterms.created']
        .map((key) => meta.get(key))
        .find(Boolean) ??
      time?.attributes['datetime'] ??
      '',
    slug: slugOf(name),
    leadAddress: meta.get('og:image') ?? '',
    folder: name.slice(0, name.lastIndexOf('/') + 1),
  });
}

function contentOf(nodes: readonly MarkupNode[]): MarkupNode[] {
  for (const tag of [MARK, 'article', 'main']) {
    const found = elementsOf(nodes, (element) => element.tag === tag);
    if (found.length > 0) return found.flatMap(({ children }) => children);
  }
  const [body] = elementsOf(nodes, ({ tag }) => tag === 'body');
  return (body ? body.children : nodes.slice()).filter((node) => !isMarkup(node) || !AROUND.has(node.tag));
}

function metaOf(nodes: readonly MarkupNode[]): Map<string, string> {
  const found = elementsOf(nodes, ({ tag }) => tag === 'meta').map(
    ({ attributes }) =>
      [
        (attributes['name'] ?? attributes['property'] ?? '').toLowerCase(),
        lineOf(attributes['content'] ?? ''),
      ] as const,
  );
  return new Map(found.filter(([name, content]) => name !== '' && content !== ''));
}

function without(node: MarkupNode, left: Markup | undefined): MarkupNode[] {
  if (!isMarkup(node)) return [node];
  if (node === left) return [];
  return [{ ...node, children: node.children.flatMap((child) => without(child, left)) }];
}

function markupOf(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (!isMarkup(node)) return escaped(node);
      const attributes = Object.entries(node.attributes).map(
        ([name, value]) => ` ${name}="${escaped(value)}"`,
      );
      // What runs stays what it is: escaped words of a script would be words of the article.
      const inner = ['script', 'style'].includes(node.tag) ? '' : markupOf(node.children);
      const isVoid = /^(br|hr|img|source|input|link|meta|embed|track)$/.test(node.tag);
      return `<${node.tag}${attributes.join('')}>${inner}${isVoid ? '' : `</${node.tag}>`}`;
    })
    .join('');
}

function slugOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  // Translations are often told apart by their ends: "recap.de.html".
  return /^(index|default)$/i.test(file) ? '' : file.replace(/[._-](de|en|es|fr)$/i, '');
}
