import { afterNextRender, Component, computed, DOCUMENT, inject, input, signal } from '@angular/core';

const SAID_FOR_MS = 4000;

/** Copies a short text. Only there where a browser can; without scripts the text beside it is marked by hand. */
@Component({
  selector: 'reihe-copy-button',
  template: `
    @if (canCopy()) {
      <button type="button" [attr.aria-label]="name()" (click)="copy()">
        @if (isNamed()) {
          {{ name() }}
        } @else {
          <ng-container i18n="@@web.copy">Copy</ng-container>
        }
      </button>
    }
    <span role="status">
      @if (outcome() === 'copied') {
        <ng-container i18n="@@web.copied">Copied</ng-container>
      } @else if (outcome() === 'refused') {
        <ng-container i18n="@@web.not-copied">Please mark and copy it by hand.</ng-container>
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.5em;
      align-items: center;
    }
    button {
      min-block-size: 2rem;
      padding: 0.15em 0.7em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: transparent;
      color: var(--harbour);
      font: inherit;
      font-size: var(--step--1);
      cursor: pointer;
    }
    button:hover {
      background: var(--sunken);
    }
    [role='status'] {
      font-size: var(--step--1);
      color: var(--go-ink);
    }
  `,
})
export class CopyButton {
  readonly text = input.required<string>();
  /** What is copied: "passcode". */
  readonly what = input.required<string>();
  /** Shown as heard; else the button says only what it does, beside what it copies. */
  readonly isNamed = input(false);

  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  protected readonly name = computed(() => $localize`:@@web.copy-what:Copy ${this.what()}:what:`);
  protected readonly canCopy = signal(false);
  protected readonly outcome = signal<'copied' | 'refused' | null>(null);

  constructor() {
    afterNextRender(() => {
      this.canCopy.set(Boolean(this.clipboard));
    });
  }

  protected async copy(): Promise<void> {
    try {
      await this.clipboard?.writeText(this.text());
      this.outcome.set('copied');
    } catch {
      this.outcome.set('refused');
    }
    setTimeout(() => {
      this.outcome.set(null);
    }, SAID_FOR_MS);
  }
}
