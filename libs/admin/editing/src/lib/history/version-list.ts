import { Component, input, output } from '@angular/core';
import { ChangeList } from '../merging/change-list';
import type { ShownChange } from '../merging/field-words';

/** One version of something, in words. */
export interface ShownVersion {
  number: number;
  when: string;
  /** ISO 8601. */
  at: string;
  who: string;
  what: string;
  isCurrent: boolean;
  /** Nothing is known of before. */
  isOldest: boolean;
  changes: readonly ShownChange[];
  /** All of it, as it was then. */
  whole: readonly ShownChange[];
}

/** The versions of something, the latest first: who, when, what; each to be read whole and restored. */
@Component({
  selector: 'reihe-version-list',
  imports: [ChangeList],
  template: `
    <ol role="list" class="rows">
      @for (version of versions(); track version.number) {
        <li>
          <article [attr.aria-labelledby]="'version-' + version.number">
            <header>
              <h2 [id]="'version-' + version.number">
                <span i18n="@@admin.history.version">Version {{ version.number }}</span>
                <span class="what"> · {{ version.what }}</span>
              </h2>
              <p>
                <time [attr.datetime]="version.at">{{ version.when }}</time> · {{ version.who }}
              </p>
              @if (version.isCurrent) {
                <strong i18n="@@admin.history.current">As it is now</strong>
              } @else if (mayRestore()) {
                <button
                  type="button"
                  class="button quiet"
                  [disabled]="isBusy()"
                  (click)="restore.emit(version.number)"
                >
                  <ng-container i18n="@@admin.history.restore">Restore</ng-container>
                  <span class="visually-hidden" i18n="@@admin.history.version"
                    >Version {{ version.number }}</span
                  >
                </button>
              }
            </header>
            @if (version.changes.length > 0) {
              <reihe-change-list [changes]="version.changes" />
            } @else if (!version.isOldest) {
              <p class="soft" i18n="@@admin.history.no-changes">No field changed.</p>
            }
            <details>
              <summary>
                <ng-container i18n="@@admin.history.whole">All of it as it was then</ng-container>
                <span class="visually-hidden">, {{ version.when }}</span>
              </summary>
              <dl>
                @for (field of version.whole; track $index) {
                  <div>
                    <dt>{{ field.label }}</dt>
                    <dd [attr.lang]="field.language ?? null">{{ field.after }}</dd>
                  </div>
                }
              </dl>
            </details>
          </article>
        </li>
      }
    </ol>
  `,
  styles: `
    li {
      padding-block: var(--space-s);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs) var(--space-s);
      align-items: baseline;
      margin-block-end: var(--space-2xs);
    }
    header p {
      flex: 1 1 auto;
      margin: 0;
      color: var(--ink-soft);
    }
    h2 {
      margin: 0;
      font-family: var(--sans);
      font-size: var(--step-0);
    }
    .what {
      font-weight: 400;
    }
    .soft {
      margin: 0;
      color: var(--ink-soft);
    }
    details {
      margin-block-start: var(--space-2xs);
    }
    summary {
      inline-size: fit-content;
      cursor: pointer;
    }
    dl {
      display: grid;
      gap: var(--space-2xs);
      margin: var(--space-2xs) 0 0;
      padding-inline-start: var(--space-s);
      border-inline-start: 2px solid var(--line);
    }
    dl > div {
      display: grid;
      grid-template-columns: minmax(8rem, 15rem) 1fr;
      gap: 0 var(--space-s);
    }
    dt {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    @media (width < 40rem) {
      dl > div {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class VersionList {
  readonly versions = input.required<readonly ShownVersion[]>();
  readonly mayRestore = input(false);
  readonly isBusy = input(false);
  readonly restore = output<number>();
}
