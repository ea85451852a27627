import { Component, inject, Injectable } from '@angular/core';
import { MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { SignInForm } from './sign-in-form';

@Component({
  selector: 'reihe-sign-in-again-dialog',
  imports: [MatDialogModule, SignInForm],
  template: `
    <h2 mat-dialog-title i18n="@@shell.again.title">Your session has ended</h2>
    <mat-dialog-content>
      <p i18n="@@shell.again.text">Sign in again to go on. What you typed on the page is still there.</p>
      <reihe-sign-in-form (done)="dialog.close(true)" />
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button quiet" (click)="dialog.close(false)" i18n="@@shell.again.dismiss">
        Not now
      </button>
    </mat-dialog-actions>
  `,
})
export class SignInAgainDialog {
  protected readonly dialog = inject<MatDialogRef<SignInAgainDialog, boolean>>(MatDialogRef);
}

/** Asks once for however many requests found the session over. */
@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly dialogs = inject(MatDialog);
  private asked: Promise<boolean> | null = null;

  ask(): Promise<boolean> {
    this.asked ??= this.open().finally(() => {
      this.asked = null;
    });
    return this.asked;
  }

  private async open(): Promise<boolean> {
    const dialog = this.dialogs.open<SignInAgainDialog, never, boolean>(SignInAgainDialog, {
      disableClose: true,
      width: '24rem',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: false })) ?? false;
  }
}
