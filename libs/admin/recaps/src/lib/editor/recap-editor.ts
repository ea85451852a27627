import { Component, computed, effect, inject, input, signal, viewChildren } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { DraftOffer, DraftState, PresenceHint } from '@reihe/admin-editing';
import { ChosenPictures, PictureChoice, pictureFactOf, PictureLibrary } from '@reihe/admin-media';
import { isUnwritten, RecapFieldWords, saveRecap, type RecapForm } from '@reihe/admin-recap-form';
import { RecapWork } from '@reihe/admin-recap-form';
import { FigureValues } from '@reihe/admin-recap-figures';
import { cleanDocument, TextSources } from '@reihe/admin-recap-writing';
import {
  recapStateTone,
  recapStateWords,
  WorkflowNotes,
  ChecksPanel,
  recapChecks,
  type RecapCheck,
  type TranslationCheck,
} from '@reihe/admin-recap-steps';
import {
  AnswerStates,
  categoryOptions,
  FieldRow,
  LanguageChoice,
  lastAnswer,
  ownTimeZone,
  regionOptions,
  SaveBar,
  TermChoice,
  WritingLanguages,
  type TermOption,
  type UnsavedWork,
} from '@reihe/admin-ui';
import {
  DEFAULT_LANGUAGE,
  figureKey,
  LANGUAGES,
  type Language,
  type RichNode,
} from '@reihe/shared-contracts';
import type { FigureChange } from '@reihe/shared-editorial';
import { figuresOf, picturesOf, withBlockOf } from '@reihe/shared-recap-policies';
import {
  EditingClient,
  FiguresClient,
  MediaClient,
  RecapsClient,
  SeriesClient,
  SessionsClient,
  StaffAccess,
  TaxonomyClient,
} from '@reihe/web-data-access';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary } from '@reihe/web-forms';
import { StateBadge } from '@reihe/web-ui';
import { CommentsPanel } from '../comments/comments-panel';
import { PreviewsPanel } from '../previews/previews-panel';
import { FiguresPanel } from '../figures/figures-panel';
import { LinkChecks } from './link-checks';
import { LinkDesk } from './link-desk';
import { mendingPlace } from './mending-place';
import { RecapActions, type RecapChange } from './recap-actions';
import { RecapOriginHint } from './recap-origin';
import { RecapTextSources } from './recap-text-sources';
import { RecapTexts } from './recap-texts';
import { RevisionsList } from './revisions-list';
import { TranslationLinks } from './translation-links';

/** One recap: its texts side by side, its pictures, what it looks back on, and its way to readers. */
@Component({
  selector: 'reihe-recap-editor',
  imports: [
    AnswerStates,
    ChecksPanel,
    DraftOffer,
    DraftState,
    CommentsPanel,
    ErrorSummary,
    FieldRow,
    FiguresPanel,
    FormField,
    LinkChecks,
    PictureChoice,
    PresenceHint,
    PreviewsPanel,
    RecapActions,
    RecapOriginHint,
    RecapTexts,
    RevisionsList,
    RouterLink,
    SaveBar,
    StateBadge,
    TermChoice,
    TranslationLinks,
    WorkflowNotes,
    LanguageChoice,
  ],
  providers: [
    WritingLanguages,
    FigureValues,
    LinkDesk,
    RecapFieldWords,
    ChosenPictures,
    RecapTextSources,
    { provide: PictureLibrary, useExisting: MediaClient },
    { provide: TextSources, useExisting: RecapTextSources },
  ],
  templateUrl: './recap-editor.html',
  styleUrl: './recap-editor.css',
})
export class RecapEditor implements UnsavedWork {
  /** From the address. */
  readonly id = input.required<string>();

