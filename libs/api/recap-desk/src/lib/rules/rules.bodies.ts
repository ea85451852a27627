import { Field } from '@reihe/api-platform';
import type { Translations } from '@reihe/shared-contracts';
import {
  seriesRecapRulesRules,
  titlePatternRules,
  type SeriesRecapRules,
  type TitlePattern,
} from '@reihe/shared-editorial';

class TitlePatternBody implements TitlePattern {
  @Field(titlePatternRules.pattern) pattern: string;
}

export class SeriesRecapRulesBody implements SeriesRecapRules {
  @Field(seriesRecapRulesRules.version) version: number;
  @Field(seriesRecapRulesRules.makesDrafts) makesDrafts: boolean;
  @Field(seriesRecapRulesRules.dueAfterDays) dueAfterDays: number;
  @Field(seriesRecapRulesRules.tellsFigures) tellsFigures = true;
  @Field(seriesRecapRulesRules.titlePatterns, () => TitlePatternBody)
  titlePatterns: Translations<TitlePatternBody>;
}
