import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { blocksOf, CommentThread, selectedWords, showPlace, surfaceOf } from '@reihe/admin-recap-steps';
import { Moments } from '@reihe/admin-ui';
import type { Language } from '@reihe/shared-contracts';
import { answerCommentRules, type CommentAnchor, type RecapComment } from '@reihe/shared-editorial';
import { fieldError } from '@reihe/shared-form-policies';
import { commentPlace, type CommentPlace } from '@reihe/shared-recap-policies';
import { RecapDeskClient } from '@reihe/web-data-access';
import { failureOf, Formats } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

/** Places are looked for anew once typing pauses. */
const PAUSE = 500;
const PAUSE_OF_SELECTING = 150;

/** What people of the desk say to each other about words of the text. */
@Component({
  selector: 'reihe-comments-panel',
  imports: [CommentThread],
  host: { '(document:keydown.code.control.alt.keym)': 'beginByKey($event)' },
  template: `
    <h2 id="comments" tabindex="-1">
      <ng-container i18n="@@recap-desk.comments">Comments</ng-container>&ngsp;
      <span class="how-many">{{ open().length || '' }}</span>
    </h2>
    @if (mayWrite()) {
      @if (draft(); as anchor) {
        <div class="draft" (keydown.escape)="drop()">
          <blockquote [attr.lang]="anchor.language">{{ anchor.quote }}</blockquote>
          <label>
            <span i18n="@@recap-desk.comments.text">Comment</span>
            <textarea
              #draftBox
              class="control"
              rows="3"
              [value]="draftText()"
              (input)="draftText.set(draftBox.value)"
              (keydown.control.enter)="send()"
              (keydown.meta.enter)="send()"
            ></textarea>
          </label>
          <div class="actions">
            <button
              type="button"
              class="button"
              [disabled]="!canSend() || isBusy()"
              (click)="send()"
              i18n="@@recap-desk.comments.send"
            >
              Send
            </button>
            <button type="button" class="button quiet" (click)="drop()" i18n="@@recap-desk.comments.drop">
              Drop it
            </button>
          </div>
        </div>
      } @else {
        <button
          type="button"
          class="button quiet"
          aria-keyshortcuts="Control+Alt+M"
          [disabled]="selected() === null"
          (click)="begin()"
          i18n="@@recap-desk.comments.begin"
        >
          Comment on the selected words
        </button>
        @if (selected() === null) {
          <p class="small" i18n="@@recap-desk.comments.how">
            Select words in the text, then press this button or Ctrl+Alt+M.
          </p>
        }
      }
    }
    @if (notice()) {
      <p class="notice" role="alert">{{ notice() }}</p>
    }
    <ul role="list">
      @for (comment of open(); track comment.id) {
        <li>
          <reihe-comment-thread
            [comment]="comment"
            [isLost]="places().get(comment.id) === null"
            [mayWrite]="mayWrite()"
            [isBusy]="isBusy()"
            (jump)="jump(comment)"
            (answer)="answer(comment, $event)"
            (resolve)="resolve(comment)"
          />
        </li>
      }
    </ul>
    @if (resolved().length > 0) {
      <details>
        <summary>
          <ng-container i18n="@@recap-desk.comments.resolved">{resolved().length, plural,
            =1 {One resolved comment}
            other {{{ resolved().length }} resolved comments}
          }</ng-container>
        </summary>
        <ul role="list">
          @for (comment of resolved(); track comment.id) {
            <li>
              <reihe-comment-thread
                [comment]="comment"
                [isLost]="places().get(comment.id) === null"
                [mayWrite]="mayWrite()"
                [isBusy]="isBusy()"
                (jump)="jump(comment)"
                (reopen)="reopen(comment)"
              />
            </li>
          }
        </ul>
      </details>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-xs);
      align-content: start;
      min-inline-size: 0;
    }
    h2,
    p,
    ul {
      margin: 0;
    }
    ul {
      display: grid;
      gap: var(--space-s);
    }
    details ul {
      margin-block-start: var(--space-xs);
    }
    h2 {
      font: 600 var(--step-0) / 1.4 var(--sans);
    }
    .how-many {
      color: var(--ink-soft);
    }
    .draft,
    label {
      display: grid;
      gap: var(--space-2xs);
    }
    blockquote {
      margin: 0;
      padding-inline-start: var(--space-xs);
      border-inline-start: 3px solid var(--harbour);
      overflow-wrap: anywhere;
    }
    .actions {
      display: flex;
      gap: var(--space-2xs);
    }
    .button {
      justify-self: start;
    }
    summary {
      color: var(--ink-soft);
      cursor: pointer;
    }
  `,
})
export class CommentsPanel {
  readonly recapId = input.required<string>();
  readonly mayWrite = input(false);
  /** Changes whenever the text does: then places are looked for anew. */
  readonly text = input<unknown>();
  /** Words that are remarked on and not resolved. */
  readonly unresolved = output<readonly string[]>();
  /** A language whose text is to be seen. */
  readonly show = output<Language>();

