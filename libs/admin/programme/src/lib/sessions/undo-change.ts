import { Component, computed, inject, input, output } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { Session } from '@reihe/shared-contracts';
import { Ask, lastAnswer } from '@reihe/admin-ui';
import { UndoBar } from './undo-bar';
import { SessionChangesClient } from '@reihe/web-data-access';
import type { SessionChange } from './session-actions';
import { isKnown } from './known-session';

/** Offers to take the session's last change back, as long as nobody has been told of it. */
@Component({
  selector: 'reihe-undo-change',
  imports: [UndoBar],
  template: `
    @if (change(); as pending) {
      <reihe-undo-bar [change]="pending" [isBusy]="isBusy()" (undo)="takeBack(pending.id)" />
    }
  `,
})
export class UndoChange {
  readonly session = input.required<Session>();
  /** Something is typed that undoing would drop. */
  readonly isDirty = input(false);
  readonly isBusy = input(false);
  readonly undo = output<SessionChange>();

  private readonly changes = inject(SessionChangesClient);
  private readonly ask = inject(Ask);
  private readonly snackBar = inject(MatSnackBar);
  private readonly read = lastAnswer(
    this.changes.pending(() => (isKnown(this.session()) ? this.session() : null)),
  );
  protected readonly change = computed(() => this.read()?.change ?? null);

  protected async takeBack(changeId: string): Promise<void> {
    const isSure =
      !this.isDirty() ||
      (await this.ask.confirm({
        title: $localize`:@@programme.undo.dirty:Undo, and drop what you typed since?`,
        action: $localize`:@@programme.undo.drop:Undo and drop it`,
      }));
    if (!isSure) return;
    this.undo.emit(async () => {
      const session = await this.changes.undo(this.session().id, changeId);
      this.snackBar.open(
        $localize`:@@programme.undo.done:Undone: the session is as it was, and nobody was told.`,
      );
      return session;
    });
  }
}
