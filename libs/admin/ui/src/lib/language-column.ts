import { Component, computed, inject, input } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';

/** One language's fields beside the other's, with what readers of it get while nothing is written. */
@Component({
  selector: 'reihe-language-column',
  template: `
    <p class="name" aria-hidden="true">{{ name() }}</p>
    <ng-content />
    @if (isEmpty() && fallback() && fallback() !== language()) {
      <p class="hint" i18n="@@admin.language.fallback">
        Readers see the {{ fallbackName() }} text until something is written here.
      </p>
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'name()' },
  styles: `
    :host {
      display: grid;
      gap: var(--space-s);
      align-content: start;
      min-inline-size: 0;
    }
    .name {
      margin: 0;
      font: 600 var(--step--1) / 1.4 var(--sans);
      color: var(--ink-soft);
    }
    .hint {
      margin: 0;
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
  `,
})
export class LanguageColumn {
  readonly language = input.required<Language>();
  readonly isEmpty = input(false);
  readonly fallback = input<Language | null>(null);

  private readonly formats = inject(Formats);
  protected readonly name = computed(() => this.formats.languageName(this.language()));
  protected readonly fallbackName = computed(() =>
    this.formats.languageName(this.fallback() ?? this.language()),
  );
}
