import { Field } from '@reihe/api-platform';
import { openPreviewRules, type OpenPreview } from '@reihe/shared-editorial';

export class OpenPreviewBody implements OpenPreview {
  @Field(openPreviewRules.days) days: number;
}