  private readonly recaps = inject(RecapsClient);
  private readonly access = inject(StaffAccess);
  private readonly language = inject(LANGUAGE);
  private readonly fields = inject(RecapFieldWords);
  private readonly figures = inject(FigureValues);
  private readonly links = inject(LinkDesk);
  private readonly pictures = inject(ChosenPictures);
  private readonly shown = inject(RecapTextSources);
  private readonly choices = viewChildren(PictureChoice);
  private readonly texts = viewChildren(RecapTexts);
  protected readonly formats = inject(Formats);
  private readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isUnwritten(this.model().translations[language]);
  protected readonly shownTexts = computed(() => this.writing.shown(this.isWritten, this.defaultLanguage()), {
    equal: sameOrder,
  });
  /** Side by side, where there is room: the original and the text that is looked at. */
  protected readonly pair = computed<readonly Language[]>(() => {
    const [original, looked] = [this.defaultLanguage(), this.shownLanguage()];
    const beside = looked === original ? this.shownTexts().find((one) => one !== original) : looked;
    return beside ? [original, beside] : [original];
  });
  protected readonly stateWords = recapStateWords;
  protected readonly stateTone = recapStateTone;

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
  protected readonly form = this.work.form;
  protected readonly presence = this.work.presence;
  protected readonly kept = this.work.kept;
  protected readonly mayWrite = this.work.mayWrite;
  private readonly model = this.work.model;
  private readonly seriesId = this.work.seriesId;
  private readonly series = lastAnswer(inject(SeriesClient).one(() => this.seriesId()));

  protected readonly describe = (forms: readonly RecapForm[]) => this.editing.describe(forms);

  private readonly sessions = lastAnswer(
    inject(SessionsClient).list(() => ({ series: this.seriesId() ?? undefined, pageSize: 100 })),
  );
  private readonly counts = inject(FiguresClient);
  private readonly records = lastAnswer(this.counts.ofSeries(() => this.seriesId()));
  private readonly regions = lastAnswer(inject(TaxonomyClient).regions());
  private readonly categories = lastAnswer(inject(TaxonomyClient).categories());

  /** Compared by what they are: other changes of the form do not ask for their speakers anew. */
  private readonly coveredSessions = computed(() => this.model().sessionIds, {
    equal: (one, other) => one.join() === other.join(),
  });

  protected readonly mayPublish = computed(() => this.access.may('recaps.publish'));
  /** Also of a text that is approved: remarks do not change it. */
  protected readonly mayComment = computed(() => this.access.may('recaps.write'));
  protected readonly openComments = signal<readonly string[]>([]);
  protected readonly defaultLanguage = computed<Language>(
    () => this.series()?.defaultLanguage ?? DEFAULT_LANGUAGE,
  );
  protected readonly hostZone = computed(() => this.series()?.timeZone ?? ownTimeZone());
  protected readonly heading = computed(() => {
    const { translations } = this.model();
    const order = [this.language, this.defaultLanguage(), ...LANGUAGES];
    const titles = order.map((language) => translations[language].title.trim());
    return titles.find((title) => title !== '') ?? '';
  });
  protected readonly sessionOptions = computed<TermOption[]>(() =>
    (this.sessions()?.items ?? [])
      .filter(({ id, seriesId, state }) => {
        const isPossible = state === 'held' || this.model().sessionIds.includes(id);
        return isPossible && seriesId === this.seriesId();
      })
      .map(({ id, title, startsAt, timeZone }) => ({
        id,
        name: `${title} · ${this.formats.day(startsAt, timeZone)}`,
      })),
  );
  protected readonly regionOptions = computed(() => regionOptions(this.regions() ?? [], this.language));
  protected readonly categoryOptions = computed(() =>
    categoryOptions(this.categories() ?? [], this.language),
  );
  /** As typed, not as saved: a finding goes away while one mends it. */
  protected readonly checks = computed<readonly RecapCheck[]>(() => {
    const recap = this.editing.resource();
    if (!recap) return [];
    return recapChecks({
      recap: saveRecap(this.model(), recap.seriesId, recap.version),
      media: this.pictures.known(),
      defaultLanguage: this.defaultLanguage(),
      staleLanguages: recap.staleLanguages,
      stored: recap,
      hasValue: (figure) => this.figures.hasValue(figure),
      records: this.figures.placeable().map(({ measure, sessionId, count: { value, isAtLeast, upTo } }) => ({
        ...{ measure, sessionId, value, isAtLeast, upTo: upTo ?? null },
      })),
      sayRecord: (figure) => this.figures.say(figure),
      links: this.links.findings(),
    });
  });
  protected readonly missing = computed(() => this.checks().filter(({ isBlocking }) => isBlocking).length);
  protected readonly pictureNames = this.pictures.names;
  /** On narrow screens one language is shown at a time. */
  protected readonly shownLanguage = signal<Language>(this.language);
  constructor() {
    effect(() => {
      this.figures.records.set(this.records());
      const seriesId = this.seriesId();
      this.figures.counting.set(seriesId === null ? null : (ids) => this.counts.ofSelection(seriesId, ids));
      this.figures.sessionIds.set(this.model().sessionIds);
    });
    effect(() => {
      const options = [...this.sessionOptions(), ...this.categoryOptions(), ...this.regionOptions()];
      const named = options.map(({ id, name }) => [id, name] as const);
      this.fields.names.set(new Map([...named, ...this.pictures.names()]));
    });
    effect(() => {
      this.shown.seriesSessions.set(this.sessions()?.items ?? []);
      this.shown.covered.set(this.coveredSessions());
    });
  }

