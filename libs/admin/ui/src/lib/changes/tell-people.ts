import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Announcement, ChangePreview } from '@reihe/shared-contracts';
import { firstValueFrom } from 'rxjs';
import { TellPeopleDialog } from './tell-people-dialog';

export interface TellQuestion {
  title: string;
  preview: ChangePreview;
  /** The mails with these sentences in them. */
  previewWith(announcement: Announcement): Promise<ChangePreview>;
  /** Words of the button that goes on. */
  action: string;
  isDestructive?: boolean;
}

/** How people are to be told. */
export interface TellAnswer {
  announcement: Announcement;
  /** No mail: only where the change may go without one. */
  isQuiet: boolean;
}

/** Shows the mails of a change before they go; a sentence can be added to them. */
@Injectable({ providedIn: 'root' })
export class TellPeople {
  private readonly dialogs = inject(MatDialog);

  /** null: back, nothing is to happen. */
  async ask(question: TellQuestion): Promise<TellAnswer | null> {
    const dialog = this.dialogs.open<TellPeopleDialog, TellQuestion, TellAnswer>(TellPeopleDialog, {
      data: question,
      role: question.isDestructive ? 'alertdialog' : 'dialog',
      width: '46rem',
      maxWidth: 'min(46rem, 94vw)',
      maxHeight: '94dvh',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) ?? null;
  }
}
