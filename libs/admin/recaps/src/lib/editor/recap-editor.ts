import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { applyWhen, disabled, form, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import {
  AnswerStates,
  applyRules,
  Ask,
  categoryOptions,
  Editing,
  FieldRow,
  inLanguage,
  LanguageColumn,
  lastAnswer,
  regionOptions,
  SaveBar,
  TermChoice,
  warnBeforeUnload,
  type UnsavedWork,
} from '@reihe/admin-ui';
import {
  LANGUAGES,
  publicPaths,
  recapTextRules,
  reviewCommentRules,
  saveRecapRules,
  type Language,
  type Recap,
  type RecapGap,
} from '@reihe/shared-contracts';
import {
  canArchiveRecap,
  canEditRecap,
  canPublishRecap,
  canSendBackRecap,
  canSubmitRecap,
  slugFrom,
} from '@reihe/shared-policies';
import {
  RecapsClient,
  SeriesClient,
  SessionsClient,
  StaffAccess,
  TaxonomyClient,
} from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, StateBadge } from '@reihe/web-ui';
import { PictureChoice } from '../pictures/picture-choice';
import { gapWords, recapStateTone, recapStateWords } from '../recap-words';
import { WritingSurface, type FigureOption } from '../writing/writing-surface';
import { emptyRecap, isUnwritten, recapForm, saveRecap, type RecapForm } from './recap-form';

const UNSAVED = 'reihe.recap.';

/** One recap: its texts side by side, what it looks back on, its pictures, and its way to readers. */
@Component({
  selector: 'reihe-recap-editor',
  imports: [
    AnswerStates,
    ErrorSummary,
    FieldRow,
    FormField,
    LanguageColumn,
    PictureChoice,
    RouterLink,
    SaveBar,
    StateBadge,
    TermChoice,
    WritingSurface,
  ],
  templateUrl: './recap-editor.html',
  styleUrl: './recap-editor.css',
})
export class RecapEditor implements UnsavedWork {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly recaps = inject(RecapsClient);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly language = inject(LANGUAGE);
  protected readonly formats = inject(Formats);
  protected readonly languages = LANGUAGES;
  protected readonly stateWords = recapStateWords;
  protected readonly stateTone = recapStateTone;
  protected readonly gapWords = gapWords;
  protected readonly isUnwritten = isUnwritten;

  protected readonly loaded = this.recaps.one(() => this.id());
  private readonly seriesId = computed(() => this.editing.resource()?.seriesId ?? null);
  private readonly series = lastAnswer(inject(SeriesClient).one(() => this.seriesId()));
  private readonly sessions = lastAnswer(
    inject(SessionsClient).list(() => ({ series: this.seriesId() ?? '', pageSize: 100 })),
  );
  private readonly taxonomy = inject(TaxonomyClient);
  private readonly regions = lastAnswer(this.taxonomy.regions());
  private readonly categories = lastAnswer(this.taxonomy.categories());

  protected readonly defaultLanguage = computed<Language>(() => this.series()?.defaultLanguage ?? 'en');
  protected readonly regionOptions = computed(() => regionOptions(this.regions() ?? [], this.language));
  protected readonly categoryOptions = computed(() =>
    categoryOptions(this.categories() ?? [], this.language),
  );
  protected readonly sessionOptions = computed(() =>
    (this.sessions()?.items ?? [])
      .filter(({ id, state }) => state === 'held' || this.model().sessionIds.includes(id))
      .map(({ id, title }) => ({ id, name: title })),
  );
  protected readonly figureOptions = computed<FigureOption[]>(() => {
    const whole = $localize`:@@recap-desk.figure.series:the whole series`;
    const ofSeries = (['participants', 'participations', 'countries', 'sessions'] as const).map(
      (measure) => ({
        measure,
        sessionId: null,
        words: `${this.measureWords(measure)}: ${whole}`,
      }),
    );
    const chosen = this.sessionOptions().filter(({ id }) => this.model().sessionIds.includes(id));
    const ofSessions = chosen.flatMap(({ id, name }) =>
      (['confirmed', 'attended', 'participants'] as const).map((measure) => ({
        measure,
        sessionId: id,
        words: `${this.measureWords(measure)}: ${name}`,
      })),
    );
    return [...ofSessions, ...ofSeries];
  });

  private readonly model = signal<RecapForm>(emptyRecap());
  protected readonly form = form(this.model, (path) => {
    disabled(path, () => !this.mayWrite());
    const { byline } = saveRecapRules;
    applyRules<Pick<RecapForm, 'byline'>>(path, { byline });
    for (const language of LANGUAGES) {
      applyWhen(
        path.translations[language],
        ({ value }) => !isUnwritten(value()),
        (text) => {
          const { title, slug, lead, seoTitle, seoDescription } = recapTextRules;
          applyRules(text, { title, slug, lead, seoTitle, seoDescription });
        },
      );
    }
  });
  protected readonly editing: Editing<Recap, RecapForm> = new Editing<Recap, RecapForm>({
    model: this.model,
    form: this.form,
    toForm: recapForm,
    send: (typed, version) => this.recaps.save(this.id(), saveRecap(typed, this.seriesId() ?? '', version)),
    fetch: () => this.recaps.fetch(this.id()),
  });