  hasUnsavedWork(): boolean {
    return this.work.hasUnsavedWork();
  }

  keepUnsavedWork(): Promise<boolean> {
    return this.work.keepUnsavedWork();
  }

  protected async save(): Promise<void> {
    await this.work.save();
  }

  protected async change(act: RecapChange): Promise<void> {
    await this.editing.change(act);
  }

  protected async confirmPart({ language, part }: TranslationCheck): Promise<void> {
    const confirmed = { language, parts: [part] };
    await this.change((version) => this.recaps.confirmTranslation(this.id(), { version, ...confirmed }));
  }

  /** Beside the original, to be written over. */
  private putOriginal({ language, part }: TranslationCheck): void {
    this.takeDown();
    const { translations } = this.model();
    const original = translations[this.defaultLanguage()].body;
    if (!isField(part))
      this.form.translations[language]
        .body()
        .value.set(cleanDocument(withBlockOf(original, translations[language].body, part)));
  }

  protected showFigure(change: FigureChange): void {
    const key = figureKey(change);
    this.showBlock(this.shownLanguage(), (block) =>
      figuresOf({ type: 'doc', content: [block] }).some((figure) => figureKey(figure) === key),
    );
  }

  /** Where there is none in the language that is asked for, the first in whichever has one. */
  private showBlock(wanted: Language, isMeant: (block: RichNode) => boolean): void {
    this.takeDown();
    const { translations } = this.model();
    for (const language of [wanted, ...LANGUAGES]) {
      const id = translations[language].body.content.find(isMeant)?.attrs?.id;
      if (id === undefined) continue;
      this.shownLanguage.set(language);
      // The column of the other language is shown only after this.
      setTimeout(() => this.textIn(language)?.showBlock(id));
      return;
    }
  }

  private textIn(language: Language): RecapTexts | undefined {
    return this.texts().find((one) => one.language() === language);
  }

  /** Texts follow what is typed after a pause: what was written since is part of the form now. */
  private takeDown(): void {
    for (const text of this.texts()) text.flush();
  }

  protected mend(check: RecapCheck): void {
    const language = check.kind === 'gap' ? check.gap.language : check.language;
    if (language) this.shownLanguage.set(language);
    if (check.kind === 'gap' && check.gap.mediaId !== undefined) {
      const { mediaId, code } = check.gap;
      const choice = this.choices().find(({ value }) => value().includes(mediaId));
      if (choice) choice.focus(mediaId, pictureFactOf(code), language);
      else
        this.showBlock(language ?? this.shownLanguage(), (block) =>
          picturesOf({ type: 'doc', content: [block] }).includes(mediaId),
        );
      return;
    }
    if (check.kind === 'untranslated') this.putOriginal(check);
    // The column of the other language is shown only after this.
    setTimeout(() => {
      if (check.kind === 'link' && check.isVideo && this.textIn(check.language)?.showBlock(check.blockId))
        return;
      if (check.kind === 'contradiction' || check.kind === 'link') {
        this.textIn(check.language)?.showWords(check.words, check.blockId);
        return;
      }
      if ((check.kind === 'outdated' || check.kind === 'untranslated') && !isField(check.part)) {
        const words = check.kind === 'outdated' ? check.translation : check.original;
        this.textIn(check.language)?.showWords(words.split('\n')[0] ?? '', check.part);
        return;
      }
      const [place] = mendingPlace(this.form, check, this.defaultLanguage())().formFieldBindings();
      const first = 'input, textarea, button, [contenteditable]';
      (place?.element.matches(first)
        ? place.element
        : place?.element.querySelector<HTMLElement>(first)
      )?.focus();
    });
  }
}

/** Parts of a translation that have fields of their own. */
function isField(part: string): boolean {
  return part === 'title' || part === 'lead';
}

/** Typing changes the texts with every key, and which of them there are hardly ever. */
function sameOrder(one: readonly Language[], other: readonly Language[]): boolean {
  return one.join() === other.join();
}
