import { Field } from '@reihe/api-platform';
import { stateCountRules, type Measure, type StateCount } from '@reihe/shared-contracts';
import { selectSessionsRules, type SelectSessions } from '@reihe/shared-editorial';

export class SelectSessionsBody implements SelectSessions {
  @Field(selectSessionsRules.sessionIds) sessionIds: string[];
}

export class StateCountBody implements StateCount {
  @Field(stateCountRules.measure) measure: Measure;
  @Field(stateCountRules.value) value: number;
  @Field(stateCountRules.isAtLeast) isAtLeast: boolean;
  @Field(stateCountRules.source) source: string;
  @Field(stateCountRules.note) note?: string;
}
