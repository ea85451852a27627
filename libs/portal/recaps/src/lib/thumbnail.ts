import { Component, computed, input } from '@angular/core';
import type { ImageFormat, PublicImage } from '@reihe/shared-contracts';

/** An image cut to one shape, for grids and lists. Its credit stands beside it or where the image is shown whole. */
@Component({
  selector: 'reihe-thumbnail',
  template: `
    <picture>
      @for (format of better(); track format) {
        <source [type]="'image/' + format" [attr.srcset]="sources(format)" [attr.sizes]="sizes()" />
      }
      <img
        [attr.srcset]="sources('jpeg')"
        [attr.sizes]="sizes()"
        [src]="smallest()"
        [alt]="image().alt"
        [attr.width]="image().width"
        [attr.height]="image().height"
        [style.background-image]="until()"
        [style.object-position]="place()"
        [style.background-position]="place()"
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
      background: var(--sunken) 0 / cover;
    }
  `,
})
export class Thumbnail {
  readonly image = input.required<PublicImage>();
  /** The `sizes` attribute: how wide the image is shown. */
  readonly sizes = input('100vw');

  /** Of the formats that exist, those a browser may know besides JPEG. */
  protected readonly better = computed(() => this.image().formats.filter((format) => format !== 'jpeg'));
  /** Seen until the image itself is there. */
  protected readonly until = computed(() => {
    const { placeholder } = this.image();
    return placeholder ? `url(${placeholder})` : null;
  });
  /** What matters stays in sight, whatever is cut away. */
  protected readonly place = computed(() => {
    const { focus } = this.image();
    return focus ? `${focus.x}% ${focus.y}%` : null;
  });
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
