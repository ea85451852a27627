import { Component, inject, input } from '@angular/core';
import { publicPaths } from '@reihe/shared-contracts';
import { LANGUAGE } from '@reihe/web-platform';

export interface Crumb {
  label: string;
  /** Path below the language, e.g. `/recaps`; absent for the page itself. */
  link?: string;
}

/** The way from the home page to this one. */
@Component({
  selector: 'reihe-breadcrumb',
  template: `
    <nav [attr.aria-label]="label">
      <ol role="list">
        @for (crumb of crumbs(); track crumb.label) {
          <li>
            @if (crumb.link !== undefined) {
              <a [href]="address(crumb.link)">{{ crumb.label }}</a>
            } @else {
              <span aria-current="page">{{ crumb.label }}</span>
            }
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.6em;
      margin: var(--space-m) 0 0;
      font-size: var(--step--1);
      line-height: 1.9;
      color: var(--ink-soft);
    }
    li + li::before {
      content: '/';
      margin-inline-end: 0.6em;
      color: var(--line-strong);
    }
    /* The title stands right below. */
    @media (max-width: 40rem) {
      li:has(span) {
        display: none;
      }
    }
  `,
})
export class Breadcrumb {
  readonly crumbs = input.required<readonly Crumb[]>();

  private readonly language = inject(LANGUAGE);

  protected readonly label = $localize`:@@web.breadcrumb.label:You are here`;

  protected address(link: string): string {
    return link === '/' ? publicPaths.home(this.language) : publicPaths.home(this.language) + link;
  }
}
