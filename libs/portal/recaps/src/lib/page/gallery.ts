import { Component, computed, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import type { PublicImage } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import { LeadImage } from '@reihe/web-ui';
import { Thumbnail } from '../thumbnail';

/**
 * Impressions: thumbnails that open large, one after the other. Each is a link to its large image, so that without scripts the
 * browser shows it by itself. The dialog is the browser's own: it keeps the focus inside, closes on Escape and gives it back.
 */
@Component({
  selector: 'reihe-gallery',
  imports: [LeadImage, Thumbnail],
  templateUrl: './gallery.html',
  styleUrl: './gallery.css',
})
export class Gallery {
  readonly images = input.required<readonly PublicImage[]>();

  private readonly formats = inject(Formats);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  /** Index of the image shown large; null while none is. */
  protected readonly open = signal<number | null>(null);
  protected readonly shown = computed(() => {
    const at = this.open();
    return at === null ? null : (this.images()[at] ?? null);
  });
  protected readonly place = computed(() => {
    const number = this.formats.number((this.open() ?? 0) + 1);
    const total = this.formats.number(this.images().length);
    return $localize`:@@recaps.gallery.place:Image ${number}:number: of ${total}:total:`;
  });

  protected largest({ template, widths }: PublicImage): string {
    return template.replace('{width}', String(widths.at(-1) ?? '')).replace('{format}', 'jpeg');
  }

  protected showLarge(event: MouseEvent, at: number): void {
    // Whoever asks for a new tab or a download gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.open.set(at);
    this.dialog().nativeElement.showModal();
  }

  protected turn(by: 1 | -1): void {
    const total = this.images().length;
    this.open.update((at) => ((at ?? 0) + by + total) % total);
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  /** A press beside the image closes, as readers expect; the dialog itself is only hit outside of its content. */
  protected closeBeside(event: MouseEvent): void {
    if (event.target === this.dialog().nativeElement) this.close();
  }
}
