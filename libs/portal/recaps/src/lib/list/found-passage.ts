import { Component, computed, inject, input } from '@angular/core';
import type { FoundRecap } from '@reihe/shared-contracts';
import { Formats, LANGUAGE } from '@reihe/web-platform';

/** Where a recap has the words that were searched for, each marked. */
@Component({
  selector: 'reihe-found-passage',
  template: `
    @if (foreign(); as name) {
      <span class="small">{{ name }}: </span>
    }
    <span [attr.lang]="foreign() ? passage().language : null"
      >…&ngsp;
      @for (part of passage().parts; track $index) {
        @if (part.isFound) {
          <mark>{{ part.text }}</mark>
        } @else {
          <ng-container>{{ part.text }}</ng-container>
        }
      }
      &ngsp;…</span
    >
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 62ch;
      margin-block-end: 0.75em;
      padding-inline-start: var(--space-s);
      border-inline-start: 3px solid var(--line-strong);
      line-height: 1.5;
    }
    mark {
      padding-inline: 0.1em;
      border-radius: 2px;
      background: var(--wait-tint);
      color: var(--wait-ink);
      font-weight: 600;
    }
  `,
})
export class FoundPassage {
  readonly passage = input.required<NonNullable<FoundRecap['passage']>>();

  private readonly formats = inject(Formats);
  private readonly pageLanguage = inject(LANGUAGE);

  /** Name of the words' language, where it is not the page's. */
  protected readonly foreign = computed(() => {
    const { language } = this.passage();
    return language === this.pageLanguage ? null : this.formats.languageName(language);
  });
}
