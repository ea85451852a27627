import {
  ChangeDetectorRef,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChildren,
} from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { DraftOffer, DraftState, PresenceHint } from '@reihe/admin-editing';
import { ChosenPictures, PictureLibrary } from '@reihe/admin-media';
import { isUnwritten, RecapFieldWords } from '@reihe/admin-recap-form';
import { translationStateTone, translationStateWords } from '@reihe/admin-recap-steps';
import { RecapWork } from '@reihe/admin-recap-form';
import { FigureValues } from '@reihe/admin-recap-figures';
import { cleanDocument, TextSources } from '@reihe/admin-recap-writing';
import { AnswerStates, lastAnswer, Moments, SaveBar, type UnsavedWork } from '@reihe/admin-ui';
import {
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGES,
  type Language,
  type RichDocument,
} from '@reihe/shared-contracts';
import { EXCHANGE_FORMATS, type ExchangeFormat, type RecapText } from '@reihe/shared-editorial';
import { slugFrom } from '@reihe/shared-policies';
import { canReviewTranslation, isOptionalPart, mayApproveRecap } from '@reihe/shared-recap-policies';
import {
  EditingClient,
  FiguresClient,
  MediaClient,
  RecapsClient,
  SeriesClient,
  StaffAccess,
  TranslationsClient,
} from '@reihe/web-data-access';
import { ErrorSummary } from '@reihe/web-forms';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { StateBadge } from '@reihe/web-ui';
import { TranslationFiles } from './exchange/translation-files';
import { PictureSources } from './rows/picture-sources';
import { TranslationRow } from './rows/translation-row';
import {
  openRowFrom,
  translationRows,
  withBlocksOf,
  withRow,
  wordlessOf,
  type TranslationRow as Row,
} from './rows/translation-rows';

/** A recap's original and one translation of it, paragraph beside paragraph. */
@Component({
  selector: 'reihe-translation-page',
  imports: [
    AnswerStates,
    DraftOffer,
    DraftState,
    ErrorSummary,
    MatMenuModule,
    PresenceHint,
    RouterLink,
    SaveBar,
    StateBadge,
    TranslationRow,
  ],
  providers: [
    ChosenPictures,
    FigureValues,
    PictureSources,
    RecapFieldWords,
    TranslationFiles,
    { provide: PictureLibrary, useExisting: MediaClient },
    { provide: TextSources, useExisting: PictureSources },
  ],
  templateUrl: './translation-page.html',
  styleUrl: './translation-page.css',
  host: {
    '(keydown.alt.arrowdown)': 'goTo(1, $event)',
    '(keydown.alt.arrowup)': 'goTo(-1, $event)',
  },
})
export class TranslationPage implements UnsavedWork {
  /** Both from the address. */
  readonly id = input.required<string>();
  readonly language = input.required<string>();

