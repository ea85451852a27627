import type { FeedFormat } from '@reihe/shared-contracts';
import { xml2js, type Element } from 'xml-js';

interface Expected {
  /** The feed's own. */
  address: string;
  language: string;
  site: string;
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (GMT|UT|[+-]\d{4})$/;

/** What a validator would say: RFC 4287, the RSS Advisory Board's profile of RSS 2.0, JSON Feed 1.1. */
export function feedProblems(format: FeedFormat, text: string, expected: Expected): string[] {
  const problems: string[] = [];
  const must = (isRight: boolean, what: string) => {
    if (!isRight) problems.push(what);
  };
  must(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text), 'no control characters');
  if (format === 'json') checkJson(JSON.parse(text) as Record<string, unknown>, expected, must);
  else if (format === 'xml') checkAtom(rootOf(text, 'feed'), expected, must);
  else checkRss(rootOf(text, 'rss'), expected, must);
  return problems;
}

type Must = (isRight: boolean, what: string) => void;

function rootOf(text: string, name: string): Element {
  const { elements = [] } = xml2js(text) as Element;
  const root = elements.find((element) => element.name === name);
  if (!root) throw new Error(`not a ${name}`);
  return root;
}

const all = (parent: Element, name: string) => (parent.elements ?? []).filter((child) => child.name === name);
const one = (parent: Element, name: string) => all(parent, name)[0];
const words = (element: Element | undefined) =>
  (element?.elements ?? []).map(({ text, cdata }) => String(text ?? cdata ?? '')).join('');
const attribute = (element: Element | undefined, name: string) => String(element?.attributes?.[name] ?? '');
const isUnique = (values: readonly string[]) => new Set(values).size === values.length;
const isAbsolute = (address: string) => /^https?:\/\/[^/\s]+/.test(address) && URL.canParse(address);

/** Nothing that acts, and no address that would mean another place in a feed reader. */
function checkContent(html: string, must: Must): void {
  must(
    !/<(script|style|iframe|object|form|input)|\son\w+=|javascript:/i.test(html),
    'content that only shows',
  );
  for (const [, address = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g))
    must(isAbsolute(address), `absolute: ${address}`);
  for (const [image] of html.matchAll(/<img[^>]*>/g)) must(/\salt="/.test(image), 'images with alt text');
}

function checkAtom(feed: Element, { address, language }: Expected, must: Must): void {
  must(attribute(feed, 'xmlns') === 'http://www.w3.org/2005/Atom', 'namespace');
  must(attribute(feed, 'xml:lang') === language, 'xml:lang');
  for (const name of ['id', 'title', 'updated']) must(all(feed, name).length === 1, `one ${name}`);
  must(RFC_3339.test(words(one(feed, 'updated'))), 'updated by RFC 3339');
  const links = all(feed, 'link');
  must(
    links.some((link) => attribute(link, 'rel') === 'self' && attribute(link, 'href') === address),
    'self',
  );
  must(
    links.every((link) => isAbsolute(attribute(link, 'href'))),
    'absolute links',
  );
  const entries = all(feed, 'entry');
  must(isUnique(entries.map((entry) => words(one(entry, 'id')))), 'unique ids');
  for (const entry of entries) {
    for (const name of ['id', 'title', 'updated'])
      must(all(entry, name).length === 1, `one ${name} in an entry`);
    must(/^urn:uuid:[0-9a-f-]{36}$/.test(words(one(entry, 'id'))), 'id is a URI');
    must(words(one(entry, 'title')) !== '', 'title of an entry');
    must(RFC_3339.test(words(one(entry, 'updated'))), 'updated of an entry');
    must(RFC_3339.test(words(one(entry, 'published'))), 'published of an entry');
    must(all(entry, 'author').length + all(feed, 'author').length > 0, 'an author');
    must(
      all(entry, 'author').every((author) => words(one(author, 'name')) !== ''),
      'names of authors',
    );
    must(
      all(entry, 'link').every((link) => isAbsolute(attribute(link, 'href'))),
      'absolute links of an entry',
    );
    must(
      all(entry, 'category').every((category) => attribute(category, 'term') !== ''),
      'terms',
    );
    checkContent(words(one(entry, 'content')), must);
  }
}

function checkRss(rss: Element, { address, language }: Expected, must: Must): void {
  must(attribute(rss, 'version') === '2.0', 'version');
  const channel = one(rss, 'channel');
  if (!channel) return must(false, 'channel');
  for (const name of ['title', 'link', 'description']) must(all(channel, name).length === 1, `one ${name}`);
  must(words(one(channel, 'description')) !== '', 'description');
  must(isAbsolute(words(one(channel, 'link'))), 'absolute link');
  must(words(one(channel, 'language')) === language, 'language');
  must(RFC_822.test(words(one(channel, 'lastBuildDate'))), 'lastBuildDate by RFC 822');
  const self = one(channel, 'atom:link');
  must(attribute(self, 'rel') === 'self' && attribute(self, 'href') === address, 'self');
  must(attribute(rss, 'xmlns:atom') === 'http://www.w3.org/2005/Atom', 'namespace of atom');
  const items = all(channel, 'item');
  must(isUnique(items.map((item) => words(one(item, 'guid')))), 'unique guids');
  for (const item of items) {
    must(words(one(item, 'title')) !== '', 'title of an item');
    must(isAbsolute(words(one(item, 'link'))), 'link of an item');
    must(attribute(one(item, 'guid'), 'isPermaLink') === 'false', 'guid is no address');
    must(RFC_822.test(words(one(item, 'pubDate'))), 'pubDate by RFC 822');
    must(
      all(item, 'author').every((author) => words(author).includes('@')),
      'author is a mail address',
    );
    for (const name of ['dc', 'content'])
      if ((item.elements ?? []).some((child) => child.name?.startsWith(`${name}:`)))
        must(attribute(rss, `xmlns:${name}`) !== '', `namespace of ${name}`);
    checkContent(words(one(item, 'content:encoded')), must);
  }
}

interface JsonItem {
  id?: unknown;
  url?: unknown;
  title?: unknown;
  content_html?: unknown;
  image?: string;
  date_published?: unknown;
  date_modified?: unknown;
  authors?: unknown;
  author?: unknown;
  language?: unknown;
}

function checkJson(feed: Record<string, unknown>, { address, language }: Expected, must: Must): void {
  must(feed['version'] === 'https://jsonfeed.org/version/1.1', 'version');
  must(typeof feed['title'] === 'string' && feed['title'] !== '', 'title');
  must(feed['feed_url'] === address, 'feed_url');
  must(isAbsolute(String(feed['home_page_url'])), 'home_page_url');
  must(feed['language'] === language, 'language');
  const items = feed['items'];
  if (!Array.isArray(items)) return must(false, 'items');
  must(isUnique(items.map(({ id }: JsonItem) => String(id))), 'unique ids');
  for (const item of items as JsonItem[]) {
    must(typeof item.id === 'string' && item.id !== '', 'id');
    must(isAbsolute(String(item.url)), 'url');
    must(item.image === undefined || isAbsolute(item.image), 'image');
    must(RFC_3339.test(String(item.date_published)), 'date_published');
    must(RFC_3339.test(String(item.date_modified)), 'date_modified');
    must(item.author === undefined, 'authors, not author');
    must(item.authors === undefined || Array.isArray(item.authors), 'authors');
    checkContent(String(item.content_html), must);
  }
}
