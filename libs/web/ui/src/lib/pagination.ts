import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** Pages of a list; the page lives in the URL as `?page=`, the other query keys stay. Renders nothing for one page. */
@Component({
  selector: 'reihe-pagination',
  imports: [RouterLink],
  template: `
    @if (pageCount() > 1) {
      <nav [attr.aria-label]="label">
        @if (page() > 1) {
          <a
            rel="prev"
            [routerLink]="[]"
            [queryParams]="{ page: page() - 1 }"
            queryParamsHandling="merge"
            i18n="@@web.pagination.previous"
            >Previous</a
          >
        }
        <ol role="list">
          @for (number of shown(); track $index) {
            <li>
              @if (number === null) {
                <span aria-hidden="true">…</span>
              } @else {
                <a
                  [routerLink]="[]"
                  [queryParams]="{ page: number === 1 ? null : number }"
                  queryParamsHandling="merge"
                  [attr.aria-current]="number === page() ? 'page' : null"
                  ><span class="visually-hidden" i18n="@@web.pagination.page">Page</span> {{ number }}</a
                >
              }
            </li>
          }
        </ol>
        @if (page() < pageCount()) {
          <a
            rel="next"
            [routerLink]="[]"
            [queryParams]="{ page: page() + 1 }"
            queryParamsHandling="merge"
            i18n="@@web.pagination.next"
            >Next</a
          >
        }
      </nav>
    }
  `,
  styles: `
    nav,
    ol {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2xs);
      margin: 0;
    }
    a,
    span[aria-hidden] {
      display: inline-grid;
      place-content: center;
      min-inline-size: var(--target);
      min-block-size: var(--target);
      padding-inline: var(--space-2xs);
    }
    [aria-current] {
      border-radius: var(--radius);
      background: var(--harbour);
      color: var(--on-harbour);
      text-decoration: none;
    }
  `,
})
export class Pagination {
  /** 1-based. */
  readonly page = input.required<number>();
  readonly pageCount = input.required<number>();

  protected readonly label = $localize`:@@web.pagination.label:Pages`;

  /** First, last and the neighbours of the current page; null marks a gap. */
  protected readonly shown = computed(() => {
    const [page, last] = [this.page(), this.pageCount()];
    const numbers = [...new Set([1, page - 1, page, page + 1, last])].filter((n) => n >= 1 && n <= last);
    return numbers.flatMap((n, at) => (at > 0 && n - (numbers[at - 1] ?? n) > 1 ? [null, n] : [n]));
  });
}