  private readonly recaps = inject(RecapsClient);
  private readonly translations = inject(TranslationsClient);
  private readonly access = inject(StaffAccess);
  private readonly fields = inject(RecapFieldWords);
  private readonly figures = inject(FigureValues);
  private readonly files = inject(TranslationFiles);
  private readonly ownLanguage = inject(LANGUAGE);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly rowViews = viewChildren(TranslationRow);
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);
  protected readonly formatsOfFiles = EXCHANGE_FORMATS;
  protected readonly stateWords = translationStateWords;
  protected readonly stateTone = translationStateTone;

  protected readonly loaded = this.recaps.one(() => this.id());
  private readonly work: RecapWork = new RecapWork({
    id: () => this.id(),
    loaded: this.loaded,
    recaps: this.recaps,
    desk: inject(EditingClient),
    access: this.access,
    takeDown: () => {
      this.takeDown();
    },
  });
  protected readonly editing = this.work.editing;
  protected readonly presence = this.work.presence;
  /** The same queue as the editor's: whichever of the two one types in, nothing is lost. */
  protected readonly kept = this.work.kept;
  protected readonly mayWrite = this.work.mayWrite;
  private readonly model = this.work.model;
  private readonly series = lastAnswer(inject(SeriesClient).one(() => this.work.seriesId()));
  private readonly records = lastAnswer(inject(FiguresClient).ofSeries(() => this.work.seriesId()));

  protected readonly from = computed<Language>(() => this.series()?.defaultLanguage ?? DEFAULT_LANGUAGE);
  protected readonly to = computed<Language>(() => {
    const language = this.language();
    return isLanguage(language) ? language : this.ownLanguage;
  });
  /** There is an original, and it is in another language. */
  protected readonly canTranslate = computed(
    () => this.to() !== this.from() && !isUnwritten(this.model().translations[this.from()]),
  );
  protected readonly otherLanguages = computed(() =>
    LANGUAGES.filter((one) => one !== this.from()).map((language) => ({
      language,
      state: this.editing.resource()?.translationStates[language]?.state ?? ('missing' as const),
    })),
  );
  protected readonly title = computed(
    () => this.model().translations[this.from()].title || this.model().translations[this.to()].title,
  );
  protected readonly status = computed(() => this.editing.resource()?.translationStates[this.to()] ?? null);
  protected readonly state = computed(() => this.status()?.state ?? 'missing');
  protected readonly rows = computed<readonly Row[]>(() => {
    const recap = this.editing.resource();
    if (!recap || !this.canTranslate()) return [];
    const [from, to] = [this.from(), this.to()];
    const { translations } = this.model();
    return translationRows({
      original: translations[from],
      translation: translations[to],
      stored: {
        original: recap.translations[from] ?? null,
        translation: recap.translations[to] ?? null,
      },
      basis: recap.translationBases[to] ?? {},
      isReviewed: this.state() === 'reviewed',
    });
  });
  private readonly counted = computed(() =>
    this.rows().filter(({ key, state }) => state !== 'own' && !isOptionalPart(key)),
  );
  protected readonly all = computed(() => this.counted().length);
  protected readonly done = computed(() => this.counted().filter(({ isOpen }) => !isOpen).length);
  protected readonly wordless = computed(() => {
    const { translations } = this.model();
    return wordlessOf(translations[this.from()].body, translations[this.to()].body);
  });
  protected readonly isOnlyOpen = signal(false);
  protected readonly active = signal<string | null>(null);
  protected readonly shownRows = computed(() =>
    this.rows()
      .map((row, at) => ({ row, number: at + 1 }))
      .filter(({ row }) => !this.isOnlyOpen() || row.isOpen || row.key === this.active()),
  );

  private readonly mayJudge = computed(() => this.access.may('recaps.publish') && this.mayWrite());
  private readonly isOwnText = computed(() => {
    const me = this.access.me();
    return !me || !mayApproveRecap(this.status()?.lastWriter?.id ?? null, me);
  });
  protected readonly mayReview = computed(
    () => this.mayJudge() && canReviewTranslation(this.state()) && !this.isOwnText(),
  );
  protected readonly isForOthersToReview = computed(
    () => this.mayJudge() && canReviewTranslation(this.state()) && this.isOwnText(),
  );
  protected readonly mayTakeReviewBack = computed(() => this.mayJudge() && this.state() === 'reviewed');
  protected readonly undo = signal<{ importId: string; rows: number } | null>(null);
  protected readonly isDropping = signal(false);

  constructor() {
    effect(() => {
      this.figures.records.set(this.records());
      this.figures.sessionIds.set(this.model().sessionIds);
    });
  }

  hasUnsavedWork(): boolean {
    return this.work.hasUnsavedWork();
  }

  keepUnsavedWork(): Promise<boolean> {
    return this.work.keepUnsavedWork();
  }

  protected async save(): Promise<void> {
    this.takeDown();
    this.giveAddress();
    await this.work.save();
  }

  /** To the next row that waits, wherever one is on the page. */
  protected goTo(direction: 1 | -1, event?: Event): void {
    event?.preventDefault();
    this.takeDown();
    const key = openRowFrom(this.rows(), this.active(), direction);
    if (key !== null) this.activate(key);
  }

  protected activate(key: string): void {
    if (this.active() === key) return;
    this.takeDown();
    this.active.set(key);
    // At once: what is typed right after the key belongs to the new row.
    this.changes.detectChanges();
    this.rowViews()
      .find((view) => view.row().key === key)
      ?.focus();
  }

  protected type({ line }: Row, words: string): void {
    if (line) this.change((text) => ({ ...text, [line]: words }));
  }

  protected write({ key }: Row, { content }: RichDocument): void {
    const original = this.original().body;
    this.change((text) => ({ ...text, body: withRow(original, text.body, key, content) }));
  }

  protected copy(row: Row): void {
    if (row.line) this.type(row, row.original);
    else if (row.originalBlock) this.write(row, { type: 'doc', content: [row.originalBlock] });
    this.active.set(null);
    this.activate(row.key);
  }

  protected carryOver(): void {
    const original = this.original().body;
    const ids = this.wordless();
    this.change((text) => ({ ...text, body: withBlocksOf(original, text.body, ids) }));
  }

  /** What is typed is saved first: somebody says so of what is there. */
  protected async confirm({ key }: Row): Promise<void> {
    if (!(await this.isSaved())) return;
    const language = this.to();
    await this.editing.change((version) =>
      this.recaps.confirmTranslation(this.id(), { version, language, parts: [key] }),
    );
  }

  protected async review(isReviewed: boolean): Promise<void> {
    if (!(await this.isSaved())) return;
    const language = this.to();
    await this.editing.change((version) =>
      this.translations.review(this.id(), { version, language, isReviewed }),
    );
  }

  protected exportAddress(format: ExchangeFormat): string {
    return this.translations.exportAddress([this.id()], this.to(), format);
  }

  protected choose(input: HTMLInputElement): void {
    const file = input.files?.[0];
    input.value = '';
    if (file) void this.take(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isDropping.set(false);
    const file = event.dataTransfer?.files[0];
    if (file && this.mayWrite()) void this.take(file);
  }

  protected dragOver(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isDropping.set(true);
  }

  private async take(file: File): Promise<void> {
    if (!(await this.isSaved())) return;
    const taken = await this.files.take(this.id(), this.to(), file);
    if (!taken) return;
    this.active.set(null);
    this.editing.open(taken.recap);
    this.undo.set(taken);
  }

  protected async undoImport(): Promise<void> {
    const last = this.undo();
    if (!last) return;
    this.undo.set(null);
    await this.editing.change((version) => this.translations.undoImport(this.id(), last.importId, version));
  }

  /** False: what is typed could not be saved, which the page says. */
  private async isSaved(): Promise<boolean> {
    this.takeDown();
    if (!this.editing.isDirty()) return true;
    this.giveAddress();
    return (await this.editing.save()) !== null;
  }

  private original(): RecapText {
    return this.model().translations[this.from()];
  }

  private change(to: (text: RecapText) => RecapText): void {
    const language = this.to();
    this.model.update((form) => {
      const text = to(form.translations[language]);
      // In the order in which the editor keeps what is in it: equal texts compare as equal.
      const body = cleanDocument(text.body);
      return { ...form, translations: { ...form.translations, [language]: { ...text, body } } };
    });
  }

  /** A text that was begun here needs one; the editor changes it. */
  private giveAddress(): void {
    const { title, slug } = this.model().translations[this.to()];
    if (slug === '' && title.trim() !== '') this.change((text) => ({ ...text, slug: slugFrom(title) }));
  }

  /** Rows follow what is typed after a pause: what was written since is part of the form now. */
  private takeDown(): void {
    for (const view of this.rowViews()) view.flush();
  }
}