  private readonly desk = inject(RecapDeskClient);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);
  private readonly draftBox = viewChild<ElementRef<HTMLTextAreaElement>>('draftBox');

  private readonly comments = signal<readonly RecapComment[]>([]);
  protected readonly open = computed(() => this.comments().filter(({ resolvedAt }) => resolvedAt === null));
  protected readonly resolved = computed(() =>
    this.comments().filter(({ resolvedAt }) => resolvedAt !== null),
  );
  /** Null: the words are not in the text any more. */
  protected readonly places = signal<ReadonlyMap<string, CommentPlace | null>>(new Map());
  protected readonly selected = signal<CommentAnchor | null>(null, { equal: isSame });
  protected readonly draft = signal<CommentAnchor | null>(null);
  protected readonly draftText = signal('');
  protected readonly isBusy = signal(false);
  protected readonly notice = signal('');
  protected readonly canSend = computed(() => fieldError(this.draftText(), answerCommentRules.text) === null);

  constructor() {
    effect(() => {
      const id = this.recapId();
      untracked(() => void this.change(() => this.desk.comments(id)));
    });
    effect((onCleanup) => {
      this.text();
      this.comments();
      const looking = setTimeout(() => {
        this.findPlaces();
      }, PAUSE);
      onCleanup(() => {
        clearTimeout(looking);
      });
    });
    effect(() => {
      const quotes = this.open().map(({ anchor }) => anchor.quote);
      untracked(() => {
        this.unresolved.emit(quotes);
      });
    });
    // Told of with every letter that is typed: looked at once that pauses, and outside of what Angular checks.
    let looking: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(looking);
      looking = setTimeout(() => {
        this.keepSelection();
      }, PAUSE_OF_SELECTING);
    };
    this.document.addEventListener('selectionchange', look);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(looking);
      this.document.removeEventListener('selectionchange', look);
    });
  }

  /** What was selected last stays offered while one goes to the button; a click elsewhere in the text takes it back. */
  private keepSelection(): void {
    const words = selectedWords(this.document);
    const isInText = this.document.activeElement?.getAttribute('role') === 'textbox';
    if (words || isInText) this.selected.set(words);
  }

  protected beginByKey(event: Event): void {
    if (!this.mayWrite()) return;
    event.preventDefault();
    this.begin();
  }

  protected begin(): void {
    // The browser tells of a selection a moment after it was made.
    const words = selectedWords(this.document) ?? this.selected();
    if (!words) return;
    this.draft.set(words);
    afterNextRender(() => this.draftBox()?.nativeElement.focus(), { injector: this.injector });
  }

  protected drop(): void {
    const words = this.draft();
    this.draft.set(null);
    this.draftText.set('');
    if (words) surfaceOf(this.document, words.language)?.focus();
  }

  protected async send(): Promise<void> {
    const anchor = this.draft();
    if (!anchor || !this.canSend()) return;
    const text = this.draftText().trim();
    const isSent = await this.change((id) => this.desk.writeComment(id, { ...anchor, text }));
    if (isSent) this.drop();
  }

  protected answer({ id }: RecapComment, text: string): void {
    void this.change((recapId) => this.desk.answerComment(recapId, id, text));
  }

  protected resolve({ id }: RecapComment): void {
    void this.change((recapId) => this.desk.resolveComment(recapId, id));
    // The thread goes away with the button that was pressed.
    this.document.getElementById('comments')?.focus();
  }

  protected reopen({ id }: RecapComment): void {
    void this.change((recapId) => this.desk.reopenComment(recapId, id));
  }

  protected jump({ id, anchor }: RecapComment): void {
    this.show.emit(anchor.language);
    // The column of the other language is shown only after this.
    setTimeout(() => {
      this.findPlaces();
      const place = this.places().get(id);
      const surface = surfaceOf(this.document, anchor.language);
      if (place && surface) showPlace(surface, place);
    });
  }

  private findPlaces(): void {
    this.places.set(
      new Map(
        this.comments().map(({ id, anchor }) => {
          const surface = surfaceOf(this.document, anchor.language);
          return [id, surface && commentPlace(anchor, blocksOf(surface))];
        }),
      ),
    );
  }

  private async change(act: (recapId: string) => Promise<RecapComment[]>): Promise<boolean> {
    this.isBusy.set(true);
    this.notice.set('');
    try {
      this.comments.set(await act(this.recapId()));
      return true;
    } catch (error) {
      this.notice.set(staffFailureWords(failureOf(error)));
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}

function isSame(one: CommentAnchor | null, other: CommentAnchor | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
