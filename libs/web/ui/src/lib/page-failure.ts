import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { failureHeading, failureWords, isNoPage, type Failure } from '@reihe/web-platform';
import { PageHeading } from './page-heading';

/** Stands in for a page that is not there or cannot be shown: what happened, and ways on. */
@Component({
  selector: 'reihe-page-failure',
  imports: [PageHeading, RouterLink],
  template: `
    <div class="page">
      <reihe-page-heading [heading]="heading()">
        <p class="lead">{{ words() }}</p>
        <p class="ways">
          @if (!isMissing()) {
            <button type="button" class="button" (click)="retry.emit()" i18n="@@web.failure.retry">
              Try again
            </button>
          }
          <a class="button" [class.quiet]="!isMissing()" routerLink="/" i18n="@@web.failure.home"
            >To the home page</a
          >
          @if (isMissing()) {
            <a class="button quiet" routerLink="/recaps" i18n="@@web.failure.recaps">All recaps</a>
          }
        </p>
      </reihe-page-heading>
    </div>
  `,
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
      margin-block-start: var(--space-l);
    }
  `,
})
export class PageFailure {
  readonly failure = input.required<Failure>();
  readonly retry = output();

  protected readonly isMissing = computed(() => isNoPage(this.failure()));
  protected readonly heading = computed(() => failureHeading(this.failure()));
  protected readonly words = computed(() =>
    this.isMissing()
      ? $localize`:@@web.failure.missing-words:The address may be misspelt, or the page was never published. Everything that is public can be reached from the home page.`
      : failureWords(this.failure()),
  );
}
