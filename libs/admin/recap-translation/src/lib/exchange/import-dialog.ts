import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { TextDifference } from '@reihe/admin-editing';
import type { ExchangePreview, ExchangeRow } from '@reihe/shared-editorial';
import { codeWords } from '../rows/row-words';
import { problemWords, rowKindWords } from './file-words';

export interface ImportQuestion {
  fileName: string;
  preview: ExchangePreview;
}

/** Row by row what a file would do, before it does it. Newer work is kept unless one chooses otherwise. */
@Component({
  selector: 'reihe-import-dialog',
  imports: [MatDialogModule, TextDifference],
  template: `
    <form novalidate (submit)="$event.preventDefault(); take()">
      <h2 mat-dialog-title i18n="@@recap-translation.import.title">What the file would change</h2>
      <mat-dialog-content>
        <p class="name">{{ question.fileName }}</p>
        @if (changing().length === 0) {
          <p i18n="@@recap-translation.import.nothing">Nothing: all that it says is here already.</p>
        }
        <ul role="list">
          @for (row of changing(); track row.key) {
            <li>
              <label>
                <input
                  type="checkbox"
                  [checked]="chosen().has(row.key)"
                  [disabled]="row.problems.length > 0 || row.kind === 'gone'"
                  (change)="toggle(row.key)"
                />
                <b>{{ kind(row) }}</b>
                <span class="soft" [attr.lang]="null">{{ shortened(row.original) }}</span>
              </label>
              <div class="difference" [attr.lang]="question.preview.language">
                <reihe-text-difference [before]="row.before" [after]="row.after" />
              </div>
              @if (row.isNewerHere) {
                <p class="warn" i18n="@@recap-translation.import.newer">
                  This was changed here after the file was made. It stays as it is unless you choose the file.
                </p>
              }
              @if (row.isOriginalChanged && row.kind !== 'gone') {
                <p class="warn" i18n="@@recap-translation.import.original">
                  The original was changed after the file was made: the translation will be marked as
                  outdated.
                </p>
              }
              @for (code of row.missingCodes; track $index) {
                <p class="warn">
                  <ng-container i18n="@@recap-translation.import.missing"
                    >It lacks {{ lost(code) }}.</ng-container
                  >
                </p>
              }
              @for (problem of row.problems; track problem) {
                <p class="warn">{{ problemOf(problem) }}</p>
              }
            </li>
          }
        </ul>
        @if (quiet() > 0) {
          <p class="soft">
            <ng-container i18n="@@recap-translation.import.rest">{quiet(), plural,
              =1 {One part stays as it is.}
              other {{{ quiet() }} parts stay as they are.}
            }</ng-container>
          </p>
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="button quiet" mat-dialog-close i18n="@@recap-desk.dialog.back">
          Back
        </button>
        <button type="submit" class="button" [disabled]="chosen().size === 0">
          <ng-container i18n="@@recap-translation.import.take">{chosen().size, plural,
            =0 {Take nothing}
            =1 {Take one part}
            other {Take {{ chosen().size }} parts}
          }</ng-container>
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-s);
      margin: 0;
    }
    li {
      padding-block-start: var(--space-xs);
      border-block-start: 1px solid var(--line);
    }
    label {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
      align-items: baseline;
    }
    p {
      margin: var(--space-3xs) 0 0;
    }
    .soft,
    .name {
      color: var(--ink-soft);
      overflow-wrap: anywhere;
    }
    .difference {
      margin-block-start: var(--space-3xs);
      font-family: var(--serif);
    }
    .warn {
      padding-inline-start: var(--space-2xs);
      border-inline-start: 3px solid var(--coral);
      font-size: var(--step--1);
    }
  `,
})
export class ImportDialog {
  protected readonly question = inject<ImportQuestion>(MAT_DIALOG_DATA);
  private readonly ref = inject<MatDialogRef<ImportDialog, string[]>>(MatDialogRef);

  protected readonly changing = computed(() =>
    this.question.preview.rows.filter(
      ({ kind, problems }) => (kind !== 'same' && kind !== 'untranslated') || problems.length > 0,
    ),
  );
  protected readonly quiet = computed(() => this.question.preview.rows.length - this.changing().length);
  protected readonly chosen = signal<ReadonlySet<string>>(
    new Set(
      this.question.preview.rows.filter((row) => isTakeable(row) && !row.isNewerHere).map(({ key }) => key),
    ),
  );
  protected readonly kind = rowKindWords;
  protected readonly problemOf = problemWords;

  protected lost(code: ExchangeRow['missingCodes'][number]): string {
    return codeWords(code, (data) => data.split(' ')[0] ?? '');
  }

  protected shortened(words: string): string {
    return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()} …` : words;
  }

  protected toggle(key: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  protected take(): void {
    if (this.chosen().size > 0) this.ref.close([...this.chosen()]);
  }
}

const SHOWN = 80;

function isTakeable({ kind, problems }: ExchangeRow): boolean {
  return (kind === 'new' || kind === 'change') && problems.length === 0;
}
