import { Field, PageQuery } from '@reihe/api-platform';
import {
  saveSeriesRules,
  SERIES_STATES,
  seriesTextRules,
  type Language,
  type SaveSeries,
  type SeriesState,
  type SeriesText,
  type Translations,
} from '@reihe/shared-contracts';

class SeriesTextBody implements SeriesText {
  @Field(seriesTextRules.title) title: string;
  @Field(seriesTextRules.summary) summary = '';
  @Field(seriesTextRules.host) host = '';
  @Field(seriesTextRules.commissioner) commissioner = '';
}

export class SaveSeriesBody implements SaveSeries {
  @Field(saveSeriesRules.version) version: number;
  @Field(saveSeriesRules.slug) slug: string;
  @Field(saveSeriesRules.startsOn) startsOn: string;
  @Field(saveSeriesRules.endsOn) endsOn: string;
  @Field(saveSeriesRules.defaultLanguage) defaultLanguage: Language;
  @Field(saveSeriesRules.timeZone) timeZone: string;
  @Field(saveSeriesRules.coverMediaId) coverMediaId: string | null = null;
  @Field(saveSeriesRules.categoryIds) categoryIds: string[];
  @Field(saveSeriesRules.translations, () => SeriesTextBody) translations: Translations<SeriesTextBody>;
}

export class SeriesQuery extends PageQuery {
  @Field({ kind: 'text', values: SERIES_STATES, optional: true }) state?: SeriesState;
}
