import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { AskDialog, type Choice, type Question } from './ask-dialog';

/** Questions put to the person at the screen, one at a time. */
@Injectable({ providedIn: 'root' })
export class Ask {
  private readonly dialogs = inject(MatDialog);

  async confirm(question: Omit<Question, 'choices' | 'reason'>): Promise<boolean> {
    return (await this.put(question)) !== null;
  }

  /** The text given along, trimmed; null when dismissed. */
  reason(question: Question & Required<Pick<Question, 'reason'>>): Promise<string | null> {
    return this.put(question);
  }

  /** The first choice is preset; null when dismissed. */
  async choose<T extends string>(
    question: Omit<Question, 'choices' | 'reason'> & { choices: readonly (Choice & { value: T })[] },
  ): Promise<T | null> {
    return (await this.put(question)) as T | null;
  }

  private async put(question: Question): Promise<string | null> {
    const dialog = this.dialogs.open<AskDialog, Question, string>(AskDialog, {
      data: question,
      role: question.isDestructive ? 'alertdialog' : 'dialog',
      maxWidth: '34rem',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) ?? null;
  }
}
