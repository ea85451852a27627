import { Field } from '@reihe/api-platform';
import { changeStateRules, type ChangeState } from '@reihe/shared-contracts';

export class ChangeStateBody implements ChangeState {
  @Field(changeStateRules.version) version: number;
}
