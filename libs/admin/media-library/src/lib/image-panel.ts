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
import {
  applyRules,
  AnswerStates,
  Ask,
  FieldRow,
  inEveryLanguage,
  type InEveryLanguage,
  inLanguage,
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
  mediaTextRules,
  type Media,
  type MediaCredit,
  type MediaText,
  type MediaUse,
} from '@reihe/shared-contracts';
import { MediaClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf, Formats, LANGUAGE } from '@reihe/web-platform';
import { ErrorSummary, staffFailureWords } from '@reihe/web-forms';

interface ImageForm {
  credit: MediaCredit;
  translations: InEveryLanguage<MediaText>;
}

const NO_TEXT: MediaText = { alt: '', caption: '' };
const PREVIEW_WIDTH = 960;

/** One image of the library: who made it, what it shows in each language, where it is used. */
@Component({
  selector: 'reihe-image-panel',
  imports: [AnswerStates, ErrorSummary, FieldRow, FormField, LanguageColumn, RouterLink, SaveBar],
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
  private readonly access = inject(StaffAccess);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly moments = inject(Moments);

  protected readonly languages = LANGUAGES;
  protected readonly mayWrite = computed(() => this.access.may('media.write'));
  protected readonly loaded = this.client.one(() => this.id());

  private readonly model = signal<ImageForm>({
    credit: { photographer: '', agency: '', licence: '' },
    translations: inEveryLanguage({}, NO_TEXT),
  });
  protected readonly form = form(this.model, (path) => {
    disabled(path, () => !this.mayWrite());
    applyRules(path.credit, mediaCreditRules);
    for (const language of LANGUAGES) applyRules(path.translations[language], mediaTextRules);
  });
  protected readonly editing: Editing<Media, ImageForm> = new Editing<Media, ImageForm>({
    model: this.model,
    form: this.form,
    toForm: ({ credit, translations }) => ({
      credit: { ...credit },
      translations: inEveryLanguage(translations, NO_TEXT),
    }),
    send: ({ credit, translations }, version) =>
      this.client.save(this.id(), { version, credit, translations: written(translations) }),
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
  protected readonly alt = computed(() => inLanguage(this.model().translations, this.language)?.alt ?? '');

  constructor() {
    effect(() => {
      if (!this.loaded.hasValue()) return;
      const image = this.loaded.value();
      untracked(() => {
        this.editing.open(image);
        this.focusHeading();
      });
    });
  }

  hasUnsavedWork(): boolean {
    return this.image() !== null && this.editing.isDirty() && this.mayWrite();
  }

  protected preview({ image }: Media): string {
    return imageAddress(image, PREVIEW_WIDTH);
  }

  protected largest({ image }: Media): string {
    return imageAddress(image, Infinity);
  }

  protected size({ width, height, byteSize }: Media): string {
    return `${this.formats.number(width)} × ${this.formats.number(height)} px, ${fileSize(byteSize, this.language)}`;
  }

  protected titleOf({ titles }: MediaUse): string {
    return inLanguage(titles, this.language) ?? $localize`:@@media.image.untitled:Untitled`;
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
