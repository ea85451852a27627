import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecapTeaser as Teaser } from '@reihe/shared-contracts';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { audienceAndDay } from './audience-words';
import { Thumbnail } from './thumbnail';

/** One recap in a list: the series, when it was published, what it says and whom it was for. Goes into an `<li>`; what stands in it follows the lead or takes its place. */
@Component({
  selector: 'reihe-recap-teaser',
  imports: [RouterLink, Thumbnail],
  template: `
    <article [attr.lang]="foreign()">
      <div class="words">
        <p class="kicker">{{ recap().seriesTitle }}</p>
        <h2>
          <a [routerLink]="['/recaps', recap().slug]">{{ recap().title }}</a>
        </h2>
        <p class="small">
          <time [attr.datetime]="recap().publishedOn">{{ published() }}</time>
          @if (foreign()) {
            <span [attr.lang]="pageLanguage"> · {{ languageName() }}</span>
          }
        </p>
        @if (hasLead()) {
          <p class="text">{{ recap().lead }}</p>
        }
        <div [attr.lang]="pageLanguage"><ng-content /></div>
        <p class="small" [attr.lang]="pageLanguage">{{ line() }}</p>
      </div>
      @if (recap().image; as image) {
        <div class="picture">
          <reihe-thumbnail [image]="image" sizes="(min-width: 48rem) 20rem, 100vw" />
          @if (image.credit) {
            <p class="small credit" i18n="@@recaps.teaser.credit">Image: {{ image.credit }}</p>
          }
        </div>
      }
    </article>
  `,
  styles: `
    article {
      display: grid;
      gap: var(--space-s) var(--space-l);
      padding-block: var(--space-l);
      border-block-start: 1px solid var(--line);
    }
    h2 {
      max-inline-size: 34ch;
      font-size: var(--step-2);
    }
    h2 a {
      color: var(--ink);
      text-decoration-color: var(--line-strong);
    }
    .kicker,
    .small {
      margin-block-end: 0.5em;
    }
    .text {
      max-inline-size: 62ch;
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 4;
      overflow: hidden;
      font-family: var(--serif);
    }
    .credit {
      margin-block: 0.35em 0;
    }
    @media (min-width: 48rem) {
      article {
        grid-template-columns: minmax(14rem, 21rem) minmax(0, 1fr);
      }
      .picture {
        grid-area: 1 / 1;
      }
      .words {
        grid-column: 2;
      }
    }
    @media print {
      .text {
        display: block;
      }
    }
  `,
})
export class RecapTeaser {
  readonly recap = input.required<Teaser>();
  /** False where something else says in its place what the recap is about. */
  readonly hasLead = input(true);

  private readonly formats = inject(Formats);
  protected readonly pageLanguage = inject(LANGUAGE);

  protected readonly published = computed(() => this.formats.plainDay(this.recap().publishedOn));
  protected readonly line = computed(() => audienceAndDay(this.recap(), this.formats));
  protected readonly languageName = computed(() => this.formats.languageName(this.recap().language));
  /** The language of the texts, where it is not the page's. */
  protected readonly foreign = computed(() => {
    const { language } = this.recap();
    return language === this.pageLanguage ? null : language;
  });
}
