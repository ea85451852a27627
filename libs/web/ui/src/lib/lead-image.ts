import { Component, computed, input, ViewEncapsulation } from '@angular/core';
import type { ImageFormat, PublicImage } from '@reihe/shared-contracts';

/** An image in the sizes that exist, with its caption and credit beneath. */
@Component({
  selector: 'reihe-lead-image',
  template: `
    <figure>
      <picture>
        @for (format of better(); track format) {
          <source [type]="'image/' + format" [attr.srcset]="sources(format)" [attr.sizes]="sizes()" />
        }
        <img
          [attr.srcset]="sources('jpeg')"
          [attr.sizes]="sizes()"
          [src]="fallback()"
          [alt]="image().alt"
          [attr.width]="image().width"
          [attr.height]="image().height"
          [style.background-image]="until()"
          [attr.loading]="isFirstView() ? null : 'lazy'"
          [attr.fetchpriority]="isFirstView() ? 'high' : null"
          decoding="async"
        />
      </picture>
      @if (hasCaption() && (image().caption || image().credit)) {
        <figcaption>
          @if (image().caption) {
            <span>{{ image().caption }}</span>&ngsp;
          }
          @if (image().credit) {
            <small i18n="@@web.image.credit">Image: {{ image().credit }}</small>
          }
        </figcaption>
      }
    </figure>
  `,
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-lead-image {
      display: block;
    }
    reihe-lead-image figure {
      margin: 0;
    }
    reihe-lead-image img {
      inline-size: 100%;
      background: var(--sunken) 0 / cover;
    }
    reihe-lead-image figcaption {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
      padding-block-start: 0.5em;
      font-size: var(--step--1);
      line-height: 1.45;
      color: var(--ink-soft);
    }
    reihe-lead-image small {
      font-size: inherit;
    }
  `,
})
export class LeadImage {
  readonly image = input.required<PublicImage>();
  /** The `sizes` attribute: how wide the image is shown. */
  readonly sizes = input('100vw');
  readonly isFirstView = input(false);
  /** False in teasers, where the credit stands on the page behind them. */
  readonly hasCaption = input(true);

  /** Of the formats that exist, those a browser may know besides JPEG. */
  protected readonly better = computed(() => this.image().formats.filter((format) => format !== 'jpeg'));
  /** Seen until the image itself is there. */
  protected readonly until = computed(() => {
    const { placeholder } = this.image();
    return placeholder ? `url(${placeholder})` : null;
  });
  protected readonly fallback = computed(() => this.address(this.image().widths[0] ?? 0, 'jpeg'));

  protected sources(format: ImageFormat): string {
    return this.image()
      .widths.map((width) => `${this.address(width, format)} ${width}w`)
      .join(', ');
  }

  private address(width: number, format: ImageFormat): string {
    return this.image().template.replace('{width}', String(width)).replace('{format}', format);
  }
}
