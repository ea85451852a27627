import type { FeedFormat, Language } from '@reihe/shared-contracts';
import { Feed } from 'feed';
import { html } from './feed-text';

/** One recap, its texts without control characters, its addresses absolute. */
export interface RecapEntry {
  id: string;
  link: string;
  title: string;
  lead: string;
  /** HTML. */
  content: string;
  picture: string | null;
  byline: string;
  categories: string[];
  publishedAt: Date;
  updatedAt: Date;
}

export interface RecapsFeed {
  language: Language;
  title: string;
  description: string;
  /** The page that it is the feed of. */
  home: string;
  /** Its own. */
  address: string;
  updatedAt: Date;
  entries: RecapEntry[];
}

const SITE = 'Reihe';

export const WRITERS: Record<FeedFormat, (feed: RecapsFeed) => string> = {
  xml: writeAtom,
  rss: writeRss,
  json: writeJson,
};

function writeAtom(feed: RecapsFeed): string {
  const atom = begin(feed, 'atom');
  for (const entry of feed.entries) {
    atom.addItem({
      ...common(entry),
      title: html(entry.title),
      description: html(entry.lead),
      ...(entry.byline && { author: [{ name: entry.byline }] }),
    });
  }
  // The library has no place for it, and readers hyphenate and read aloud by it.
  return atom.atom1().replace('<feed ', `<feed xml:lang="${feed.language}" `);
}

/** RSS wants the address of an author where others want the name: that goes into Dublin Core's element. */
function writeRss(feed: RecapsFeed): string {
  const rss = begin(feed, 'rss');
  for (const entry of feed.entries) {
    rss.addItem({
      ...common(entry),
      title: entry.title,
      description: html(entry.lead),
      ...(entry.byline && { extensions: [{ name: 'dc:creator', objects: { _text: entry.byline } }] }),
    });
  }
  return rss.rss2();
}

function begin({ title, description, home, address, updatedAt, language }: RecapsFeed, kind: 'atom' | 'rss') {
  return new Feed({
    id: address,
    title,
    description,
    link: home,
    language,
    feedLinks: { [kind]: address },
    author: { name: SITE },
    updated: updatedAt,
    generator: SITE,
    docs: 'https://www.rssboard.org/rss-specification',
  });
}

function common({ id, link, content, categories, publishedAt, updatedAt }: RecapEntry) {
  return {
    id,
    link,
    content,
    category: categories.map((name) => ({ name, term: name })),
    published: publishedAt,
    date: updatedAt,
  };
}

/** Version 1.1, which the library does not write: it names languages and more than one author. */
function writeJson({ title, description, home, address, language, entries }: RecapsFeed): string {
  const items = entries.map(({ id, link, lead, content, picture, byline, categories, ...entry }) => ({
    id,
    url: link,
    title: entry.title,
    content_html: content,
    summary: lead,
    ...(picture && { image: picture }),
    date_published: entry.publishedAt.toISOString(),
    date_modified: entry.updatedAt.toISOString(),
    ...(byline && { authors: [{ name: byline }] }),
    tags: categories,
    language,
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: home,
    feed_url: address,
    language,
    authors: [{ name: SITE }],
    items,
  });
}
