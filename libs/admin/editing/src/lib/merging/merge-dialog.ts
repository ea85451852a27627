import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { ChangeList } from './change-list';
import type { ShownChange, ShownConflict } from './field-words';
import { TextDifference } from './text-difference';

export interface MergeQuestion {
  title: string;
  text: string;
  /** What needs no answer, under its heading. */
  changesHeading: string;
  changes: readonly ShownChange[];
  conflicts: readonly ShownConflict[];
  mine: string;
  theirs: string;
  /** Words of the button that goes on. */
  action: string;
}

interface Answer {
  from: 'mine' | 'theirs' | 'own';
  value: unknown;
}

/**
 * Two versions of one thing, field by field: mine, theirs, result. Closes with the value of every conflict by its key; with
 * nothing when dismissed. Nothing is preset: what is not decided cannot be overlooked.
 */
@Component({
  selector: 'reihe-merge-dialog',
  imports: [ChangeList, MatDialogModule, TextDifference],
  templateUrl: './merge-dialog.html',
  styleUrl: './merge-dialog.css',
})
export class MergeDialog {
  protected readonly sides = ['mine', 'theirs'] as const;
  protected readonly question = inject<MergeQuestion>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<MergeDialog, ReadonlyMap<string, unknown>>>(MatDialogRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  private readonly answers = signal<ReadonlyMap<string, Answer>>(new Map());
  protected readonly isAsking = signal(false);
  protected readonly open = computed(() => this.question.conflicts.length - this.answers().size);

  protected answerTo({ key }: ShownConflict): Answer | undefined {
    return this.answers().get(key);
  }

  protected result(conflict: ShownConflict): string {
    const answer = this.answerTo(conflict);
    if (!answer) return '';
    return typeof answer.value === 'string' && conflict.kind !== 'choice'
      ? answer.value
      : conflict.say(answer.value);
  }

  protected choose(conflict: ShownConflict, from: 'mine' | 'theirs'): void {
    this.decide([[conflict.key, { from, value: conflict[from] }]]);
  }

  protected write({ key }: ShownConflict, value: string): void {
    this.decide([[key, { from: 'own', value }]]);
  }

  protected chooseAll(from: 'mine' | 'theirs'): void {
    this.decide(this.question.conflicts.map((conflict) => [conflict.key, { from, value: conflict[from] }]));
  }

  protected goOn(event: Event): void {
    event.preventDefault();
    if (this.open() === 0) {
      this.dialog.close(new Map([...this.answers()].map(([key, { value }]) => [key, value])));
      return;
    }
    this.isAsking.set(true);
    const first = this.question.conflicts.findIndex((conflict) => !this.answerTo(conflict));
    this.host.nativeElement.querySelectorAll('fieldset')[first]?.querySelector('input')?.focus();
  }

  private decide(entries: [string, Answer][]): void {
    this.answers.update((answers) => new Map([...answers, ...entries]));
  }
}
