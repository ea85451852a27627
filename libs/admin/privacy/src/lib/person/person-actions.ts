import { Component, computed, inject, input } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { offerFile, sayDone } from '@reihe/admin-ui';
import { PrivacyClient, StaffAccess } from '@reihe/web-data-access';
import { PersonDialog, type PersonQuestion } from './person-dialog';

/** What stands on a person's page for whoever may erase them or hand over what is stored of them. */
@Component({
  selector: 'reihe-person-actions',
  template: `
    <div class="page-actions">
      @if (mayExport()) {
        <button type="button" class="button quiet" (click)="exportAll()" i18n="@@privacy.person.export">
          Export everything …
        </button>
      }
      @if (mayErase()) {
        <button
          type="button"
          class="button quiet destructive"
          (click)="erase()"
          i18n="@@privacy.person.erase"
        >
          Erase …
        </button>
      }
    </div>
  `,
})
export class PersonActions {
  readonly person = input.required<{ id: string; name: string; email: string }>();
  /** Called once the person is erased. */
  readonly changed = input.required<() => void>();

  private readonly privacy = inject(PrivacyClient);
  private readonly access = inject(StaffAccess);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly document = inject(DOCUMENT);
  protected readonly mayExport = computed(() => this.access.may('privacy.manage'));
  protected readonly mayErase = computed(
    () => this.access.may('participants.erase') && this.access.may('privacy.manage'),
  );

  protected erase(): void {
    this.open('erase', async (reference) => {
      const { id } = this.person();
      await this.privacy.erasePerson(id, reference);
      sayDone(
        this.snackBar,
        $localize`:@@privacy.person.erased:The person is gone from every row. Every figure is what it was.`,
        null,
      );
      this.changed()();
    });
  }

  protected exportAll(): void {
    this.open('export', async (reference) => {
      const { id } = this.person();
      offerFile(
        this.document,
        `person-${id.slice(0, 8)}.zip`,
        await this.privacy.exportPerson(id, reference),
      );
    });
  }

  private open(what: 'erase' | 'export', send: (reference: string) => Promise<void>): void {
    const { id, name, email } = this.person();
    this.dialogs.open<PersonDialog, PersonQuestion>(PersonDialog, {
      data: { participantId: id, name: name || email, what, send },
      role: what === 'erase' ? 'alertdialog' : 'dialog',
      width: '36rem',
      maxWidth: '96vw',
    });
  }
}
