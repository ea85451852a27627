import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { minutesBetween } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import { shifted } from '../moves';
import type { CalendarEntry } from './calendar-entry';

export interface MoveQuestion {
  entry: CalendarEntry;
  zone: string;
}

/** Wall clock of the calendar's zone. */
export interface MoveAnswer {
  start: string;
  end: string;
}

/** A session of the calendar, with what the pointer does by drawing: another start, another end. */
@Component({
  selector: 'reihe-move-dialog',
  imports: [MatDialogModule, RouterLink],
  template: `
    <form novalidate (submit)="move($event)">
      <h2 mat-dialog-title>{{ entry.session.title }}</h2>
      <mat-dialog-content>
        <p>{{ entry.words }}</p>
        <p>
          <a [routerLink]="['/sessions', entry.session.id]" mat-dialog-close i18n="@@planning.move.open"
            >Open this session</a
          >
        </p>
        @if (entry.isMovable) {
          <h3 i18n="@@planning.move.to">Move to …</h3>
          <p class="hint" i18n="@@planning.move.zone">Times of {{ place }}.</p>
          <div class="fields">
            <label>
              <span i18n="@@planning.move.start">Starts</span>
              <input
                #startBox
                type="datetime-local"
                class="control"
                [value]="start()"
                (change)="begin(startBox.value)"
              />
            </label>
            <label>
              <span i18n="@@planning.move.end">Ends</span>
              <input
                #endBox
                type="datetime-local"
                class="control"
                [value]="end()"
                (change)="end.set(endBox.value)"
              />
            </label>
          </div>
          @if (isUpsideDown()) {
            <p class="missing" role="alert" i18n="@@planning.move.upside-down">
              The end must be after the start.
            </p>
          }
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@planning.move.back">Back</button>
        @if (entry.isMovable) {
          <button type="submit" class="button" [disabled]="!canMove()" i18n="@@planning.move.do">Move</button>
        }
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    h3 {
      margin: var(--space-s) 0 0;
      font: 600 var(--step-0) / 1.4 var(--sans);
    }
    .hint {
      margin: 0 0 var(--space-2xs);
      color: var(--ink-soft);
    }
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
    }
    label {
      display: grid;
      gap: 0.15rem;
      font-weight: 600;
    }
  `,
})
export class MoveDialog {
  private readonly question = inject<MoveQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MoveDialog, MoveAnswer>>(MatDialogRef);

  protected readonly entry = this.question.entry;
  protected readonly place = inject(Formats).zoneCity(this.question.zone);
  protected readonly start = signal(this.entry.start);
  protected readonly end = signal(this.entry.end);
  protected readonly isUpsideDown = computed(() => (minutesBetween(this.start(), this.end()) ?? 1) <= 0);
  protected readonly canMove = computed(() => {
    const isWhole = minutesBetween(this.start(), this.end()) !== null;
    return (
      isWhole && !this.isUpsideDown() && (this.start() !== this.entry.start || this.end() !== this.entry.end)
    );
  });

  /** The end keeps its distance. */
  protected begin(start: string): void {
    const length = minutesBetween(this.start(), this.end());
    const before = this.start();
    this.start.set(start);
    if (start === '' || before === '' || length === null) return;
    this.end.set(shifted(this.end(), before, start));
  }

  protected move(event: Event): void {
    event.preventDefault();
    if (this.canMove()) this.dialog.close({ start: this.start(), end: this.end() });
  }
}
