import { Field } from '@reihe/api-platform';
import type { Translations } from '@reihe/shared-contracts';
import {
  publishRecapRules,
  submitRecapRules,
  updateNoteRules,
  type PublishRecap,
  type SubmitRecap,
  type UpdateNote,
} from '@reihe/shared-editorial';

export class SubmitRecapBody implements SubmitRecap {
  @Field(submitRecapRules.version) version: number;
  @Field(submitRecapRules.reviewerId) reviewerId: string | null = null;
}

class UpdateNoteBody implements UpdateNote {
  @Field(updateNoteRules.text) text: string;
}

export class PublishRecapBody implements PublishRecap {
  @Field(publishRecapRules.version) version: number;
  @Field(publishRecapRules.note, () => UpdateNoteBody) note: Translations<UpdateNoteBody> = {};
}
