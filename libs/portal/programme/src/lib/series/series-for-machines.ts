import {
  FEED_FORMATS,
  FEED_TYPES,
  publicPaths,
  recapFeedPath,
  type Language,
  type SeriesHead,
} from '@reihe/shared-contracts';
import type { MachineWords, PageHead, StructuredData } from '@reihe/web-platform';

/** A series for search engines, and where feed readers hear of its recaps. */
export function seriesForMachines(head: PageHead, series: SeriesHead, pageLanguage: Language): MachineWords {
  const feed = { kind: 'series', slug: series.slug } as const;
  return {
    more: FEED_FORMATS.map((format) => [
      'link',
      {
        rel: 'alternate',
        type: FEED_TYPES[format],
        href: recapFeedPath(pageLanguage, format, feed),
        title: series.title,
      },
    ]),
    structuredData: [seriesData(series, head.absolute(publicPaths.series(pageLanguage, series.slug)))],
  };
}

function seriesData(series: SeriesHead, address: string): StructuredData {
  return {
    '@type': 'EventSeries',
    name: series.title,
    description: series.summary,
    inLanguage: series.language,
    startDate: series.startsOn,
    endDate: series.endsOn,
    url: address,
    ...(series.host && { organizer: { '@type': 'Organization', name: series.host } }),
    ...(series.commissioner && { sponsor: { '@type': 'Organization', name: series.commissioner } }),
  };
}
