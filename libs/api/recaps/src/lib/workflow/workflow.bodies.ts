import { Field } from '@reihe/api-platform';
import type { Translations } from '@reihe/shared-contracts';
import {
  publishRecapRules,
  showFiguresRules,
  submitRecapRules,
  updateNoteRules,
  type FiguresMode,
  type PublishRecap,
  type ShowFigures,
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
  @Field(publishRecapRules.figures) figures: FiguresMode | null = null;
}

export class ShowFiguresBody implements ShowFigures {
  @Field(showFiguresRules.version) version: number;
  @Field(showFiguresRules.mode) mode: FiguresMode;
  @Field(showFiguresRules.ofRevision) ofRevision: number | null = null;
  @Field(showFiguresRules.note, () => UpdateNoteBody) note: Translations<UpdateNoteBody> = {};
}
