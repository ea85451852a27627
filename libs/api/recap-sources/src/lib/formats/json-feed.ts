import { paragraphsOf } from '../conversion/markup';
import { ImportRefused } from '../files/refusal';
import { anArticle, type Source, type SourceArticle } from './source-article';

type Fields = Record<string, unknown>;

/** JSON Feed 1.1, and 1.0 with its single author. @throws ImportRefused broken-json */
export function readJsonFeed(text: string): Source {
  const feed = fieldsOf(parsed(text));
  const items = Array.isArray(feed['items']) ? feed['items'] : [];
  const language = words(feed['language']);
  const people = peopleOf(feed);
  return {
    kind: 'json-feed',
    attachments: new Map(),
    articles: items.map((item) => {
      const article = articleOf(fieldsOf(item));
      return { ...article, language: article.language || language, author: article.author || people };
    }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? NaN);
    const line = Number.isNaN(at) ? null : text.slice(0, at).split('\n').length;
    throw new ImportRefused('broken-json', '', line);
  }
}

function articleOf(item: Fields): SourceArticle {
  const plain = words(item['content_text']);
  return anArticle({
    guid: words(item['id']),
    address: words(item['url']),
    title: words(item['title']),
    html: words(item['content_html']) || (plain === '' ? '' : paragraphsOf(plain)),
    excerpt: words(item['summary']),
    author: peopleOf(item),
    categories: Array.isArray(item['tags']) ? item['tags'].map(words) : [],
    language: words(item['language']),
    published: words(item['date_published']),
    leadAddress: words(item['image']) || words(item['banner_image']),
  });
}

function peopleOf(of: Fields): string {
  const authors: unknown[] = Array.isArray(of['authors']) ? of['authors'] : [of['author']];
  return authors
    .map((author) => words(fieldsOf(author)['name']))
    .filter((name) => name !== '')
    .join(', ');
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
