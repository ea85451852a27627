import type { SeriesCategoryRow, SeriesRow, SeriesTranslationRow } from '@reihe/api-persistence';
import { orEmpty, textsOf } from '@reihe/api-platform';
import type { SaveSeries, Series } from '@reihe/shared-contracts';

export interface SeriesParts {
  translations: Omit<SeriesTranslationRow, 'series'>[];
  categories: Omit<SeriesCategoryRow, 'series' | 'category'>[];
}

export function seriesRowOf(body: SaveSeries) {
  return {
    slug: body.slug,
    startsOn: body.startsOn,
    endsOn: body.endsOn,
    defaultLanguage: body.defaultLanguage,
    timeZone: body.timeZone,
    coverMediaId: body.coverMediaId ?? null,
  } satisfies Partial<SeriesRow>;
}

export function seriesPartsOf(seriesId: string, body: SaveSeries): SeriesParts {
  return {
    translations: textsOf(body.translations).map(([language, text]) => ({
      seriesId,
      language,
      title: text.title,
      summary: orEmpty(text.summary),
      host: orEmpty(text.host),
      commissioner: orEmpty(text.commissioner),
    })),
    categories: [...new Set(body.categoryIds)].map((categoryId) => ({ seriesId, categoryId })),
  };
}

/** What the audit log keeps of a series. */
export function auditableSeries({ id: _id, version: _version, isSample: _isSample, ...series }: Series) {
  return series;
}
