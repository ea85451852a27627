import { Component, computed, input } from '@angular/core';
import type { PublicImage } from '@reihe/shared-contracts';

/** A person's photo, small, with its credit beneath; there is none without the person's consent. */
@Component({
  selector: 'reihe-portrait',
  template: `
    <figure>
      <img
        [src]="address()"
        [alt]="image().alt"
        [attr.width]="image().width"
        [attr.height]="image().height"
        loading="lazy"
        decoding="async"
      />
      @if (image().credit) {
        <figcaption i18n="@@web.portrait.credit">Photo: {{ image().credit }}</figcaption>
      }
    </figure>
  `,
  styles: `
    :host {
      display: block;
    }
    figure {
      margin: 0 0 var(--space-2xs);
    }
    img {
      inline-size: 7rem;
      block-size: 7rem;
      object-fit: cover;
      border-radius: var(--radius);
      background: var(--sunken);
    }
    figcaption {
      max-inline-size: 14rem;
      font-size: var(--step--1);
      line-height: 1.4;
      color: var(--ink-soft);
    }
  `,
})
export class Portrait {
  readonly image = input.required<PublicImage>();

  /** The smallest there is: it is shown at a hundred pixels or so, at three device pixels each. */
  protected readonly address = computed(() => {
    const { template, widths } = this.image();
    return template.replace('{width}', String(widths[0] ?? 0)).replace('{format}', 'jpeg');
  });
}
