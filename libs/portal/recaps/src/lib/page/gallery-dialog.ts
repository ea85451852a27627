import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import type { PublicImage } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import { LeadImage } from '@reihe/web-ui';

/**
 * Pictures shown large, one after the other. The dialog is the browser's own: it keeps the focus inside, closes on Escape and gives it
 * back.
 */
@Component({
  selector: 'reihe-gallery-dialog',
  imports: [LeadImage],
  templateUrl: './gallery-dialog.html',
  styleUrl: './gallery-dialog.css',
})
export class GalleryDialog {
  private readonly formats = inject(Formats);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly images = signal<readonly PublicImage[]>([]);
  /** Index of the image shown; null while none is. */
  protected readonly at = signal<number | null>(null);
  protected readonly shown = computed(() => {
    const at = this.at();
    return at === null ? null : (this.images()[at] ?? null);
  });
  protected readonly place = computed(() => {
    const number = this.formats.number((this.at() ?? 0) + 1);
    const total = this.formats.number(this.images().length);
    return $localize`:@@recaps.gallery.place:Image ${number}:number: of ${total}:total:`;
  });

  show(images: readonly PublicImage[], at: number): void {
    this.images.set(images);
    this.at.set(at);
    this.dialog().nativeElement.showModal();
  }

  protected turn(by: 1 | -1): void {
    const total = this.images().length;
    this.at.update((at) => ((at ?? 0) + by + total) % total);
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  /** A press beside the image closes, as readers expect; the dialog itself is only hit outside of its content. */
  protected closeBeside(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.close();
  }
}
