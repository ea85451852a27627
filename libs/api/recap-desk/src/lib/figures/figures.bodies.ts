import { Field } from '@reihe/api-platform';
import { keepFiguresRules, type KeepFigures } from '@reihe/shared-editorial';

export class KeepFiguresBody implements KeepFigures {
  @Field(keepFiguresRules.revision) revision: number;
  @Field(keepFiguresRules.seen) seen: Record<string, number | null>;
}
