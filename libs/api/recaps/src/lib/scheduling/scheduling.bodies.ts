import { Field } from '@reihe/api-platform';
import { scheduleRecapRules, type FiguresMode, type ScheduleRecap } from '@reihe/shared-editorial';

export class ScheduleRecapBody implements ScheduleRecap {
  @Field(scheduleRecapRules.version) version: number;
  @Field(scheduleRecapRules.publishLocal) publishLocal: string;
  @Field(scheduleRecapRules.timeZone) timeZone: string;
  @Field(scheduleRecapRules.clockChoice) clockChoice: 'earlier' | 'later' | null = null;
  @Field(scheduleRecapRules.figures) figures: FiguresMode | null = null;
}
