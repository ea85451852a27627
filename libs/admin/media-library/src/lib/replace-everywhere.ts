import { inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ChosenPictures } from '@reihe/admin-media';
import { Ask, sayDone } from '@reihe/admin-ui';
import type { Media } from '@reihe/shared-contracts';
import { MediaClient } from '@reihe/web-data-access';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';
import { firstValueFrom } from 'rxjs';
import { ReplaceDialog, type ReplaceQuestion } from './replace-dialog';

/** Another image in the place of one: chosen, looked at with every place, then done. Provided beside `ChosenPictures`. */
@Injectable()
export class ReplaceEverywhere {
  private readonly client = inject(MediaClient);
  private readonly pictures = inject(ChosenPictures);
  private readonly dialogs = inject(MatDialog);
  private readonly snackBar = inject(MatSnackBar);
  private readonly ask = inject(Ask);

  /** False: nothing was changed. */
  async replace(old: Media): Promise<boolean> {
    const [by] = await this.pictures.choose({ isMany: false, taken: [old.id] });
    if (!by) return false;
    try {
      const { uses } = await this.client.previewReplacement(old.id);
      if (uses.length === 0) return await this.tellNothing();
      if (!(await this.isWanted({ old, by, uses }))) return false;
      await this.client.replace(old.id, { byId: by.id, expected: uses.length });
      sayDone(
        this.snackBar,
        $localize`:@@media.replace.done:${by.fileName}:name: now stands in its place.`,
        null,
        8,
      );
      return true;
    } catch (error) {
      await this.tellWhy(by, error);
      return false;
    }
  }

  private async isWanted(question: ReplaceQuestion): Promise<boolean> {
    const dialog = this.dialogs.open<ReplaceDialog, ReplaceQuestion, true>(ReplaceDialog, {
      data: question,
      maxWidth: '40rem',
    });
    return (await firstValueFrom(dialog.afterClosed(), { defaultValue: undefined })) === true;
  }

  /** Only revisions of the past show it. */
  private async tellNothing(): Promise<false> {
    await this.ask.confirm({
      title: $localize`:@@media.replace.nowhere:Nothing to replace`,
      text: $localize`:@@media.replace.nowhere-text:Only earlier revisions still show this image, and those keep it.`,
      action: $localize`:@@media.replace.understood:All right`,
    });
    return false;
  }

  private async tellWhy(by: Media, error: unknown): Promise<void> {
    const failure = failureOf(error);
    const isLacking = failure.kind === 'problem' && failure.problem.details?.['reason'] === 'not-publishable';
    if (!isLacking) {
      this.snackBar.open(staffFailureWords(failure));
      return;
    }
    await this.ask.confirm({
      title: $localize`:@@media.replace.lacking:Nothing was replaced`,
      text: $localize`:@@media.replace.lacking-text:Readers would see ${by.fileName}:name: at once, but its credit, the consent of the people shown, or its alternative text is still missing. Open it in the library and write what is missing there.`,
      action: $localize`:@@media.replace.understood:All right`,
    });
  }
}
