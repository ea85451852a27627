import { Component, inject, input, output, signal } from '@angular/core';
import { Moments } from '@reihe/admin-ui';
import { answerCommentRules, type RecapComment } from '@reihe/shared-editorial';
import { fieldError } from '@reihe/shared-form-policies';

/** One remark with its answers. */
@Component({
  selector: 'reihe-comment-thread',
  template: `
    @let one = comment();
    <article>
      @if (isLost()) {
        <p class="small" i18n="@@recap-desk.comments.lost">These words are not in the text any more:</p>
        <blockquote [attr.lang]="one.anchor.language">{{ one.anchor.quote }}</blockquote>
      } @else {
        <button type="button" class="link quote" [attr.lang]="one.anchor.language" (click)="jump.emit()">
          “{{ one.anchor.quote }}”
        </button>
      }
      <p class="said">{{ one.text }}</p>
      <p class="small soft">{{ one.author?.name }} · {{ moments.when(one.createdAt) }}</p>
      @for (answer of one.answers; track answer.id) {
        <div class="answer">
          <p class="said">{{ answer.text }}</p>
          <p class="small soft">{{ answer.author?.name }} · {{ moments.when(answer.createdAt) }}</p>
        </div>
      }
      @if (one.resolvedAt; as at) {
        <p class="small soft" i18n="@@recap-desk.comments.resolved-by">
          Resolved by {{ one.resolvedBy?.name ?? '' }}, {{ moments.when(at) }}
        </p>
        @if (mayWrite()) {
          <button type="button" class="button quiet" [disabled]="isBusy()" (click)="reopen.emit()">
            <ng-container i18n="@@recap-desk.comments.reopen">Open it again</ng-container>
            <span class="visually-hidden">: {{ one.anchor.quote }}</span>
          </button>
        }
      } @else if (mayWrite()) {
        <label>
          <span class="visually-hidden" i18n="@@recap-desk.comments.answer-to"
            >Answer to “{{ one.anchor.quote }}”</span
          >
          <textarea
            #box
            class="control"
            rows="1"
            i18n-placeholder="@@recap-desk.comments.answer"
            placeholder="Answer"
            [value]="text()"
            (input)="text.set(box.value)"
            (keydown.control.enter)="send()"
            (keydown.meta.enter)="send()"
          ></textarea>
        </label>
        <div class="actions">
          <button type="button" class="button quiet" [disabled]="!canSend() || isBusy()" (click)="send()">
            <ng-container i18n="@@recap-desk.comments.send-answer">Send answer</ng-container>
            <span class="visually-hidden">: {{ one.anchor.quote }}</span>
          </button>
          <button type="button" class="button quiet" [disabled]="isBusy()" (click)="resolve.emit()">
            <ng-container i18n="@@recap-desk.comments.resolve">Resolve</ng-container>
            <span class="visually-hidden">: {{ one.anchor.quote }}</span>
          </button>
        </div>
      }
    </article>
  `,
  styles: `
    article,
    .answer {
      display: grid;
      gap: var(--space-3xs);
    }
    article {
      padding-block-start: var(--space-xs);
      border-block-start: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    .answer {
      padding-inline-start: var(--space-s);
      border-inline-start: 1px solid var(--line);
    }
    p,
    blockquote {
      margin: 0;
    }
    blockquote,
    .soft {
      color: var(--ink-soft);
    }
    .quote {
      justify-self: start;
      text-align: start;
    }
    .said {
      white-space: pre-line;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
    .button {
      justify-self: start;
    }
  `,
})
export class CommentThread {
  readonly comment = input.required<RecapComment>();
  /** The words are not in the text any more. */
  readonly isLost = input(false);
  readonly mayWrite = input(false);
  readonly isBusy = input(false);
  readonly jump = output();
  readonly answer = output<string>();
  readonly resolve = output();
  readonly reopen = output();

  protected readonly moments = inject(Moments);
  protected readonly text = signal('');

  protected canSend(): boolean {
    return fieldError(this.text(), answerCommentRules.text) === null;
  }

  protected send(): void {
    if (!this.canSend()) return;
    this.answer.emit(this.text().trim());
    this.text.set('');
  }
}
