import { Component, inject, input, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { SELECTION_MAX, type DecisionKind, type DecisionResult } from '@reihe/shared-registration';
import { DeskClient, MessagesClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { firstValueFrom } from 'rxjs';
import type { DeskScope } from '../table/desk-address';
import { SelectedRegistrations } from '../table/selected-registrations';
import { DecisionDialog, type DecisionQuestion } from './decision-dialog';
import { doneWords } from './decision-words';

/** What can be done with the registrations that are ticked, each with a preview first. */
@Component({
  selector: 'reihe-selection-bar',
  template: `
    @if (selected.count() <= most.decide) {
      <button
        type="button"
        class="button quiet"
        (click)="decide('approve')"
        i18n="@@registration.decide.approve"
      >
        Approve …
      </button>
      <button
        type="button"
        class="button quiet"
        (click)="decide('decline')"
        i18n="@@registration.decide.decline"
      >
        Decline …
      </button>
      <button
        type="button"
        class="button quiet"
        (click)="decide('promote')"
        i18n="@@registration.decide.promote"
      >
        Give a seat …
      </button>
      <button
        type="button"
        class="button quiet destructive"
        (click)="decide('cancel')"
        i18n="@@registration.decide.cancel"
      >
        Cancel …
      </button>
    } @else {
      <p i18n="@@registration.decide.too-many">
        At most {{ most.decide }} registrations can be decided about at once: narrow the filters.
      </p>
    }
    @if (selected.count() <= most.message) {
      <button
        type="button"
        class="button quiet"
        [disabled]="isWriting()"
        (click)="write()"
        i18n="@@registration.decide.message"
      >
        Message …
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: center;
    }
    p {
      margin: 0;
    }
  `,
})
export class SelectionBar {
  readonly scope = input.required<DeskScope>();
  /** Something was decided: whoever shows the registrations reads them again. */
  readonly decided = output();

  private readonly desk = inject(DeskClient);
  private readonly messages = inject(MessagesClient);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly router = inject(Router);
  protected readonly selected = inject(SelectedRegistrations);
  protected readonly most = SELECTION_MAX;
  protected readonly isWriting = signal(false);

  protected async decide(kind: DecisionKind): Promise<void> {
    const everything = this.selected.everything();
    const dialog = this.dialogs.open<DecisionDialog, DecisionQuestion, DecisionResult>(DecisionDialog, {
      data: { kind, selection: everything ? { filter: everything.filter } : { ids: this.selected.ids() } },
      width: '60rem',
      maxWidth: '96vw',
    });
    const result = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
    if (!result) return;
    this.snackBar.open(doneWords(kind, result));
    this.decided.emit();
  }

  /** The composer begins with a draft that knows whom it is for. */
  protected async write(): Promise<void> {
    this.isWriting.set(true);
    try {
      const everything = this.selected.everything();
      const ids = everything ? (await this.desk.ids(everything.filter)).ids : [...this.selected.ids()];
      const { session, series } = this.scope();
      const message = await this.messages.create({
        sessionId: session ?? null,
        seriesId: series ?? null,
        selection: { registrationIds: ids, states: [], countries: [], languages: [] },
      });
      await this.router.navigate(['/messages', message.id]);
    } catch (error) {
      this.snackBar.open(staffFailureWords(failureOf(error)));
    } finally {
      this.isWriting.set(false);
    }
  }
}
