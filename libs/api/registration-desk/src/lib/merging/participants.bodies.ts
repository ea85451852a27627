import { Field } from '@reihe/api-platform';
import { mergeParticipantsRules, type AskMerge, type MergeParticipants } from '@reihe/shared-registration';

export class AskMergeBody implements AskMerge {
  @Field(mergeParticipantsRules.absorbedId) absorbedId: string;
}

export class MergeParticipantsBody extends AskMergeBody implements MergeParticipants {
  @Field(mergeParticipantsRules.reason) reason: string;
  @Field(mergeParticipantsRules.fingerprint) fingerprint: string;
}
