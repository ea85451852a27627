import { Field } from '@reihe/api-platform';
import type { SessionKind, Translations } from '@reihe/shared-contracts';
import {
  batchDateChangeRules,
  batchPatternRules,
  batchTextRules,
  createBatchRules,
  previewBatchRules,
  sessionModelRules,
  type BatchDateChange,
  type BatchPattern,
  type BatchText,
  type CreateBatch,
  type PreviewBatch,
  type Recurrence,
  type SessionModel,
} from '@reihe/shared-planning';

class PatternBody implements BatchPattern {
  @Field(batchPatternRules.firstLocal) firstLocal: string;
  @Field(batchPatternRules.timeZone) timeZone: string;
  @Field(batchPatternRules.every) every: Recurrence;
  @Field(batchPatternRules.interval) interval: number;
  @Field(batchPatternRules.count) count: number;
}

class DateChangeBody implements BatchDateChange {
  @Field(batchDateChangeRules.index) index: number;
  @Field(batchDateChangeRules.isLeftOut) isLeftOut: boolean;
  @Field(batchDateChangeRules.startsLocal) startsLocal: string | null = null;
  @Field(batchDateChangeRules.clockChoice) clockChoice: 'earlier' | 'later' | null = null;
}

class BatchTextBody implements BatchText {
  @Field(batchTextRules.title) title: string;
}

class SessionModelBody implements SessionModel {
  @Field(sessionModelRules.sessionId) sessionId: string;
  @Field(sessionModelRules.withAgenda) withAgenda: boolean;
  @Field(sessionModelRules.withSpeakers) withSpeakers: boolean;
}

export class PreviewBatchBody implements PreviewBatch {
  @Field(previewBatchRules.seriesId) seriesId: string | null = null;
  @Field(previewBatchRules.pattern, () => PatternBody) pattern: PatternBody;
  @Field(previewBatchRules.changes, () => DateChangeBody) changes: DateChangeBody[];
  @Field(previewBatchRules.durationMinutes) durationMinutes: number;
  @Field(previewBatchRules.regionIds) regionIds: string[];
  @Field(previewBatchRules.zones) zones: string[];
}

export class CreateBatchBody implements CreateBatch {
  @Field(createBatchRules.key) key: string;
  @Field(createBatchRules.seriesId) seriesId: string;
  @Field(createBatchRules.pattern, () => PatternBody) pattern: PatternBody;
  @Field(createBatchRules.changes, () => DateChangeBody) changes: DateChangeBody[];
  @Field(createBatchRules.durationMinutes) durationMinutes: number;
  @Field(createBatchRules.kind) kind: SessionKind;
  @Field(createBatchRules.languages) languages: string[];
  @Field(createBatchRules.interpretation) interpretation: string[];
  @Field(createBatchRules.regionIds) regionIds: string[];
  @Field(createBatchRules.categoryIds) categoryIds: string[];
  @Field(createBatchRules.capacity) capacity: number | null = null;
  @Field(createBatchRules.translations, () => BatchTextBody) translations: Translations<BatchTextBody>;
  @Field(createBatchRules.model, () => SessionModelBody) model: SessionModelBody | null = null;
}
