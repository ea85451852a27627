import { Component, computed, inject, input, ViewEncapsulation } from '@angular/core';
import { publicPaths, type RecapTeaser } from '@reihe/shared-contracts';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { LeadImage } from './lead-image';

/** A recap in a list: picture with credit, title, lead, whom and which day it is about. */
@Component({
  selector: 'reihe-recap-card',
  imports: [LeadImage],
  template: `
    <article [class.wide]="isWide()">
      @if (recap().image; as image) {
        <reihe-lead-image [image]="image" [sizes]="sizes()" />
      }
      <div class="text">
        <p class="kicker">{{ audience() }}, {{ held() }}</p>
        <h3 [attr.lang]="lang()">
          <a [href]="address()">{{ recap().title }}</a>
        </h3>
        <p class="words" [attr.lang]="lang()">{{ recap().lead }}</p>
        <p class="small">
          <ng-container i18n="@@web.recap.published">Published on {{ published() }}</ng-container>
        </p>
      </div>
    </article>
  `,
  // Written for the element itself: pages have very many of it, and scoping marks every element within.
  encapsulation: ViewEncapsulation.None,
  styles: `
    reihe-recap-card article {
      display: grid;
      gap: var(--space-s);
      position: relative;
    }
    reihe-recap-card h3 {
      margin-block-end: 0.4em;
      font-size: var(--step-1);
    }
    reihe-recap-card .kicker {
      margin-block-end: 0.4em;
    }
    reihe-recap-card a {
      color: inherit;
      text-decoration-color: transparent;
    }
    reihe-recap-card a:hover {
      text-decoration-color: currentcolor;
    }
    /* The whole card leads to the recap; the link stays the only thing to hear and tab to. */
    reihe-recap-card a::after {
      content: '';
      position: absolute;
      inset: 0;
    }
    reihe-recap-card .words {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 4;
      line-height: 1.5;
      margin-block-end: 0.6em;
    }
    reihe-recap-card .small {
      margin: 0;
    }
    @media (min-width: 50rem) {
      reihe-recap-card .wide {
        grid-template-columns: 7fr 5fr;
        gap: var(--space-l);
        align-items: start;
      }
      reihe-recap-card .wide h3 {
        font-size: var(--step-3);
        line-height: 1.12;
      }
      reihe-recap-card .wide .words {
        font: 400 var(--step-1) / 1.5 var(--serif);
        -webkit-line-clamp: 6;
      }
    }
  `,
})
export class RecapCard {
  readonly recap = input.required<RecapTeaser>();
  /** The `sizes` attribute of its picture. */
  readonly sizes = input('(min-width: 60rem) 23rem, (min-width: 40rem) 45vw, 100vw');
  /** True: picture and words side by side where there is room. */
  readonly isWide = input(false);

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);

  protected readonly address = computed(() => publicPaths.recap(this.language, this.recap().slug));
  protected readonly lang = computed(() =>
    this.recap().language === this.language ? null : this.recap().language,
  );
  protected readonly published = computed(() => this.formats.plainDay(this.recap().publishedOn));
  protected readonly audience = computed(() => {
    const regions = this.recap().regions;
    return regions.length === 0
      ? $localize`:@@web.audience.worldwide:Worldwide`
      : this.formats.list(regions.map(({ name }) => name));
  });
  protected readonly held = computed(() => {
    const days = this.recap().heldOn.map(({ startsAt, timeZone }) => this.formats.day(startsAt, timeZone));
    return this.formats.list([...new Set(days)]);
  });
}
