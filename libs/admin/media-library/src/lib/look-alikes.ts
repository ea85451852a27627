import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { imageAddress, lastAnswer, Moments } from '@reihe/admin-ui';
import type { LookAlike } from '@reihe/shared-editorial';
import { MediaClient } from '@reihe/web-data-access';

const WIDTH = 240;

/** Images that look like this one; whether they are the same, and which of them goes, is for people to say. */
@Component({
  selector: 'reihe-look-alikes',
  imports: [RouterLink],
  template: `
    @if (alike().length > 0) {
      <h3 i18n="@@media.alike.heading">Looks like</h3>
      <ul role="list">
        @for (other of alike(); track other.id) {
          <li>
            <a [routerLink]="[]" [queryParams]="{ image: other.id }" queryParamsHandling="merge">
              <img alt="" loading="lazy" [src]="address(other)" />
              <span>{{ other.fileName }}</span>
            </a>
            <small>
              <time [attr.datetime]="other.uploadedAt">{{ moments.when(other.uploadedAt) }}</time>,
              <ng-container i18n="@@media.alike.used">{other.usedIn, plural,
                =0 {used nowhere}
                =1 {used in one place}
                other {used in {{ other.usedIn }} places}
              }</ng-container>
            </small>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h3 {
      margin: 0 0 var(--space-2xs);
      font: 600 1rem / 1.4 var(--sans);
    }
    ul {
      display: grid;
      gap: var(--space-2xs);
      margin: 0 0 var(--space-s);
      padding: 0;
      list-style: none;
    }
    a {
      display: flex;
      gap: var(--space-xs);
      align-items: center;
      overflow-wrap: anywhere;
    }
    img {
      inline-size: 5rem;
      block-size: auto;
      border-radius: var(--radius);
      background: var(--sunken);
    }
    small {
      color: var(--ink-soft);
    }
  `,
})
export class LookAlikes {
  readonly id = input.required<string>();

  protected readonly moments = inject(Moments);
  private readonly answer = lastAnswer(inject(MediaClient).lookAlikes(() => this.id()));
  protected readonly alike = computed(() => this.answer() ?? []);

  protected address({ image }: LookAlike): string {
    return imageAddress(image, WIDTH);
  }
}
