import { applyWhen, disabled, validate, type SchemaPathTree } from '@angular/forms/signals';
import {
  DEFAULT_LANGUAGE,
  LANGUAGES,
  saveSeriesRules,
  seriesTextRules,
  type SaveSeries,
  type Series,
  type SeriesText,
} from '@reihe/shared-contracts';
import { applyRules, inEveryLanguage, isBlank, type InEveryLanguage, written } from '@reihe/admin-ui';

export type SeriesForm = Omit<SaveSeries, 'version' | 'translations' | 'coverMediaId'> & {
  /** The cover, where there is one: a place for one picture. */
  cover: string[];
  translations: InEveryLanguage<SeriesText>;
};

const NO_TEXT: SeriesText = { title: '', summary: '', host: '', commissioner: '' };

export function emptySeries(timeZone: string): SeriesForm {
  return {
    slug: '',
    startsOn: '',
    endsOn: '',
    defaultLanguage: DEFAULT_LANGUAGE,
    timeZone,
    cover: [],
    categoryIds: [],
    translations: inEveryLanguage({}, NO_TEXT),
  };
}

export function seriesForm(series: Series): SeriesForm {
  const { slug, startsOn, endsOn, defaultLanguage, timeZone, categoryIds } = series;
  return {
    slug,
    startsOn,
    endsOn,
    defaultLanguage,
    timeZone,
    categoryIds,
    cover: series.coverMediaId === null ? [] : [series.coverMediaId],
    translations: inEveryLanguage(series.translations, NO_TEXT),
  };
}

export function saveSeries({ cover, ...form }: SeriesForm, version: number): SaveSeries {
  return {
    ...form,
    version,
    coverMediaId: cover[0] ?? null,
    translations: written(form.translations),
  };
}

export function seriesSchema(path: SchemaPathTree<SeriesForm>, mayWrite: () => boolean): void {
  disabled(path, () => !mayWrite());
  const { slug, startsOn, endsOn, defaultLanguage, timeZone } = saveSeriesRules;
  applyRules<SeriesForm>(path, { slug, startsOn, endsOn, defaultLanguage, timeZone });
  validate(path.endsOn, (end) =>
    end.value() !== '' && end.value() < end.valueOf(path.startsOn) ? { kind: 'end-before-start' } : null,
  );
  for (const language of LANGUAGES) {
    applyWhen(
      path.translations[language],
      (text) => language === text.valueOf(path.defaultLanguage) || !isBlank(text.value()),
      (text) => {
        applyRules(text, seriesTextRules);
      },
    );
  }
}
