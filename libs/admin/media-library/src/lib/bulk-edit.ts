import { computed, inject, Injectable, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { sayDone } from '@reihe/admin-ui';
import { BULK_MEDIA_LIMIT, type BulkMediaAnswer } from '@reihe/shared-editorial';
import { MediaClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { firstValueFrom } from 'rxjs';
import { BulkDialog, type BulkFacts } from './bulk-dialog';

const UNDO_SECONDS = 20;

/** Images that are chosen in the list, and what is said of all of them at once. Provided by the list. */
@Injectable()
export class BulkEdit {
  private readonly client = inject(MediaClient);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly chosen = signal<ReadonlySet<string>>(new Set());

  readonly count = computed(() => this.chosen().size);
  readonly isFull = computed(() => this.chosen().size >= BULK_MEDIA_LIMIT);

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  toggle(id: string): void {
    const ids = new Set(this.chosen());
    if (!ids.delete(id) && !this.isFull()) ids.add(id);
    this.chosen.set(ids);
  }

  add(ids: readonly string[]): void {
    this.chosen.set(new Set([...this.chosen(), ...ids].slice(0, BULK_MEDIA_LIMIT)));
  }

  clear(): void {
    this.chosen.set(new Set());
  }

  /** `changed` is called after a change and after it was undone. */
  async edit(changed: () => void): Promise<void> {
    const ids = [...this.chosen()];
    const facts = await this.asked(ids.length);
    if (!facts) return;
    try {
      const answer = await this.client.saveMany({ ids, ...facts });
      this.clear();
      changed();
      sayDone(
        this.snackBar,
        doneWords(answer.changed.length),
        () => this.undo(answer, changed),
        UNDO_SECONDS,
      );
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
  }

  private async undo({ changed: items }: BulkMediaAnswer, changed: () => void): Promise<void> {
    try {
      await this.client.restoreMany({ items });
      this.snackBar.open($localize`:@@media.bulk.undone:Everything is as it was before.`);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    }
    changed();
  }

  private async asked(count: number): Promise<BulkFacts | null> {
    const dialog = this.dialogs.open<BulkDialog, number, BulkFacts>(BulkDialog, {
      data: count,
      width: '40rem',
      maxWidth: '95vw',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) ?? null;
  }
}

function doneWords(count: number): string {
  return count === 1
    ? $localize`:@@media.bulk.done-one:One image is changed.`
    : $localize`:@@media.bulk.done:${count}:count: images are changed.`;
}
