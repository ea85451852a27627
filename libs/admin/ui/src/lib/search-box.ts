import { Component, input, output, signal, linkedSignal, type OnDestroy } from '@angular/core';

const PAUSE_BEFORE_ASKING = 250;

/** Searches while one types, after a short pause; `/` anywhere on the page comes here (`data-search`). */
@Component({
  selector: 'reihe-search-box',
  template: `
    <label class="visually-hidden" [attr.for]="controlId">{{ label() }}</label>
    <input
      #box
      type="search"
      class="control"
      data-search
      autocomplete="off"
      [id]="controlId"
      [placeholder]="label()"
      [value]="typed()"
      (input)="type(box.value)"
      (keydown.enter)="searchNow()"
      (blur)="leave()"
    />
    <kbd aria-hidden="true">/</kbd>
  `,
  styles: `
    :host {
      position: relative;
      flex: 1 1 14rem;
      max-inline-size: 26rem;
    }
    kbd {
      position: absolute;
      inset-inline-end: 0.7em;
      inset-block-start: 50%;
      padding-inline: 0.4em;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      color: var(--ink-soft);
      font: 500 0.75rem / 1.6 var(--sans);
      transform: translateY(-50%);
      pointer-events: none;
    }
    input:focus + kbd,
    input:not(:placeholder-shown) + kbd {
      display: none;
    }
  `,
})
export class SearchBox implements OnDestroy {
  readonly label = input.required<string>();
  readonly query = input('');
  readonly queryChange = output<string>();

  protected readonly controlId = 'list-search';
  protected readonly typed = linkedSignal(() => this.query());
  private readonly pause = signal<ReturnType<typeof setTimeout> | null>(null);

  protected type(text: string): void {
    this.typed.set(text);
    this.stop();
    this.pause.set(
      setTimeout(() => {
        this.searchNow();
      }, PAUSE_BEFORE_ASKING),
    );
  }

  protected searchNow(): void {
    this.stop();
    this.queryChange.emit(this.typed().trim());
  }

  /** Not after the pause: by then a result may have been chosen, and the search would call that back. */
  protected leave(): void {
    if (this.pause() !== null) this.searchNow();
  }

  ngOnDestroy(): void {
    this.stop();
  }

  private stop(): void {
    clearTimeout(this.pause() ?? undefined);
    this.pause.set(null);
  }
}
