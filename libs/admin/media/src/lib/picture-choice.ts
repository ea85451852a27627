import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  model,
  untracked,
  viewChildren,
} from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { ACCEPTED_IMAGE_TYPES, type Language, type Media } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import { PictureFacts, type PictureFact } from './picture-facts';
import { PictureLibrary } from './picture-library';
import { PicturePreview } from './picture-preview';
import { PictureUploads } from './picture-uploads';

import { ChosenPictures } from './chosen-pictures';

/** One picture or several in their order: from the library or uploaded here, each with its alt text and credit. */
@Component({
  selector: 'reihe-picture-choice',
  imports: [PictureFacts, PicturePreview],
  providers: [PictureUploads],
  templateUrl: './picture-choice.html',
  styleUrl: './picture-choice.css',
  host: {
    '(dragover)': 'over($event)',
    '(drop)': 'drop($event)',
  },
})
export class PictureChoice implements FormValueControl<string[]> {
  readonly value = model.required<string[]>();
  readonly disabled = input(false);
  /** Several in their order; else one at most. */
  readonly isMany = input(false);

  private readonly pictures = inject(ChosenPictures);
  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly facts = viewChildren(PictureFacts);

  protected readonly uploads = inject(PictureUploads);
  protected readonly accepted = ACCEPTED_IMAGE_TYPES.join(',');
  protected readonly mayDescribe = inject(PictureLibrary).mayWrite;
  protected readonly chosen = computed(() =>
    this.value().map((id) => ({ id, media: this.pictures.find(id) })),
  );

  constructor() {
    effect(() => {
      const ids = this.value();
      untracked(() => void this.pictures.need(ids));
    });
  }

  /** Goes to the field of a picture that is to be mended, or to where one is chosen. */
  focus(
    mediaId?: string | { preventScroll?: boolean },
    part: PictureFact = 'alt',
    language?: Language,
  ): void {
    const facts = this.facts().find(({ picture }) => picture().id === mediaId);
    if (facts) facts.focus(part, language);
    else this.host.nativeElement.querySelector<HTMLElement>('button, input')?.focus();
  }

  protected percent(part: number): string {
    return $localize`:@@pictures.picture.sent:${this.formats.number(Math.round(part * 100))}:part: % sent`;
  }

  protected upload(input: HTMLInputElement): void {
    this.send(input.files ?? []);
    // So that choosing the same file again counts as a change.
    input.value = '';
  }

  protected async fromLibrary(): Promise<void> {
    this.add(await this.pictures.choose({ isMany: this.isMany(), taken: this.value() }));
  }

  protected move(index: number, to: number): void {
    const ids = [...this.value()];
    const [moved] = ids.splice(index, 1);
    if (moved === undefined) return;
    ids.splice(to, 0, moved);
    this.value.set(ids);
  }

  protected remove(id: string): void {
    this.value.set(this.value().filter((other) => other !== id));
  }

  protected over(event: DragEvent): void {
    if (this.canUpload() && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  protected drop(event: DragEvent): void {
    if (!this.canUpload() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.send(event.dataTransfer.files);
  }

  private canUpload(): boolean {
    return this.mayDescribe() && !this.disabled();
  }

  private send(files: Iterable<File>): void {
    const taken = this.isMany() ? [...files] : [...files].slice(0, 1);
    for (const file of taken)
      this.uploads.send(file, (media) => {
        this.add([media]);
      });
  }

  private add(media: readonly Media[]): void {
    if (media.length === 0) return;
    for (const one of media) this.pictures.put(one);
    const ids = media.map(({ id }) => id);
    this.value.set(this.isMany() ? [...new Set([...this.value(), ...ids])] : ids.slice(-1));
  }
}
