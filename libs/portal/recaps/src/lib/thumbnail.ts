import { Component, computed, input } from '@angular/core';
import type { ImageFormat, PublicImage } from '@reihe/shared-contracts';

/** An image cut to one shape, for grids and lists. Its credit stands beside it or where the image is shown whole. */
@Component({
  selector: 'reihe-thumbnail',
  template: `
    <picture>
      @if (image().formats.includes('webp')) {
        <source type="image/webp" [attr.srcset]="sources('webp')" [attr.sizes]="sizes()" />
      }
      <img
        [attr.srcset]="sources('jpeg')"
        [attr.sizes]="sizes()"
        [src]="smallest()"
        [alt]="image().alt"
        [attr.width]="image().width"
        [attr.height]="image().height"
        loading="lazy"
        decoding="async"
      />
    </picture>
  `,
  styles: `
    :host {
      display: block;
    }
    img {
      inline-size: 100%;
      block-size: auto;
      aspect-ratio: 3 / 2;
      object-fit: cover;
      background: var(--sunken);
    }
  `,
})
export class Thumbnail {
  readonly image = input.required<PublicImage>();
  /** The `sizes` attribute: how wide the image is shown. */
  readonly sizes = input('100vw');

  protected readonly smallest = computed(() => this.address(this.image().widths[0] ?? 0, 'jpeg'));

  protected sources(format: ImageFormat): string {
    return this.image()
      .widths.map((width) => `${this.address(width, format)} ${width}w`)
      .join(', ');
  }

  private address(width: number, format: ImageFormat): string {
    return this.image().template.replace('{width}', String(width)).replace('{format}', format);
  }
}
