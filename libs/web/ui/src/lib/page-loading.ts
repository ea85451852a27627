import { Component } from '@angular/core';

/** Shown while a page is fetched in the browser; only once that takes longer than one notices. */
@Component({
  selector: 'reihe-page-loading',
  template: `<p class="page" role="status" i18n="@@web.loading">Loading …</p>`,
  styles: `
    :host {
      display: block;
      min-block-size: 70vh;
      padding-block: var(--space-2xl);
      color: var(--ink-soft);
      animation: appear 0s 400ms both;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
})
export class PageLoading {}
