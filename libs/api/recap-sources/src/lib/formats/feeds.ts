import { paragraphsOf } from '../conversion/markup';
import { anArticle, type Source, type SourceArticle } from './source-article';
import { allText, childrenOf, innerMarkup, readXml, wordsOf, type XmlElement } from './xml';

const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DC = 'http://purl.org/dc/';
const MEDIA = 'http://search.yahoo.com/mrss/';

/** RSS 2.0. */
export function readRss(text: string): Source {
  const articles: SourceArticle[] = [];
  const root = readXml(text, new Set(['item']), (item) => articles.push(rssArticle(item)));
  const [channel] = childrenOf(root, 'channel');
  const language = (channel ? wordsOf(channel, 'language') : '') || languageOf(root);
  return { kind: 'rss', attachments: new Map(), articles: inLanguage(articles, language) };
}

function rssArticle(item: XmlElement): SourceArticle {
  const content = wordsOf(item, 'encoded', CONTENT);
  const description = wordsOf(item, 'description');
  const [guid] = childrenOf(item, 'guid');
  const identity = guid ? allText(guid).trim() : '';
  const isAddress = guid?.attributes['isPermaLink'] !== 'false' && /^https?:/.test(identity);
  const [picture] = [...childrenOf(item, 'enclosure'), ...childrenOf(item, 'content', MEDIA)].filter(
    ({ attributes }) => (attributes['type'] ?? '').startsWith('image/') || attributes['medium'] === 'image',
  );
  return anArticle({
    guid: identity,
    address: wordsOf(item, 'link') || (isAddress ? identity : ''),
    title: wordsOf(item, 'title'),
    html: content || description,
    excerpt: content === '' ? '' : description,
    author: wordsOf(item, 'creator', DC) || personOf(wordsOf(item, 'author')),
    categories: childrenOf(item, 'category').map((category) => allText(category).trim()),
    language: wordsOf(item, 'language', DC) || languageOf(item),
    published: wordsOf(item, 'pubDate') || wordsOf(item, 'date', DC),
    leadAddress: picture?.attributes['url'] ?? '',
  });
}

/** "address (name)" and the like, as RSS wants it: never the address. */
function personOf(written: string): string {
  const name = /\(([^)]+)\)/.exec(written)?.[1] ?? written;
  return name.includes('@') ? '' : name;
}

/** Atom 1.0. */
export function readAtom(text: string): Source {
  const articles: SourceArticle[] = [];
  const root = readXml(text, new Set(['entry']), (entry) => articles.push(atomArticle(entry)));
  const people = peopleOf(root);
  return {
    kind: 'atom',
    attachments: new Map(),
    articles: inLanguage(articles, languageOf(root)).map((article) => ({
      ...article,
      author: article.author || people,
    })),
  };
}

function atomArticle(entry: XmlElement): SourceArticle {
  const links = childrenOf(entry, 'link');
  const link = links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  const picture = links.find(
    ({ attributes }) => attributes['rel'] === 'enclosure' && (attributes['type'] ?? '').startsWith('image/'),
  );
  const [content] = childrenOf(entry, 'content');
  const [summary] = childrenOf(entry, 'summary');
  const [title] = childrenOf(entry, 'title');
  return anArticle({
    guid: wordsOf(entry, 'id'),
    address: link?.attributes['href'] ?? '',
    title: title ? markupOf(title) : '',
    html: markupOf(content ?? summary),
    excerpt: content ? markupOf(summary) : '',
    author: peopleOf(entry),
    categories: childrenOf(entry, 'category').map(
      ({ attributes }) => attributes['label'] ?? attributes['term'] ?? '',
    ),
    language:
      languageOf(entry) || (content ? languageOf(content) : '') || (link?.attributes['hreflang'] ?? ''),
    published: wordsOf(entry, 'published') || wordsOf(entry, 'updated'),
    leadAddress: picture?.attributes['href'] ?? '',
  });
}

/** A text of Atom says itself what it is. */
function markupOf(text: XmlElement | undefined): string {
  if (!text) return '';
  const type = text.attributes['type'] ?? 'text';
  if (type === 'xhtml') return innerMarkup(text);
  const words = allText(text).trim();
  if (type === 'html') return words;
  return paragraphsOf(words);
}

function peopleOf(element: XmlElement): string {
  return childrenOf(element, 'author')
    .map((author) => wordsOf(author, 'name'))
    .filter((name) => name !== '')
    .join(', ');
}

function languageOf({ attributes }: XmlElement): string {
  return attributes['xml:lang'] ?? '';
}

function inLanguage(articles: readonly SourceArticle[], language: string): SourceArticle[] {
  return articles.map((article) => ({ ...article, language: article.language || language }));
}
