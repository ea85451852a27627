import { Component, inject } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { PicturePreview } from '@reihe/admin-media';
import { inLanguage } from '@reihe/admin-ui';
import type { Media } from '@reihe/shared-contracts';
import type { MediaReplacement } from '@reihe/shared-editorial';
import { LANGUAGE } from '@reihe/web-platform';
import { untitled, useKindWords } from './use-words';

export interface ReplaceQuestion extends MediaReplacement {
  old: Media;
  by: Media;
}

/** Both images and every place, before anything is changed. Closes with true when it is to be done. */
@Component({
  selector: 'reihe-replace-dialog',
  imports: [MatDialogModule, PicturePreview],
  template: `
    <h2 mat-dialog-title i18n="@@media.replace.title">Replace everywhere?</h2>
    <mat-dialog-content>
      <div class="both">
        <figure>
          <reihe-picture-preview [picture]="question.old" />
          <figcaption>
            <ng-container i18n="@@media.replace.old">Until now</ng-container>: {{ question.old.fileName }}
          </figcaption>
        </figure>
        <figure>
          <reihe-picture-preview [picture]="question.by" />
          <figcaption>
            <ng-container i18n="@@media.replace.new">From now on</ng-container>: {{ question.by.fileName }}
          </figcaption>
        </figure>
      </div>
      <p>
        <ng-container i18n="@@media.replace.places">{question.uses.length, plural,
          =1 {One place is changed:}
          other {{{ question.uses.length }} places are changed:}
        }</ng-container>
      </p>
      <ul>
        @for (use of question.uses; track use.id) {
          <li>
            {{ kindWords(use.kind) }} {{ titleOf(use.titles) }}
            @if (use.isPublished) {
              <small i18n="@@media.replace.at-once">(readers see it at once)</small>
            }
          </li>
        }
      </ul>
      <p class="hint" i18n="@@media.replace.past">
        Earlier revisions keep their image. It is recorded who replaced it.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button quiet" (click)="dialog.close()" i18n="@@admin.ask.dismiss">
        Back
      </button>
      <button type="button" class="button" (click)="dialog.close(true)">
        <ng-container i18n="@@media.replace.action">{question.uses.length, plural,
          =1 {Replace in one place}
          other {Replace in {{ question.uses.length }} places}
        }</ng-container>
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    .both {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: var(--space-s);
    }
    figure {
      margin: 0;
    }
    figcaption,
    .hint,
    small {
      color: var(--ink-soft);
      font-size: var(--step--1);
      overflow-wrap: anywhere;
    }
    ul {
      max-block-size: 14rem;
      margin: 0;
      overflow-y: auto;
    }
  `,
})
export class ReplaceDialog {
  protected readonly question = inject<ReplaceQuestion>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<ReplaceDialog, true>>(MatDialogRef);
  protected readonly kindWords = useKindWords;
  private readonly language = inject(LANGUAGE);

  protected titleOf(titles: ReplaceQuestion['uses'][number]['titles']): string {
    return inLanguage(titles, this.language) ?? untitled();
  }
}
