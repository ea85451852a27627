import type { SeriesHead } from '@reihe/shared-contracts';
import type { StructuredData } from '@reihe/web-platform';

/** The series for search engines. */
export function seriesData(series: SeriesHead, address: string): StructuredData {
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
