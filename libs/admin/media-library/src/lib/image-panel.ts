import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { disabled, form, FormField } from '@angular/forms/signals';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { Editing } from '@reihe/admin-editing';
import { consentOptions, stateWords } from '@reihe/admin-media';
import {
  applyRules,
  AnswerStates,
  Ask,
  FieldRow,
  inEveryLanguage,
  isBlank,
  WritingLanguages,
  type InEveryLanguage,
  inLanguage,
  LanguageChoice,
  LanguageColumn,
  Moments,
  SaveBar,
  written,
  fileSize,
  imageAddress,
  missingFacts,
} from '@reihe/admin-ui';
import {
  LANGUAGES,
  mediaCreditRules,
  mediaRightsRules,
  mediaTextRules,
  type FocalPoint as Point,
  type Language,
  type Media,
  type MediaCredit,
  type MediaRights,
  type MediaSuggestions,
  type MediaText,
  type MediaUse,
} from '@reihe/shared-contracts';
import { MediaClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, staffFailureWords } from '@reihe/web-forms';
import { FocalPoint } from './focal-point';
import { LookAlikes } from './look-alikes';
import { ReplaceEverywhere } from './replace-everywhere';
import { untitled, useKindWords, usePath } from './use-words';

interface ImageForm {
  credit: MediaCredit;
  rights: MediaRights;
  focus: Point;
  translations: InEveryLanguage<MediaText>;
}

const NO_TEXT: MediaText = { alt: '', caption: '' };
const NOTHING_SAID: MediaSuggestions = {
  photographer: '',
  agency: '',
  licence: '',
  licenceUrl: '',
  caption: '',
};
/** How soon an image that is being prepared is asked for again. */
const PREPARING_MS = 2000;

/** One image of the library: who made it, what it shows in each language, where it is used. */
@Component({
  selector: 'reihe-image-panel',
  imports: [
    AnswerStates,
    ErrorSummary,
    FieldRow,
    FocalPoint,
    FormField,
    LanguageChoice,
    LanguageColumn,
    LookAlikes,
    RouterLink,
    SaveBar,
  ],
  providers: [WritingLanguages, ReplaceEverywhere],
  templateUrl: './image-panel.html',
  styleUrl: './image-panel.css',
})
export class ImagePanel {
  readonly id = input.required<string>();
  /** The image is there to be worked on, its heading has the focus. */
  readonly shown = output();
  readonly saved = output<Media>();
  readonly removed = output<Media>();

  private readonly client = inject(MediaClient);
  private readonly replacing = inject(ReplaceEverywhere);
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly moments = inject(Moments);

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => !isBlank(this.form.translations[language]().value());
  protected readonly consents = consentOptions();
  protected readonly stateWords = stateWords;
  protected readonly kindWords = useKindWords;
  protected readonly pathOf = usePath;
  protected readonly mayWrite = computed(() => this.access.may('media.write'));
  protected readonly loaded = this.client.one(() => this.id());

  private readonly model = signal<ImageForm>({
    credit: { photographer: '', agency: '', licence: '' },
    rights: { licenceUrl: '', consent: 'open', consentNote: '' },
    focus: { x: 50, y: 50 },
    translations: inEveryLanguage({}, NO_TEXT),
  });
  protected readonly form = form(this.model, (path) => {
    disabled(path, () => !this.mayWrite());
    applyRules(path.credit, mediaCreditRules);
    applyRules(path.rights, mediaRightsRules);
    for (const language of LANGUAGES) applyRules(path.translations[language], mediaTextRules);
  });
  protected readonly editing: Editing<Media, ImageForm> = new Editing<Media, ImageForm>({
    model: this.model,
    form: this.form,
    toForm: ({ credit, rights, focus, translations }) => ({
      credit: { ...credit },
      rights: { ...rights },
      focus: { ...focus },
      translations: inEveryLanguage(translations, NO_TEXT),
    }),
    send: ({ credit, rights, focus, translations }, version) =>
      this.client.save(this.id(), { version, credit, rights, focus, translations: written(translations) }),
    fetch: () => this.client.fetch(this.id()),
  });

