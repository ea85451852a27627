import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { BulkKind, BulkRequest, BulkResult } from '@reihe/shared-planning';
import { BulkClient, StaffAccess } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { firstValueFrom } from 'rxjs';
import { BulkDialog, type BulkQuestionData } from './bulk-dialog';
import { doneWords, type StartedKind } from './bulk-words';

/** What can be done with the chosen sessions, each with a preview first; afterwards what was done, and the way back. */
@Component({
  selector: 'reihe-bulk-bar',
  template: `
    @if (mayWrite()) {
      <div role="group" i18n-aria-label="@@planning.bulk.bar" aria-label="With the chosen sessions">
        <button
          type="button"
          class="button quiet"
          [disabled]="isIdle()"
          (click)="start('publish')"
          i18n="@@planning.bulk.publish"
        >
          Publish …
        </button>
        <button
          type="button"
          class="button quiet"
          [disabled]="isIdle()"
          (click)="start('move')"
          i18n="@@planning.bulk.move"
        >
          Move by days …
        </button>
        <button
          type="button"
          class="button quiet"
          [disabled]="isIdle()"
          (click)="start('capacity')"
          i18n="@@planning.bulk.change-capacity"
        >
          Change places …
        </button>
        <button
          type="button"
          class="button quiet destructive"
          [disabled]="isIdle()"
          (click)="start('cancel')"
          i18n="@@planning.bulk.cancel"
        >
          Cancel …
        </button>
      </div>
      <p class="done" role="status">
        {{ done() }}
        @if (undo()) {
          <button
            type="button"
            class="link"
            [disabled]="isUndoing()"
            (click)="takeBack()"
            i18n="@@planning.bulk.undo"
          >
            Undo
          </button>
        }
      </p>
    }
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
    }
    p {
      margin: 0;
    }
    .done:empty {
      display: none;
    }
    .done {
      margin-block-start: var(--space-3xs);
    }
  `,
})
export class BulkBar {
  readonly ids = input.required<readonly string[]>();
  /** Something was changed or taken back: whoever shows the sessions reads them again. */
  readonly changed = output();

  private readonly bulk = inject(BulkClient);
  private readonly dialogs = inject(MatDialog);
  private readonly access = inject(StaffAccess);

  protected readonly mayWrite = computed(() => this.access.may('programme.write'));
  protected readonly isIdle = computed(() => this.ids().length === 0);
  protected readonly done = signal('');
  protected readonly undo = signal<BulkRequest | null>(null);
  protected readonly isUndoing = signal(false);

  protected async start(kind: StartedKind): Promise<void> {
    const dialog = this.dialogs.open<BulkDialog, BulkQuestionData, BulkResult>(BulkDialog, {
      data: { kind, ids: this.ids() },
      width: '56rem',
      maxWidth: '96vw',
    });
    const result = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (result) this.tell(kind, result);
  }

  protected async takeBack(): Promise<void> {
    const request = this.undo();
    if (!request) return;
    this.isUndoing.set(true);
    try {
      const { changed } = await this.bulk.change(request);
      this.done.set($localize`:@@planning.bulk.undone:Undone: ${changed}:count:`);
      this.undo.set(null);
      this.changed.emit();
    } catch (error) {
      this.done.set(staffFailureWords(failureOf(error)));
    } finally {
      this.isUndoing.set(false);
    }
  }

  private tell(kind: BulkKind, { changed, undo }: BulkResult): void {
    this.done.set(doneWords(kind, changed));
    this.undo.set(undo);
    this.changed.emit();
  }
}
