import { changeStateRules, type ChangeState } from '@reihe/shared-contracts';
import { Field } from './field.decorator';

export class ChangeStateBody implements ChangeState {
  @Field(changeStateRules.version) version: number;
}