  /** Null while another image's form is still there. */
  protected readonly image = computed(() => {
    const image = this.editing.resource();
    return image?.id === this.id() ? image : null;
  });
  /** As typed, so that the words go away while one fills the field. */
  protected readonly missing = computed(() => missingFacts(this.model()));
  protected readonly missingAltWords = computed(() =>
    this.formats.list(this.missing().alt.map((language) => this.formats.languageName(language))),
  );
  /** What the file says and nobody has written yet. */
  protected readonly suggested = computed(() => {
    const { photographer, agency, licence, licenceUrl, caption } = this.image()?.suggestions ?? NOTHING_SAID;
    const { credit, rights, translations } = this.model();
    const isCredited = credit.photographer.trim() !== '' || credit.agency.trim() !== '';
    return {
      photographer: isCredited ? '' : photographer,
      agency: isCredited ? '' : agency,
      licence: credit.licence.trim() === '' ? licence : '',
      licenceUrl: rights.licenceUrl.trim() === '' ? licenceUrl : '',
      caption: Object.values(translations).every((text) => text.caption.trim() === '') ? caption : '',
    };
  });
  protected readonly suggestedWords = computed(() =>
    Object.values(this.suggested()).filter((text) => text !== ''),
  );
  protected readonly alt = computed(() => inLanguage(this.model().translations, this.language)?.alt ?? '');

  constructor() {
    effect((onCleanup) => {
      if (this.image()?.state !== 'preparing' || this.loaded.isLoading()) return;
      const timer = setTimeout(() => this.loaded.reload(), PREPARING_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const image = this.loaded.value();
      untracked(() => {
        const isNew = this.image()?.id !== image.id;
        // What came of a look at how far the worker is does not disturb who writes meanwhile.
        if (isNew || !this.editing.isDirty()) this.editing.open(image);
        if (isNew) this.focusHeading();
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.image() !== null && this.editing.isDirty() && this.mayWrite();
  }

  /** Something else than this form changed the image. */
  readAgain(): void {
    this.loaded.reload();
  }

  protected largest({ image }: Media): string {
    return imageAddress(image, Infinity);
  }

  protected size({ width, height, byteSize }: Media): string {
    return `${this.formats.number(width)} × ${this.formats.number(height)} px, ${fileSize(byteSize, this.language)}`;
  }

  protected titleOf({ titles }: MediaUse): string {
    return inLanguage(titles, this.language) ?? untitled();
  }

  /** Only where nothing is written: whoever takes it over still saves it by hand. */
  protected takeSuggested(): void {
    const { photographer, agency, licence, licenceUrl, caption } = this.suggested();
    this.model.update((model) => {
      const { credit, rights, translations } = model;
      const own = translations[this.language];
      return {
        ...model,
        credit: {
          photographer: credit.photographer || photographer,
          agency: credit.agency || agency,
          licence: credit.licence || licence,
        },
        rights: { ...rights, licenceUrl: rights.licenceUrl || licenceUrl },
        translations: { ...translations, [this.language]: { ...own, caption: own.caption || caption } },
      };
    });
    // The button is gone with what it offered.
    this.form.credit.photographer().focusBoundControl();
  }

  protected async replace(image: Media): Promise<void> {
    if (!(await this.replacing.replace(image))) return;
    const after = await this.client.fetch(image.id);
    this.editing.open(after);
    this.saved.emit(after);
  }

  protected async save(): Promise<void> {
    const saved = await this.editing.save();
    if (saved) this.saved.emit(saved);
  }

  protected async remove(image: Media): Promise<void> {
    const isSure = await this.ask.confirm({
      title: $localize`:@@media.remove.title:Delete ${image.fileName}:name:?`,
      text: $localize`:@@media.remove.text:The image leaves the library for good, with its texts and all its sizes.`,
      action: $localize`:@@media.remove.action:Delete`,
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.client.remove(image.id);
      // Nothing typed is left to be asked about.
      this.editing.open(image);
      this.removed.emit(image);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  private focusHeading(): void {
    afterNextRender(
      () => {
        this.heading()?.nativeElement.focus();
        this.shown.emit();
      },
      { injector: this.injector },
    );
  }
}
