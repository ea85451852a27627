import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { LANGUAGES, type Language, type Media, type MediaText } from '@reihe/shared-contracts';
import { inEveryLanguage, lastAnswer, type InEveryLanguage } from '@reihe/admin-ui';
import { MediaClient } from '@reihe/web-data-access';
import { failureOf, failureWords, Formats } from '@reihe/web-platform';

const NO_TEXT: MediaText = { alt: '', caption: '' };

interface Draft {
  media: Media;
  photographer: string;
  agency: string;
  licence: string;
  texts: InEveryLanguage<MediaText>;
}

/** Pictures of a recap: chosen from the library or uploaded in place, with alt text and credit beside each. */
@Component({
  selector: 'reihe-picture-choice',
  template: `
    <ul role="list">
      @for (draft of chosen(); track draft.media.id; let index = $index) {
        <li>
          <img [src]="preview(draft.media)" [alt]="draft.texts.en.alt" width="240" height="150" />
          <div class="fields">
            @for (language of languages; track language) {
              <label>
                <span i18n="@@recap-desk.picture.alt">Alt text, {{ languageName(language) }}</span>
                <input
                  class="control"
                  #alt
                  [attr.lang]="language"
                  [value]="draft.texts[language].alt"
                  (change)="describe(draft, language, alt.value)"
                />
              </label>
            }
            <label>
              <span i18n="@@recap-desk.picture.photographer">Photographer</span>
              <input
                class="control"
                #by
                [value]="draft.photographer"
                (change)="keep(draft, { photographer: by.value })"
              />
            </label>
            <label>
              <span i18n="@@recap-desk.picture.agency">Agency</span>
              <input
                class="control"
                #agency
                [value]="draft.agency"
                (change)="keep(draft, { agency: agency.value })"
              />
            </label>
            <label>
              <span i18n="@@recap-desk.picture.licence">Licence</span>
              <input
                class="control"
                #licence
                [value]="draft.licence"
                (change)="keep(draft, { licence: licence.value })"
              />
            </label>
            <button type="button" class="link" (click)="drop(index)">
              <ng-container i18n="@@recap-desk.picture.remove">Take out</ng-container>
              <span class="visually-hidden">{{ draft.media.fileName }}</span>
            </button>
          </div>
        </li>
      }
    </ul>
    @if (failure(); as words) {
      <p class="notice" role="alert">{{ words }}</p>
    }
    @if (isMany() || value().length === 0) {
      <div class="add">
        <label class="button quiet">
          <ng-container i18n="@@recap-desk.picture.upload">Upload a picture</ng-container>
          <input
            type="file"
            class="visually-hidden"
            accept="image/jpeg,image/png,image/webp,image/avif"
            #file
            [multiple]="isMany()"
            (change)="upload(file)"
          />
        </label>
        <label>
          <span class="visually-hidden" i18n="@@recap-desk.picture.library">From the library</span>
          <select class="control" #library (change)="add(library.value); library.value = ''">
            <option value="" i18n="@@recap-desk.picture.library">From the library</option>
            @for (media of offered(); track media.id) {
              <option [value]="media.id">{{ media.fileName }}</option>
            }
          </select>
        </label>
        @if (progress() !== null) {
          <progress [value]="progress()" max="1" [attr.aria-label]="uploading"></progress>
        }
      </div>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-s);
      margin: 0 0 var(--space-xs);
      padding: 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
    }
    img {
      inline-size: 15rem;
      block-size: auto;
      align-self: start;
    }
    .fields {
      display: grid;
      flex: 1 1 16rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      gap: var(--space-2xs) var(--space-xs);
    }
    label > span {
      display: block;
      font-size: var(--step--1);
    }
    .add {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-xs);
      align-items: center;
    }
    .add .button:focus-within {
      outline: 2px solid var(--harbour);
      outline-offset: 2px;
    }
  `,
})
export class PictureChoice implements FormValueControl<string[]> {
  readonly value = model.required<string[]>();
  readonly disabled = input(false);
  /** A gallery; else one picture at most. */
  readonly isMany = input(false);

  private readonly client = inject(MediaClient);
  private readonly formats = inject(Formats);
  private readonly library = this.client.list(() => ({ pageSize: 100 }));
  private readonly known = lastAnswer(this.library);
  private readonly drafts = signal<readonly Draft[]>([]);
  protected readonly languages = LANGUAGES;
  protected readonly uploading = $localize`:@@recap-desk.picture.uploading:Uploading`;
  protected readonly failure = signal('');
  protected readonly progress = signal<number | null>(null);
  protected readonly chosen = computed(() =>
    this.value().flatMap((id) => {
      const draft = this.drafts().find(({ media }) => media.id === id);
      if (draft) return [draft];
      const media = this.known()?.items.find((one) => one.id === id);
      return media ? [draftOf(media)] : [];
    }),
  );
  protected readonly offered = computed(() =>
    (this.known()?.items ?? []).filter(({ id }) => !this.value().includes(id)),
  );

  protected preview({ image }: Media): string {
    return image.template.replace('{width}', String(image.widths[0] ?? '')).replace('{format}', 'webp');
  }

  protected languageName(language: Language): string {
    return this.formats.languageName(language);
  }

  protected add(id: string): void {
    if (id && !this.value().includes(id)) this.value.set([...this.value(), id]);
  }

  protected drop(index: number): void {
    this.value.set(this.value().filter((_, at) => at !== index));
  }

  protected describe(draft: Draft, language: Language, alt: string): void {
    void this.keep(draft, { texts: { ...draft.texts, [language]: { ...draft.texts[language], alt } } });
  }

  /** Alt text and credit belong to the picture wherever it is shown, so they are saved with it at once. */
  protected async keep(draft: Draft, change: Partial<Omit<Draft, 'media'>>): Promise<void> {
    const next = { ...draft, ...change };
    this.remember(next);
    this.failure.set('');
    try {
      const { photographer, agency, licence, texts } = next;
      const media = await this.client.save(next.media.id, {
        version: next.media.version,
        credit: { photographer, agency, licence },
        translations: texts,
      });
      this.remember(draftOf(media));
    } catch (error) {
      this.failure.set(failureWords(failureOf(error)));
    }
  }

  protected upload(input: HTMLInputElement): void {
    this.failure.set('');
    for (const file of input.files ?? []) {
      this.client.upload(file).subscribe({
        next: (upload) => {
          if (upload.kind === 'sending') {
            this.progress.set(upload.sent / upload.total);
            return;
          }
          this.progress.set(null);
          this.remember(draftOf(upload.media));
          this.add(upload.media.id);
        },
        error: (error: unknown) => {
          this.progress.set(null);
          this.failure.set(`${file.name}: ${failureWords(failureOf(error))}`);
        },
      });
    }
    input.value = '';
  }

  private remember(draft: Draft): void {
    this.drafts.update((drafts) => [...drafts.filter(({ media }) => media.id !== draft.media.id), draft]);
  }
}

function draftOf(media: Media): Draft {
  const { photographer, agency, licence } = media.credit;
  return { media, photographer, agency, licence, texts: inEveryLanguage(media.translations, NO_TEXT) };
}
