import { Component, inject, input, output } from '@angular/core';
import { Moments } from './moments';

/** Saves with the button or Ctrl+S, and says whether everything is saved. Further actions are projected before it. */
@Component({
  selector: 'reihe-save-bar',
  template: `
    <p role="status">
      @if (isSaving()) {
        <ng-container i18n="@@admin.save.saving">Saving …</ng-container>
      } @else if (isDirty()) {
        <ng-container i18n="@@admin.save.dirty">Not saved yet</ng-container>
      } @else if (savedAt(); as at) {
        <ng-container i18n="@@admin.save.saved">Saved at {{ moments.time(at) }}</ng-container>
      }
    </p>
    <ng-content />
    <button
      type="submit"
      class="button"
      aria-keyshortcuts="Control+S"
      [disabled]="isSaving() || (!isDirty() && !isNew())"
      i18n="@@admin.save.action"
    >
      Save
    </button>
  `,
  host: { '(document:keydown.control.s)': 'byKey($event)', '(document:keydown.meta.s)': 'byKey($event)' },
  styles: `
    :host {
      position: sticky;
      inset-block-end: 0;
      z-index: 2;
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-xs);
      align-items: center;
      margin-block-start: var(--space-m);
      padding-block: var(--space-xs);
      border-block-start: 1px solid var(--line);
      background: var(--paper);
    }
    p {
      flex: 1 1 10rem;
      margin: 0;
      color: var(--ink-soft);
    }
  `,
})
export class SaveBar {
  readonly isDirty = input.required<boolean>();
  readonly isSaving = input.required<boolean>();
  readonly isNew = input(false);
  readonly savedAt = input<Date | null>(null);
  readonly save = output();

  protected readonly moments = inject(Moments);

  protected byKey(event: Event): void {
    event.preventDefault();
    if (!this.isSaving()) this.save.emit();
  }
}
