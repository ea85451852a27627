import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Ask } from '@reihe/admin-ui';
import type { Language } from '@reihe/shared-contracts';
import { EXCHANGE_LIMITS, type ImportedTranslation } from '@reihe/shared-editorial';
import { TranslationsClient } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { failureOf } from '@reihe/web-platform';
import { firstValueFrom } from 'rxjs';
import { refusalWords } from './file-words';
import { ImportDialog, type ImportQuestion } from './import-dialog';

/** Files that come back from an agency: looked at first, then taken. */
@Injectable()
export class TranslationFiles {
  private readonly client = inject(TranslationsClient);
  private readonly dialogs = inject(MatDialog);
  private readonly ask = inject(Ask);

  /** null: nothing was taken, by choice or because it could not be, which is said. */
  async take(recapId: string, language: Language, file: File): Promise<ImportedTranslation | null> {
    try {
      if (file.size > EXCHANGE_LIMITS.bytes) {
        await this.refuse(
          $localize`:@@recap-translation.file.too-large:The file is too large or too deeply nested to be one of a recap.`,
        );
        return null;
      }
      const preview = await this.client.preview(recapId, language, file);
      const dialog = this.dialogs.open<ImportDialog, ImportQuestion, string[]>(ImportDialog, {
        data: { fileName: file.name, preview },
        width: '52rem',
        maxWidth: '95vw',
      });
      const rows = await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined });
      return rows ? await this.client.import(recapId, preview, rows, file) : null;
    } catch (error) {
      const failure = failureOf(error);
      const refusal = failure.kind === 'problem' ? refusalWords(failure.problem) : null;
      await this.refuse(refusal ?? staffFailureWords(failure));
      return null;
    }
  }

  private async refuse(text: string): Promise<void> {
    await this.ask.confirm({
      title: $localize`:@@recap-translation.refused:Nothing of this file was taken`,
      text,
      action: $localize`:@@recap-desk.figure.empty-action:Understood`,
    });
  }
}
