import { Field } from '@reihe/api-platform';
import {
  makeDecisionRules,
  type AskDecision,
  type DecisionKind,
  type MakeDecision,
} from '@reihe/shared-registration';
import { RegistrationFilterBody } from '../list/registrations.query';

export class AskDecisionBody implements AskDecision {
  @Field(makeDecisionRules.ids) ids?: string[] | null;
  @Field(makeDecisionRules.filter, () => RegistrationFilterBody) filter?: RegistrationFilterBody | null;
  @Field(makeDecisionRules.kind) kind: DecisionKind;
  @Field(makeDecisionRules.reason) reason?: string | null;
}

export class MakeDecisionBody extends AskDecisionBody implements MakeDecision {
  @Field(makeDecisionRules.fingerprint) fingerprint: string;
}
