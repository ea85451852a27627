import {
  FEED_FORMATS,
  FEED_TYPES,
  recapFeedPath,
  type FeedFormat,
  type FeedOf,
  type Language,
} from '@reihe/shared-contracts';
import type { PageDescription } from '@reihe/web-platform';

const NAMES: Record<FeedFormat, string> = { xml: 'Atom', rss: 'RSS', json: 'JSON Feed' };

export interface FeedLink {
  name: string;
  type: string;
  href: string;
}

/** The same feed in every form that readers know. */
export function feedLinks(language: Language, of: FeedOf | null): FeedLink[] {
  return FEED_FORMATS.map((format) => ({
    name: NAMES[format],
    type: FEED_TYPES[format],
    href: recapFeedPath(language, format, of),
  }));
}

/** Tells feed readers that are given the page's address where its feeds are. */
export function feedsInHead(links: readonly FeedLink[], title: string): NonNullable<PageDescription['more']> {
  return links.map(({ name, type, href }) => [
    'link',
    { rel: 'alternate', type, href, title: `${title} (${name})` },
  ]);
}
