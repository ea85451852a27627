import {
  ApplicationRef,
  createComponent,
  DestroyRef,
  DOCUMENT,
  EnvironmentInjector,
  inject,
  Injectable,
  type ComponentRef,
} from '@angular/core';
import type { PublicImage } from '@reihe/shared-contracts';
import type { GalleryDialog } from './gallery-dialog';

/**
 * Opens the pictures of a gallery large, one after the other, whether Angular knows of the gallery or it came as plain HTML from the
 * server. The dialog's script is fetched when somebody opens the first picture.
 */
@Injectable()
export class LargePictures {
  private readonly injector = inject(EnvironmentInjector);
  private readonly application = inject(ApplicationRef);
  private readonly document = inject(DOCUMENT);
  private dialog: Promise<ComponentRef<GalleryDialog>> | null = null;
  private isDestroyed = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isDestroyed = true;
      void this.dialog?.then((dialog) => dialog.destroy());
    });
  }

  /** @param pictures all that the page has; those of the pressed gallery are told by their addresses */
  follow(event: MouseEvent, pictures: readonly PublicImage[]): void {
    // Whoever asks for a new tab or a download gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('reihe-gallery a');
    const gallery = link?.closest('reihe-gallery');
    if (!link || !gallery) return;
    const addressOf = (one: Element) => one.getAttribute('href');
    const images = [...gallery.querySelectorAll('a')].flatMap(
      (one) => pictures.find((picture) => largestOf(picture) === addressOf(one)) ?? [],
    );
    const at = images.findIndex((image) => largestOf(image) === addressOf(link));
    if (at < 0) return;
    event.preventDefault();
    this.open().then(
      ({ instance }) => {
        if (!this.isDestroyed) instance.show(images, at);
      },
      () => {
        // The script cannot be had: the link still leads where it says.
        this.document.location.assign(link.href);
      },
    );
  }

  private open(): Promise<ComponentRef<GalleryDialog>> {
    this.dialog ??= import('./gallery-dialog').then((m) => {
      const dialog = createComponent(m.GalleryDialog, { environmentInjector: this.injector });
      this.document.body.appendChild(dialog.location.nativeElement as Node);
      this.application.attachView(dialog.hostView);
      dialog.changeDetectorRef.detectChanges();
      return dialog;
    });
    this.dialog.catch(() => (this.dialog = null));
    return this.dialog;
  }
}

/** Address of the largest JPEG there is. */
export function largestOf({ template, widths }: PublicImage): string {
  return template.replace('{width}', String(widths.at(-1) ?? '')).replace('{format}', 'jpeg');
}
