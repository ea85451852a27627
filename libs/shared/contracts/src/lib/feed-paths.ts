import type { Language } from './languages';

/** xml: Atom, the first that was there · rss: RSS 2.0 · json: JSON Feed 1.1 */
export const FEED_FORMATS = ['xml', 'rss', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_TYPES = {
  xml: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>;

/** What a feed is narrowed to: the slug of a series or a category. */
export interface FeedOf {
  kind: 'series' | 'categories';
  slug: string;
}

/** Addresses of feeds of recaps, stable: feed readers hold on to them. Apart from the other addresses, which every page's script has. */
export function recapFeedPath(language: Language, format: FeedFormat, of: FeedOf | null = null): string {
  const owner = of ? `${of.kind}/${of.slug}/` : '';
  return `/feeds/${owner}recaps.${language}.${format}`;
}
