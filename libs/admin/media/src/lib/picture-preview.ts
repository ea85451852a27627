import { Component, computed, inject, input } from '@angular/core';
import type { Media } from '@reihe/shared-contracts';
import { imageAddress, inLanguage } from '@reihe/admin-ui';
import { LANGUAGE } from '@reihe/web-platform';
import { stateWords } from './picture-words';

/** A picture in a list; where there is none yet, why. */
@Component({
  selector: 'reihe-picture-preview',
  template: `
    @if (words(); as words) {
      <span class="state" [class.failed]="picture().state === 'failed'">{{ words }}</span>
    } @else {
      <img
        loading="lazy"
        decoding="async"
        [src]="address()"
        [alt]="alt()"
        [attr.width]="picture().width"
        [attr.height]="picture().height"
        [style.object-position]="place()"
      />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    img,
    .state {
      display: block;
      inline-size: 100%;
      block-size: auto;
      aspect-ratio: 3 / 2;
      border-radius: var(--radius);
      background: var(--sunken);
      object-fit: cover;
    }
    /* Lists put their own controls into the upper corner. */
    .state {
      display: grid;
      place-items: center;
      min-block-size: 7rem;
      padding: 2.75rem var(--space-2xs) var(--space-2xs);
      color: var(--ink-soft);
      font-size: var(--step--1);
      text-align: center;
      aspect-ratio: auto;
    }
    .failed {
      color: var(--ink);
    }
  `,
})
export class PicturePreview {
  readonly picture =
    input.required<
      Pick<Media, 'width' | 'height' | 'state' | 'failure' | 'image' | 'focus' | 'translations'>
    >();
  /** How wide it is shown, in pixels of the screen. */
  readonly width = input(480);

  private readonly language = inject(LANGUAGE);

  protected readonly words = computed(() => stateWords(this.picture()));
  protected readonly address = computed(() => imageAddress(this.picture().image, this.width()));
  protected readonly alt = computed(() => inLanguage(this.picture().translations, this.language)?.alt ?? '');
  protected readonly place = computed(() => {
    const { x, y } = this.picture().focus;
    return `${x}% ${y}%`;
  });
}
