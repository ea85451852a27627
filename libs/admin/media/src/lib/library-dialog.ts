import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { Media } from '@reihe/shared-contracts';
import { AnswerStates, lastAnswer, SearchBox } from '@reihe/admin-ui';

import { PictureLibrary } from './picture-library';
import { PicturePreview } from './picture-preview';

const PAGE_SIZE = 24;

export interface LibraryQuestion {
  /** Several pictures, not one. */
  isMany: boolean;
  /** Those that are chosen already. */
  taken: readonly string[];
}

/** Chooses pictures from the media library. Closes with those chosen, with nothing when dismissed. */
@Component({
  selector: 'reihe-library-dialog',
  imports: [AnswerStates, MatDialogModule, PicturePreview, SearchBox],
  template: `
    <h2 mat-dialog-title i18n="@@pictures.library.title">Choose from the media library</h2>
    <mat-dialog-content>
      <reihe-search-box
        i18n-label="@@pictures.library.search"
        label="Search pictures"
        [query]="query()"
        (queryChange)="search($event)"
      />
      <reihe-answer-states [answer]="read" [hasAnswer]="answer() !== undefined">
        <ul role="list">
          @for (media of answer()?.items ?? []; track media.id) {
            <li>
              <button
                type="button"
                [attr.aria-pressed]="question.isMany ? isChosen(media) : null"
                [disabled]="question.taken.includes(media.id) || media.state === 'failed'"
                (click)="choose(media)"
              >
                <reihe-picture-preview [picture]="media" />
                <span>{{ media.fileName }}</span>
                @if (question.taken.includes(media.id)) {
                  <small i18n="@@pictures.library.taken">Already chosen</small>
                }
              </button>
            </li>
          } @empty {
            <li i18n="@@pictures.library.none">No picture found.</li>
          }
        </ul>
        @if (pageCount() > 1) {
          <p class="pages">
            <button
              type="button"
              class="button quiet"
              [disabled]="page() === 1"
              (click)="page.set(page() - 1)"
              i18n="@@pictures.library.earlier"
            >
              Previous
            </button>
            <span i18n="@@pictures.library.page">Page {{ page() }} of {{ pageCount() }}</span>
            <button
              type="button"
              class="button quiet"
              [disabled]="page() >= pageCount()"
              (click)="page.set(page() + 1)"
              i18n="@@pictures.library.later"
            >
              Next
            </button>
          </p>
        }
      </reihe-answer-states>
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="button quiet" (click)="dialog.close()" i18n="@@admin.ask.dismiss">
        Back
      </button>
      @if (question.isMany) {
        <button
          type="button"
          class="button"
          [disabled]="chosen().length === 0"
          (click)="dialog.close(chosen())"
          i18n="@@pictures.library.take"
        >
          Take {{ chosen().length }}
        </button>
      }
    </mat-dialog-actions>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
      gap: var(--space-xs);
      margin-block: var(--space-xs);
    }
    li button {
      inline-size: 100%;
      padding: var(--space-2xs);
      border: 2px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      color: var(--ink);
      font: inherit;
      text-align: start;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    li button:hover:enabled,
    li button[aria-pressed='true'] {
      border-color: var(--harbour);
    }
    li button:disabled {
      cursor: default;
    }
    reihe-picture-preview {
      margin-block-end: var(--space-3xs);
    }
    small {
      display: block;
      color: var(--ink-soft);
    }
    .pages {
      display: flex;
      gap: var(--space-s);
      align-items: center;
    }
  `,
})
export class LibraryDialog {
  protected readonly question = inject<LibraryQuestion>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<LibraryDialog, readonly Media[]>>(MatDialogRef);

  protected readonly query = signal('');
  protected readonly page = signal(1);
  protected readonly chosen = signal<readonly Media[]>([]);
  protected readonly read = inject(PictureLibrary).list(() => ({
    q: this.query(),
    page: this.page(),
    pageSize: PAGE_SIZE,
  }));
  protected readonly answer = lastAnswer(this.read);
  protected readonly pageCount = computed(() => {
    const answer = this.answer();
    return answer ? Math.ceil(answer.total / answer.pageSize) : 0;
  });

  protected search(query: string): void {
    this.query.set(query);
    this.page.set(1);
  }

  protected isChosen({ id }: Media): boolean {
    return this.chosen().some((media) => media.id === id);
  }

  protected choose(media: Media): void {
    if (!this.question.isMany) this.dialog.close([media]);
    else if (this.isChosen(media)) this.chosen.update((all) => all.filter(({ id }) => id !== media.id));
    else this.chosen.update((all) => [...all, media]);
  }
}