  protected readonly mayWrite = computed(
    () => this.access.may('recaps.write') && canEditRecap(this.editing.resource()?.state ?? 'draft'),
  );
  protected readonly mayPublish = computed(() => this.access.may('recaps.publish'));
  protected readonly heading = computed(
    () => inLanguage(this.editing.resource()?.translations ?? {}, this.language)?.title ?? '',
  );
  protected readonly can = computed(() => {
    const state = this.editing.resource()?.state ?? 'draft';
    return {
      submit: canSubmitRecap(state) && this.mayWrite(),
      sendBack: canSendBackRecap(state) && this.mayPublish(),
      publish: canPublishRecap(state) && this.mayPublish(),
      archive: canArchiveRecap(state) && this.mayPublish(),
    };
  });
  protected readonly publicPage = computed(() => {
    const recap = this.editing.resource();
    const text = recap && (recap.translations[this.language] ?? recap.translations[this.defaultLanguage()]);
    return recap?.state === 'published' && text ? publicPaths.recap(this.language, text.slug) : null;
  });
  /** What this browser kept of an earlier sitting that was never saved; offered, never put back unasked. */
  protected readonly kept = signal<RecapForm | null>(null);

  constructor() {
    warnBeforeUnload(() => this.hasUnsavedWork());
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const recap = this.loaded.value();
      untracked(() => {
        this.editing.open(recap);
        this.kept.set(this.readKept(recap));
      });
    });
    effect(() => {
      const typed = this.model();
      if (this.editing.isDirty()) this.keep(typed);
    });
  }

  hasUnsavedWork(): boolean {
    return this.editing.isDirty() && this.mayWrite();
  }

  protected suggestedSlug(language: Language): string {
    return slugFrom(this.model().translations[language].title);
  }

  protected takeSlug(language: Language): void {
    const slug = this.suggestedSlug(language);
    this.model.update((model) => ({
      ...model,
      translations: { ...model.translations, [language]: { ...model.translations[language], slug } },
    }));
  }

  protected gapAt(gap: RecapGap): string {
    return gap.language ? ` (${this.formats.languageName(gap.language)})` : '';
  }

  protected bodyLabel(language: Language): string {
    return $localize`:@@recap-desk.field.body-in:Text, ${this.formats.languageName(language)}:language:`;
  }

  protected async save(): Promise<void> {
    if (await this.editing.save()) this.forget();
  }

  protected takeKept(): void {
    const kept = this.kept();
    if (kept) this.model.set(kept);
    this.kept.set(null);
  }

  protected dropKept(): void {
    this.forget();
  }

  protected async submit(): Promise<void> {
    await this.editing.change((version) => this.recaps.submit(this.id(), version));
  }

  protected async sendBack(): Promise<void> {
    const comment = await this.ask.reason({
      title: $localize`:@@recap-desk.back.title:Send it back?`,
      text: $localize`:@@recap-desk.back.text:It becomes a draft again, with your comment.`,
      action: $localize`:@@recap-desk.back.action:Send back`,
      reason: {
        label: $localize`:@@recap-desk.back.label:Comment`,
        hint: '',
        rules: reviewCommentRules.comment,
      },
    });
    if (comment === null) return;
    await this.editing.change((version) => this.recaps.sendBack(this.id(), { version, comment }));
  }

  protected async publish(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.publish.title:Publish this recap?`,
      text: $localize`:@@recap-desk.publish.text:Everybody can read it then. Its address works for good, and what stood there before stays readable as an older revision.`,
      action: $localize`:@@recap-desk.publish.action:Publish`,
    });
    if (isSure) await this.editing.change((version) => this.recaps.publish(this.id(), version));
  }

  protected async archive(): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.archive.title:Archive this recap?`,
      text: $localize`:@@recap-desk.archive.text:It leaves lists and feeds; its address goes on working and says that it is archived.`,
      action: $localize`:@@recap-desk.archive.action:Archive`,
      isDestructive: true,
    });
    if (isSure) await this.editing.change((version) => this.recaps.archive(this.id(), version));
  }

  protected async restore(number: number): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@recap-desk.restore.title:Take revision ${number}:number: into the editor?`,
      text: $localize`:@@recap-desk.restore.text:The texts and pictures of now are replaced. Readers see it only after the next publishing.`,
      action: $localize`:@@recap-desk.restore.action:Restore`,
    });
    if (isSure)
      await this.editing.change((version) => this.recaps.restoreRevision(this.id(), number, version));
  }

  private measureWords(
    measure: 'participants' | 'participations' | 'countries' | 'sessions' | 'confirmed' | 'attended',
  ): string {
    switch (measure) {
      case 'participants':
        return $localize`:@@recap-desk.measure.participants:Participants`;
      case 'participations':
        return $localize`:@@recap-desk.measure.participations:Participations`;
      case 'countries':
        return $localize`:@@recap-desk.measure.countries:Countries`;
      case 'sessions':
        return $localize`:@@recap-desk.measure.sessions:Sessions`;
      case 'confirmed':
        return $localize`:@@recap-desk.measure.confirmed:Confirmed registrations`;
      case 'attended':
        return $localize`:@@recap-desk.measure.attended:Attended`;
    }
  }

  private keep(typed: RecapForm): void {
    const version = this.editing.resource()?.version ?? 0;
    localStorage.setItem(UNSAVED + this.id(), JSON.stringify({ version, typed }));
  }

  private readKept(recap: Recap): RecapForm | null {
    try {
      const kept = JSON.parse(localStorage.getItem(UNSAVED + recap.id) ?? 'null') as {
        typed: RecapForm;
      } | null;
      const isSame = JSON.stringify(kept?.typed) === JSON.stringify(recapForm(recap));
      return kept && !isSame ? kept.typed : null;
    } catch {
      return null;
    }
  }

  private forget(): void {
    localStorage.removeItem(UNSAVED + this.id());
    this.kept.set(null);
  }
}
