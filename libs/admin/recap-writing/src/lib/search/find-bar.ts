import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Editor } from '@tiptap/core';
import { findNext, findPrev, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search';
import { Formats } from '@reihe/web-platform';

/** Finds words in one text, and puts others in their place. Every change can be undone in the text. */
@Component({
  selector: 'reihe-find-bar',
  template: `
    <div role="search" [attr.aria-label]="label()">
      <label>
        <span i18n="@@recap-desk.find.find">Find</span>
        <input #sought [value]="find()" (input)="find.set(sought.value)" (keydown)="byKey($event)" />
      </label>
      <label>
        <span i18n="@@recap-desk.find.replace">Replace by</span>
        <input
          #other
          [value]="replacement()"
          (input)="replacement.set(other.value)"
          (keydown)="byKey($event)"
        />
      </label>
      <label class="case">
        <input #exact type="checkbox" [checked]="isExact()" (change)="isExact.set(exact.checked)" />
        <span i18n="@@recap-desk.find.case">As written (A is not a)</span>
      </label>
      <p role="status">{{ found() }}</p>
      <button
        type="button"
        class="button quiet"
        [disabled]="count() === 0"
        (click)="previous()"
        i18n="@@recap-desk.find.previous"
      >
        Previous
      </button>
      <button
        type="button"
        class="button quiet"
        [disabled]="count() === 0"
        (click)="next()"
        i18n="@@recap-desk.find.next"
      >
        Next
      </button>
      <button
        type="button"
        class="button quiet"
        [disabled]="count() === 0 || isReadOnly()"
        (click)="replaceOne()"
        i18n="@@recap-desk.find.replace-one"
      >
        Replace
      </button>
      <button
        type="button"
        class="button quiet"
        [disabled]="count() === 0 || isReadOnly()"
        (click)="replaceEach()"
        i18n="@@recap-desk.find.replace-all"
      >
        Replace all
      </button>
      <button type="button" class="button quiet" (click)="leave()" i18n="@@recap-desk.find.close">
        Close
      </button>
    </div>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
      align-items: end;
      padding: var(--space-2xs);
      border: 1px solid var(--line-strong);
      border-block-start: 0;
      background: var(--surface);
      font-family: var(--sans);
      font-size: 0.875rem;
    }
    label:not(.case) {
      display: grid;
      flex: 1 1 9rem;
    }
    input:not([type='checkbox']) {
      min-block-size: 2.5rem;
      padding: 0 0.6em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--paper);
      color: var(--ink);
      font: inherit;
    }
    .case {
      display: flex;
      gap: 0.4em;
      align-items: center;
      min-block-size: 2.5rem;
    }
    p {
      margin: 0;
      align-self: center;
      color: var(--ink-soft);
    }
  `,
})
export class FindBar {
  readonly editor = input.required<Editor>();
  /** Raised with every change of the text. */
  readonly beat = input.required<number>();
  readonly label = input.required<string>();
  readonly isReadOnly = input(false);
  readonly closed = output();

  private readonly formats = inject(Formats);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('sought');
  protected readonly find = signal('');
  protected readonly replacement = signal('');
  protected readonly isExact = signal(false);
  private readonly done = signal<number | null>(null);
  private readonly query = computed(
    () =>
      new SearchQuery({
        search: this.find(),
        replace: this.replacement(),
        caseSensitive: this.isExact(),
        literal: true,
      }),
  );
  protected readonly count = computed(() => {
    this.beat();
    return matchesOf(this.query(), this.editor());
  });
  protected readonly found = computed(() => {
    const done = this.done();
    if (done !== null) return $localize`:@@recap-desk.find.done:${this.formats.number(done)}:count: replaced`;
    if (this.find() === '') return '';
    if (this.count() === 0) return $localize`:@@recap-desk.find.none:Not in this text`;
    return $localize`:@@recap-desk.find.count:${this.formats.number(this.count())}:count: found`;
  });

  constructor() {
    effect(() => {
      const { state, view } = this.editor();
      const query = this.query();
      untracked(() => {
        this.done.set(null);
        view.dispatch(setSearchState(state.tr, query));
      });
    });
    afterNextRender(() => {
      this.box().nativeElement.focus();
    });
  }

  protected next(): void {
    this.run(findNext);
  }

  protected previous(): void {
    this.run(findPrev);
  }

  protected replaceOne(): void {
    this.run(replaceNext);
  }

  protected replaceEach(): void {
    const before = this.count();
    this.run(replaceAll);
    this.done.set(before);
  }

  protected leave(): void {
    const { view } = this.editor();
    view.dispatch(setSearchState(this.editor().state.tr, new SearchQuery({ search: '' })));
    this.closed.emit();
  }

  protected byKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.leave();
    else if (event.key === 'Enter' && event.shiftKey) this.previous();
    else if (event.key === 'Enter') this.next();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The focus stays here, so that the next press finds the next one. */
  private run(command: typeof findNext): void {
    const { view } = this.editor();
    command(view.state, view.dispatch.bind(view), view);
  }
}

function matchesOf(query: SearchQuery, { state }: Editor): number {
  if (!query.valid) return 0;
  let count = 0;
  let at = 0;
  for (let match = query.findNext(state, at); match; match = query.findNext(state, at)) {
    if (match.to <= at && count > 0) break;
    at = match.to;
    count += 1;
  }
  return count;
}
