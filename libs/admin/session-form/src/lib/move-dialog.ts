import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { SessionListItem } from '@reihe/shared-contracts';
import { shifted } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';
import { minutesBetween } from './zone-clock';

export interface MoveQuestion {
  session: Pick<SessionListItem, 'id' | 'title'>;
  /** Everything there is to say of it. */
  words: string;
  /** As it is now; wall clock of `zone`, `YYYY-MM-DDTHH:mm`. */
  start: string;
  end: string;
  zone: string;
  isMovable: boolean;
}

/** Wall clock of the question's zone. */
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
      <h2 mat-dialog-title>{{ question.session.title }}</h2>
      <mat-dialog-content>
        <p>{{ question.words }}</p>
        <p>
          <a [routerLink]="['/sessions', question.session.id]" mat-dialog-close i18n="@@planning.move.open"
            >Open this session</a
          >
        </p>
        @if (question.isMovable) {
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
        @if (question.isMovable) {
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
  protected readonly question = inject<MoveQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<MoveDialog, MoveAnswer>>(MatDialogRef);

  protected readonly place = inject(Formats).zoneCity(this.question.zone);
  protected readonly start = signal(this.question.start);
  protected readonly end = signal(this.question.end);
  protected readonly isUpsideDown = computed(() => (minutesBetween(this.start(), this.end()) ?? 1) <= 0);
  protected readonly canMove = computed(() => {
    const isWhole = minutesBetween(this.start(), this.end()) !== null;
    return (
      isWhole &&
      !this.isUpsideDown() &&
      (this.start() !== this.question.start || this.end() !== this.question.end)
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
