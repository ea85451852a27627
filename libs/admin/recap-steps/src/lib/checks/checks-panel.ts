import { Component, computed, inject, input, output } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import { checkWords } from './check-words';
import type { RecapCheck, TranslationCheck } from './recap-checks';

/** What stands between the recap and its readers, and what could be better; each leads to where it is mended. */
@Component({
  selector: 'reihe-checks-panel',
  template: `
    @if (blocking().length > 0) {
      <h3 i18n="@@recap-desk.checks.blocking">Before it can be published</h3>
      <ul role="list">
        @for (check of blocking(); track $index) {
          <li class="blocking">
            <button type="button" class="link" (click)="mend.emit(check)">{{ words(check) }}</button>
          </li>
        }
      </ul>
    } @else {
      <p i18n="@@recap-desk.checks.complete">Nothing is missing: it can be published.</p>
    }
    @if (advice().length > 0) {
      <h3 i18n="@@recap-desk.checks.advice">Would make it better</h3>
      <ul role="list">
        @for (check of advice(); track $index) {
          <li>
            <button type="button" class="link" (click)="mend.emit(check)">{{ words(check) }}</button>
            @if (check.kind === 'outdated' && mayConfirm()) {
              <button
                type="button"
                class="link"
                (click)="confirm.emit(check)"
                i18n="@@recap-desk.check.confirm"
              >
                The translation is still right
              </button>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    h3 {
      margin: var(--space-xs) 0 var(--space-3xs);
      font: 600 var(--step--1) / 1.4 var(--sans);
      color: var(--ink-soft);
    }
    h3:first-child {
      margin-block-start: 0;
    }
    ul,
    p {
      margin: 0;
    }
    li {
      display: flex;
      gap: 0.6em;
      align-items: baseline;
    }
    li::before {
      content: '';
      flex: none;
      inline-size: 0.55em;
      block-size: 0.55em;
      border: 1.5px solid var(--ink-soft);
      border-radius: 50%;
    }
    .blocking::before {
      border-color: var(--coral);
      background: var(--coral);
    }
  `,
})
export class ChecksPanel {
  readonly checks = input.required<readonly RecapCheck[]>();
  /** Names of the pictures, by id. */
  readonly pictures = input<ReadonlyMap<string, string>>(new Map());
  readonly mend = output<RecapCheck>();
  /** Nothing unsaved stands in the way of saying that a translation is right. */
  readonly mayConfirm = input(false);
  readonly confirm = output<TranslationCheck>();

  private readonly formats = inject(Formats);
  protected readonly blocking = computed(() => this.checks().filter(({ isBlocking }) => isBlocking));
  protected readonly advice = computed(() => this.checks().filter(({ isBlocking }) => !isBlocking));

  protected words(check: RecapCheck): string {
    const where = [this.languageOf(check), this.pictureOf(check)].filter((part) => part !== '');
    return where.length > 0 ? `${checkWords(check)} (${where.join(', ')})` : checkWords(check);
  }

  private languageOf(check: RecapCheck): string {
    const language: Language | undefined = check.kind === 'gap' ? check.gap.language : check.language;
    return language ? this.formats.languageName(language) : '';
  }

  private pictureOf(check: RecapCheck): string {
    const id = check.kind === 'gap' ? check.gap.mediaId : undefined;
    return id === undefined ? '' : (this.pictures().get(id) ?? '');
  }
}
