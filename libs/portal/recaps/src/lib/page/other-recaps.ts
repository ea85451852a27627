import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecapTeaser } from '@reihe/shared-contracts';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { audienceAndDay } from '../audience-words';

/** Recaps to read on with: title, date, audience and day held. */
@Component({
  selector: 'reihe-other-recaps',
  imports: [RouterLink],
  template: `
    <ul role="list">
      @for (other of recaps(); track other.slug) {
        <li>
          <p class="small">
            @if (hasSeries()) {
              {{ other.seriesTitle }} ·
            }
            <time [attr.datetime]="other.publishedOn">{{ day(other.publishedOn) }}</time>
          </p>
          <h3>
            <a [routerLink]="['/recaps', other.slug]" [attr.lang]="foreign(other)">{{ other.title }}</a>
          </h3>
          <p class="small">{{ line(other) }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: var(--space-m) var(--space-l);
    }
    li {
      padding-block-start: var(--space-s);
      border-block-start: 1px solid var(--line);
    }
    p {
      margin-block-end: 0.35em;
    }
  `,
})
export class OtherRecaps {
  readonly recaps = input.required<readonly RecapTeaser[]>();
  /** True where they are of more series than the page's. */
  readonly hasSeries = input(false);

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected day(date: string): string {
    return this.formats.plainDay(date);
  }

  protected line(recap: RecapTeaser): string {
    return audienceAndDay(recap, this.formats);
  }

  protected foreign({ language }: RecapTeaser): string | null {
    return language === this.language ? null : language;
  }
}
