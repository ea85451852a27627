import { Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { BoardCard, DeskPerson } from '@reihe/shared-editorial';

export interface AssignQuestion {
  card: Pick<BoardCard, 'title' | 'assignment'>;
  people: readonly DeskPerson[];
}

export interface AssignAnswer {
  ownerId: string | null;
  dueOn: string | null;
}

/** Whose recap it is, and by when. */
@Component({
  selector: 'reihe-assign-dialog',
  imports: [MatDialogModule],
  template: `
    <form novalidate (submit)="$event.preventDefault(); answer()">
      <h2 mat-dialog-title>{{ question.card.title }}</h2>
      <mat-dialog-content>
        <div class="fields">
          <label>
            <span i18n="@@recap-desk.assign.owner">Whose it is</span>
            <select #ownerBox class="control" (change)="owner.set(ownerBox.value)">
              <option value="" i18n="@@recap-desk.assign.nobody">Nobody</option>
              @for (person of question.people; track person.id) {
                <option [value]="person.id" [selected]="person.id === owner()">{{ person.name }}</option>
              }
            </select>
          </label>
          <label>
            <span i18n="@@recap-desk.assign.due">Due on</span>
            <input #dueBox type="date" class="control" [value]="due()" (change)="due.set(dueBox.value)" />
          </label>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@recap-desk.dialog.back">
          Back
        </button>
        <button type="submit" class="button" i18n="@@recap-desk.assign.action">Assign</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
    }
    label {
      display: grid;
      flex: 1 1 12rem;
      gap: 0.15rem;
      font-weight: 600;
    }
    label .control {
      font-weight: 400;
    }
  `,
})
export class AssignDialog {
  protected readonly question = inject<AssignQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AssignDialog, AssignAnswer>>(MatDialogRef);
  protected readonly owner = signal(this.question.card.assignment.owner?.id ?? '');
  protected readonly due = signal(this.question.card.assignment.dueOn ?? '');

  protected answer(): void {
    this.dialog.close({ ownerId: this.owner() || null, dueOn: this.due() || null });
  }
}
