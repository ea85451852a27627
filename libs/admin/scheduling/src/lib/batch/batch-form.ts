import { applyWhen, disabled, type SchemaPathTree, validate } from '@angular/forms/signals';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language, type Session } from '@reihe/shared-contracts';
import {
  batchPatternRules,
  batchTextRules,
  createBatchRules,
  type BatchDateChange,
  type BatchPattern,
  type BatchText,
  type CreateBatch,
  type PreviewBatch,
} from '@reihe/shared-planning';
import { fieldError } from '@reihe/shared-form-policies';
import { plannedDates, type PlannedDate } from '@reihe/shared-policies';
import { applyRules, inEveryLanguage, type InEveryLanguage, isBlank, written } from '@reihe/admin-ui';

/** A batch as typed. */
export type BatchForm = BatchPattern &
  Pick<
    CreateBatch,
    | 'seriesId'
    | 'kind'
    | 'durationMinutes'
    | 'languages'
    | 'interpretation'
    | 'regionIds'
    | 'categoryIds'
    | 'capacity'
  > & {
    translations: InEveryLanguage<BatchText>;
    /** Zones that are shown beside those of the audience. */
    zones: string[];
    /** Empty: none. */
    modelId: string;
    withAgenda: boolean;
    withSpeakers: boolean;
  };

export function emptyBatch(timeZone: string): BatchForm {
  return {
    seriesId: '',
    firstLocal: '',
    timeZone,
    every: 'week',
    interval: 2,
    count: 6,
    durationMinutes: 90,
    kind: 'exchange',
    languages: [DEFAULT_LANGUAGE],
    interpretation: [],
    regionIds: [],
    categoryIds: [],
    capacity: null,
    translations: inEveryLanguage({}, { title: '' }),
    zones: [],
    modelId: '',
    withAgenda: true,
    withSpeakers: false,
  };
}

/** What a model says is taken over; titles only where none is typed yet, dates not at all. */
export function after(model: Session, form: BatchForm): BatchForm {
  const titles = inEveryLanguage(model.translations, { title: '', abstract: '' });
  const translations = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      isBlank(form.translations[language]) ? { title: titles[language].title } : form.translations[language],
    ]),
  ) as InEveryLanguage<BatchText>;
  const { kind, languages, interpretation, regionIds, categoryIds, capacity, timeZone } = model;
  const durationMinutes = Math.round((Date.parse(model.endsAt) - Date.parse(model.startsAt)) / 60_000);
  const taken = { kind, languages, interpretation, regionIds, categoryIds, capacity, timeZone };
  return { ...form, ...taken, durationMinutes, translations, modelId: model.id };
}

export function patternOf({ firstLocal, timeZone, every, interval, count }: BatchForm): BatchPattern {
  return { firstLocal, timeZone, every, interval, count };
}

/** The dates so far; empty while the pattern is not whole yet. */
export function datesOf(pattern: BatchPattern, changes: readonly BatchDateChange[]): PlannedDate[] {
  const isWhole = (Object.keys(batchPatternRules) as (keyof BatchPattern)[]).every(
    (name) => fieldError(pattern[name], batchPatternRules[name]) === null,
  );
  if (!isWhole) return [];
  try {
    return plannedDates(pattern, changes);
  } catch {
    return [];
  }
}

export function previewOf(
  pattern: BatchPattern,
  { seriesId, durationMinutes, regionIds, zones }: BatchForm,
  changes: readonly BatchDateChange[],
): PreviewBatch {
  return { seriesId: seriesId || null, pattern, changes: [...changes], durationMinutes, regionIds, zones };
}

export function createOf(form: BatchForm, changes: readonly BatchDateChange[], key: string): CreateBatch {
  const { seriesId, kind, durationMinutes, languages, interpretation, regionIds, categoryIds, capacity } =
    form;
  return {
    key,
    pattern: patternOf(form),
    changes: [...changes],
    seriesId,
    kind,
    durationMinutes,
    languages,
    interpretation,
    regionIds,
    categoryIds,
    capacity,
    translations: written(form.translations),
    model: form.modelId
      ? { sessionId: form.modelId, withAgenda: form.withAgenda, withSpeakers: form.withSpeakers }
      : null,
  };
}

export function batchSchema(
  path: SchemaPathTree<BatchForm>,
  defaultLanguage: () => Language,
  mayWrite: () => boolean,
): void {
  disabled(path, () => !mayWrite());
  const { seriesId, kind, durationMinutes, languages, capacity } = createBatchRules;
  applyRules<BatchForm>(path, { ...batchPatternRules, seriesId, kind, durationMinutes, languages, capacity });
  for (const language of LANGUAGES)
    applyWhen(
      path.translations[language],
      ({ value }) => language === defaultLanguage() || !isBlank(value()),
      (text) => {
        applyRules(text, batchTextRules);
      },
    );
  // A date beyond the years that can be written.
  validate(path.firstLocal, (first) => {
    const pattern: BatchPattern = {
      firstLocal: first.value(),
      timeZone: first.valueOf(path.timeZone),
      every: first.valueOf(path.every),
      interval: first.valueOf(path.interval),
      count: first.valueOf(path.count),
    };
    const isLate = Number(pattern.firstLocal.slice(0, 4)) > 9000 && datesOf(pattern, []).length === 0;
    return isLate ? { kind: 'wrong-format' } : null;
  });
}
