import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TermChoice, type TermOption } from '@reihe/admin-ui';
import {
  DOCUMENT_LIMITS,
  FIGURE_ROUNDINGS,
  type FigureRounding,
  type Measure,
} from '@reihe/shared-contracts';
import { Formats } from '@reihe/web-platform';
import type { FigureValues } from './figure-values';
import { roundingWords } from './rounding-words';

/** A figure over several sessions, as it stands in a text. */
export interface SelectionAnswer {
  measure: Measure;
  sessionIds: readonly string[];
  rounding: FigureRounding;
}

export interface SelectionQuestion {
  values: FigureValues;
  /** What stands there already; null: something new. */
  known: SelectionAnswer | null;
}

/** Of which sessions together, and which of their numbers, with its value while one ticks. */
@Component({
  selector: 'reihe-selection-dialog',
  imports: [MatDialogModule, TermChoice],
  template: `
    <form novalidate (submit)="answer($event)">
      <h2 mat-dialog-title i18n="@@recap-desk.selection.title">A number over several sessions</h2>
      <mat-dialog-content>
        <p i18n="@@recap-desk.selection.text">
          Whoever came to more than one of them is counted once. The number follows the records.
        </p>
        <label>
          <span i18n="@@recap-desk.selection.search">Search sessions</span>
          <input #box type="search" class="control" [value]="typed()" (input)="typed.set(box.value)" />
        </label>
        <div class="all">
          @if (own().length > 1) {
            <button
              type="button"
              class="link"
              (click)="sessionIds.set(own())"
              i18n="@@recap-desk.selection.own"
            >
              Those it looks back on
            </button>
          }
          <button
            type="button"
            class="link"
            [disabled]="sessions.length > most"
            (click)="sessionIds.set(ids(sessions))"
            i18n="@@recap-desk.selection.all"
          >
            All
          </button>
          <button type="button" class="link" (click)="sessionIds.set([])" i18n="@@recap-desk.selection.none">
            None
          </button>
        </div>
        <reihe-term-choice
          i18n-legend="@@recap-desk.selection.sessions"
          legend="Sessions"
          [options]="options()"
          [(value)]="sessionIds"
        />
        <div aria-live="polite">
          @if (sessionIds().length < 2) {
            <p class="hint" i18n="@@recap-desk.selection.few">Tick two sessions at least.</p>
          } @else if (sessionIds().length > most) {
            <p class="missing" i18n="@@recap-desk.selection.many">{{ most }} sessions at most.</p>
          } @else if (figures() === null) {
            <p class="missing">
              <ng-container i18n="@@recap-desk.selection.failed">The numbers could not be read.</ng-container>
              <button
                type="button"
                class="link"
                (click)="question.values.countAgain()"
                i18n="@@recap-desk.selection.again"
              >
                Try again
              </button>
            </p>
          } @else if (figures() === undefined) {
            <p class="hint" i18n="@@recap-desk.selection.counting">Counting …</p>
          } @else if (figures()?.length === 0) {
            <p class="hint" i18n="@@recap-desk.selection.nothing">These sessions have no numbers yet.</p>
          }
        </div>
        @if (figures()?.length) {
          <fieldset class="figures">
            <legend i18n="@@recap-desk.selection.figures">Number</legend>
            @for (figure of figures(); track figure.measure) {
              <label>
                <input
                  type="radio"
                  name="figure"
                  [checked]="figure.measure === chosen()?.measure"
                  (change)="measure.set(figure.measure)"
                />
                <span
                  ><b>{{ question.values.value(figure, rounding()) }}</b>
                  {{ question.values.explanation(figure) }}</span
                >
              </label>
            }
          </fieldset>
          <label>
            <span i18n="@@recap-desk.figure.rounding">How is the number said?</span>
            <select #said class="control" (change)="rounding.set(roundings[said.selectedIndex] ?? 'exact')">
              @for (one of roundings; track one) {
                <option [selected]="one === rounding()">{{ words(one) }}</option>
              }
            </select>
          </label>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@recap-desk.dialog.back">
          Back
        </button>
        <button type="submit" class="button" [disabled]="!chosen()">
          @if (question.known) {
            <ng-container i18n="@@recap-desk.words.take">Take over</ng-container>
          } @else {
            <ng-container i18n="@@recap-desk.figure.action">Place it in the text</ng-container>
          }
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--space-s);
    }
    p {
      margin: 0;
    }
    .hint {
      color: var(--ink-soft);
    }
    .all {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
    }
    mat-dialog-content > label {
      display: grid;
      gap: 0.15rem;
      font-weight: 600;
    }
    .figures {
      display: grid;
      gap: var(--space-3xs);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    .figures label {
      display: flex;
      gap: 0.5em;
      align-items: baseline;
    }
  `,
})
export class SelectionDialog {
  protected readonly question = inject<SelectionQuestion>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<SelectionDialog, SelectionAnswer>>(MatDialogRef);
  private readonly formats = inject(Formats);

  protected readonly most = DOCUMENT_LIMITS.selection;
  protected readonly roundings = FIGURE_ROUNDINGS;
  protected readonly words = roundingWords;
  protected readonly sessions = this.question.values.selectable();
  protected readonly own = signal(this.sessions.filter(({ isOwn }) => isOwn).map(({ id }) => id));
  protected readonly typed = signal('');
  protected readonly sessionIds = signal<string[]>([...(this.question.known?.sessionIds ?? this.own())]);
  protected readonly measure = signal<Measure | null>(this.question.known?.measure ?? null);
  protected readonly rounding = signal<FigureRounding>(this.question.known?.rounding ?? 'exact');

  protected readonly options = computed<TermOption[]>(() => {
    const wanted = this.typed().trim().toLowerCase();
    return this.sessions
      .filter(({ title }) => title.toLowerCase().includes(wanted))
      .map(({ id, title, startsAt }) => ({ id, name: `${title} · ${this.formats.plainDay(startsAt)}` }));
  });
  protected readonly figures = computed(() => {
    const ids = this.sessionIds();
    return ids.length < 2 || ids.length > this.most ? [] : this.question.values.over(ids);
  });
  /** The one that was chosen, or where these sessions have none of it, none. */
  protected readonly chosen = computed(() =>
    this.figures()?.find(({ measure }) => measure === this.measure()),
  );

  protected ids(sessions: readonly { id: string }[]): string[] {
    return sessions.map(({ id }) => id);
  }

  protected answer(event: Event): void {
    event.preventDefault();
    const chosen = this.chosen();
    if (!chosen) return;
    const { measure, sessionIds } = chosen;
    this.dialog.close({ measure, sessionIds, rounding: this.rounding() });
  }
}
