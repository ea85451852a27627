import { Field } from '@reihe/api-platform';
import { stateCountRules, type Measure, type StateCount } from '@reihe/shared-contracts';

export class StateCountBody implements StateCount {
  @Field(stateCountRules.measure) measure: Measure;
  @Field(stateCountRules.value) value: number;
  @Field(stateCountRules.isAtLeast) isAtLeast: boolean;
  @Field(stateCountRules.source) source: string;
  @Field(stateCountRules.note) note?: string;
}
