import { Field } from '@reihe/api-platform';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import {
  audienceChoiceRules,
  searchSlotsRules,
  type AudienceChoice,
  type SearchSlots,
} from '@reihe/shared-planning';
import { Transform } from 'class-transformer';

/** A key that stands once in an address is a text, more than once a list. */
const asList = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

export class AudienceQuery implements AudienceChoice {
  @asList() @Field(audienceChoiceRules.regionIds) regionIds: string[] = [];
  @asList() @Field(audienceChoiceRules.zones) zones: string[] = [];
  /** Named here only to be let through: `ReaderLanguage` reads it. */
  @Field({ kind: 'text', values: LANGUAGES, optional: true }) lang?: Language;
}

export class SearchSlotsBody implements SearchSlots {
  @Field(searchSlotsRules.regionIds) regionIds: string[];
  @Field(searchSlotsRules.zones) zones: string[];
  @Field(searchSlotsRules.from) from: string;
  @Field(searchSlotsRules.timeZone) timeZone: string;
  @Field(searchSlotsRules.durationMinutes) durationMinutes: number;
  @Field(searchSlotsRules.weekdays) weekdays: number[];
  @Field(searchSlotsRules.seriesId) seriesId: string | null = null;
}
