import { Component, computed, DestroyRef, effect, inject, input, output, signal } from '@angular/core';
import type { PendingChange } from '@reihe/shared-contracts';

const TICK_MS = 250;

/** As long as nobody was told: how many mails wait, and a button that takes the change back, with the seconds that are left. */
@Component({
  selector: 'reihe-undo-bar',
  template: `
    @if (left() > 0) {
      <!-- Said once: the seconds are only shown. -->
      <span role="status">
        @if (change().messages > 0) {
          <ng-container i18n="@@admin.undo.messages">{change().messages, plural,
            =1 {One mail waits and can be stopped.}
            other {{{ change().messages }} mails wait and can be stopped.}
          }</ng-container>
        } @else {
          <ng-container i18n="@@admin.undo.no-messages">No mail goes. The change can be undone.</ng-container>
        }
      </span>
      <button type="button" class="button quiet" [disabled]="isBusy()" (click)="undo.emit()">
        <ng-container i18n="@@admin.undo.action">Undo</ng-container>
        &ngsp;<span class="seconds" aria-hidden="true" i18n="@@admin.undo.seconds">({{ left() }} s)</span>
      </button>
    } @else if (change().messages > 0) {
      <span role="status" i18n="@@admin.undo.over">Too late to undo: the mails go out.</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-xs);
      align-items: center;
    }
    .seconds {
      /* The button keeps its width while it counts. */
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class UndoBar {
  readonly change = input.required<PendingChange>();
  readonly isBusy = input(false);
  readonly undo = output();

  private readonly elapsed = signal(0);
  protected readonly left = computed(() =>
    Math.max(0, Math.ceil(this.change().secondsLeft - this.elapsed())),
  );
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    effect(() => {
      // Counted from when the answer came: the clocks of server and screen need not agree.
      this.change();
      const begin = performance.now();
      this.elapsed.set(0);
      clearInterval(this.timer);
      this.timer = setInterval(() => {
        this.elapsed.set((performance.now() - begin) / 1000);
        if (this.left() === 0) clearInterval(this.timer);
      }, TICK_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      clearInterval(this.timer);
    });
  }
}
