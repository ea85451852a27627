import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LANGUAGES, publicPaths, type Language, type Series } from '@reihe/shared-contracts';
import { slugFrom } from '@reihe/shared-policies';
import { Editing } from '@reihe/admin-editing';
import { ChosenPictures, PictureChoice, PictureLibrary } from '@reihe/admin-media';
import {
  AnswerStates,
  Ask,
  categoryOptions,
  FieldRow,
  inLanguage,
  isBlank,
  LanguageChoice,
  LanguageColumn,
  lastAnswer,
  ownTimeZone,
  SaveBar,
  TermChoice,
  WritingLanguages,
  type UnsavedWork,
  warnBeforeUnload,
} from '@reihe/admin-ui';
import { MediaClient, SeriesClient, StaffAccess, TaxonomyClient } from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { seriesStateWords } from './series-words';
import { emptySeries, saveSeries, seriesForm, seriesSchema, type SeriesForm } from './series-form';

/** One series: what it is called and about, who is behind it, its period, language and zone. */
@Component({
  selector: 'reihe-series-editor',
  imports: [
    AnswerStates,
    ErrorSummary,
    FieldRow,
    FormField,
    LanguageChoice,
    LanguageColumn,
    PictureChoice,
    RouterLink,
    SaveBar,
    StateBadge,
    TermChoice,
  ],
  providers: [WritingLanguages, ChosenPictures, { provide: PictureLibrary, useExisting: MediaClient }],
  templateUrl: './series-editor.html',
})
export class SeriesEditor implements UnsavedWork {
  /** From the address; absent for a new series. */
  readonly id = input<string>();

  private readonly router = inject(Router);
  private readonly series = inject(SeriesClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly languages = LANGUAGES;
  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.form.translations[language]().value());
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly isBlank = isBlank;
  protected readonly stateWords = seriesStateWords;

  private readonly categories = lastAnswer(inject(TaxonomyClient).categories());
  protected readonly loaded = this.series.one(() => this.id() ?? null);

  private readonly model = signal<SeriesForm>(emptySeries(ownTimeZone()));
  protected readonly form = form(this.model, (path) => {
    seriesSchema(path, () => this.mayWrite());
  });
  protected readonly editing: Editing<Series, SeriesForm> = new Editing<Series, SeriesForm>({
    model: this.model,
    form: this.form,
    toForm: seriesForm,
    send: (typed, version) => {
      const body = saveSeries(typed, version);
      const id = this.editing.resource()?.id;
      return id === undefined ? this.series.create(body) : this.series.save(id, body);
    },
    fetch: () => this.series.fetch(this.editing.resource()?.id ?? ''),
    fieldOf: { 'series.slug-taken': 'slug' },
  });

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly mayReadRegistrations = computed(() => this.access.may('registrations.read'));
  protected readonly categoryOptions = computed(() =>
    categoryOptions(this.categories() ?? [], this.language),
  );
  protected readonly heading = computed(
    () => inLanguage(this.model().translations, this.language)?.title ?? '',
  );
  protected readonly suggestedSlug = computed(() => {
    const { translations, defaultLanguage } = this.model();
    return slugFrom(translations[defaultLanguage].title);
  });
  protected readonly isPublished = computed(() => this.editing.resource()?.state === 'published');
  protected readonly publicPage = computed(() =>
    publicPaths.series(this.language, this.editing.resource()?.slug ?? ''),
  );

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const series = this.loaded.value();
      untracked(() => {
        this.editing.open(series);
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  protected languageName(tag: string): string {
    return this.formats.languageName(tag);
  }

  protected async save(): Promise<void> {
    const isNew = this.editing.isNew();
    const saved = await this.editing.save();
    if (saved && isNew) await this.router.navigate(['/series', saved.id], { replaceUrl: true });
  }

  protected async publish(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@programme.publish-series.title:Publish this series?`,
      text: $localize`:@@programme.publish-series.text:Everybody can read it then, with those of its sessions that are published. Its address stays as it is.`,
      action: $localize`:@@programme.publish.action:Publish`,
    });
    const id = this.editing.resource()?.id;
    if (isSure && id !== undefined) await this.editing.change((version) => this.series.publish(id, version));
  }

  protected takeSuggestedSlug(): void {
    this.model.update((model) => ({ ...model, slug: this.suggestedSlug() }));
  }
}
