import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Moments } from '@reihe/admin-ui';
import {
  figureKey,
  isLanguage,
  roundedCount,
  type Count,
  type FigureRounding,
  type Language,
} from '@reihe/shared-contracts';
import {
  updateNoteRules,
  type FigureChange,
  type FiguresMode,
  type Recap,
  type RecapFigures,
  type UpdateNotes,
} from '@reihe/shared-editorial';
import { fieldError } from '@reihe/shared-form-policies';
import { RecapDeskClient, RecapsClient } from '@reihe/web-data-access';
import { staffFailureWords } from '@reihe/web-forms';
import { countValue, failureOf, Formats, measureWords } from '@reihe/web-platform';
import { FiguresChoice } from '@reihe/admin-recap-steps';
import type { RecapChange } from '../editor/recap-actions';

/** What readers of a published recap see of its figures, and what to do about those that have changed since. */
@Component({
  selector: 'reihe-figures-panel',
  imports: [FiguresChoice],
  template: `
    @if (figures(); as known) {
      @if (known.changes.length > 0) {
        <p class="notice">
          @if (known.mode === 'frozen') {
            <ng-container i18n="@@recap-desk.figures.changed-frozen"
              >Records have changed since these figures were frozen. Readers see the old values.</ng-container
            >
          } @else {
            <ng-container i18n="@@recap-desk.figures.changed-live"
              >Figures have moved since this was published. Readers see the new values; do the words around
              them still fit?</ng-container
            >
          }
        </p>
        <ul role="list">
          @for (change of known.changes; track keyOf(change)) {
            <li>
              <button type="button" class="link" (click)="show.emit(change)">{{ what(change) }}</button>
              <span class="values"
                ><s
                  ><span class="visually-hidden" i18n="@@recap-desk.figures.before">then </span
                  >{{ said(change.before, change.rounding) }}</s
                >
                →
                <b
                  ><span class="visually-hidden" i18n="@@recap-desk.figures.now">now </span
                  >{{ said(change.now, change.rounding) }}</b
                ></span
              >
            </li>
          }
        </ul>
        @if (known.mode === 'frozen' && mayPublish()) {
          <details>
            <summary i18n="@@recap-desk.figures.note">Tell readers what changed (optional)</summary>
            @for (language of languages(); track language) {
              <label>
                <span>{{ formats.languageName(language) }}</span>
                <input
                  #box
                  class="control"
                  [attr.lang]="language"
                  [attr.maxlength]="rules.maxLength"
                  [value]="notes()[language]?.text ?? ''"
                  (input)="write(language, box.value)"
                />
              </label>
            }
          </details>
        }
        <div class="acts">
          @if (known.mode === 'frozen' && mayPublish()) {
            <button
              type="button"
              class="button"
              [disabled]="isBlocked() || !canSend()"
              (click)="freeze()"
              i18n="@@recap-desk.figures.anew"
            >
              Freeze anew
            </button>
          }
          @if (mayWrite()) {
            <button type="button" class="button quiet" (click)="keep(known)" i18n="@@recap-desk.figures.keep">
              Keep as published
            </button>
          }
        </div>
      } @else {
        <p class="small" i18n="@@recap-desk.figures.none">No figure has changed since it was published.</p>
      }
      @if (known.mode === 'frozen' && known.takenAt) {
        <p class="small" i18n="@@recap-desk.figures.taken">Frozen {{ moments.when(known.takenAt) }}.</p>
      }
      @if (undoable() !== null) {
        <p class="small" role="status">
          <ng-container i18n="@@recap-desk.figures.done"
            >Frozen anew: readers see the values of now.</ng-container
          >
          <button
            type="button"
            class="link"
            [disabled]="isBlocked()"
            (click)="undo()"
            i18n="@@recap-desk.figures.undo"
          >
            Undo
          </button>
        </p>
      }
      @if (mayPublish()) {
        <reihe-figures-choice [value]="mode()" (valueChange)="mode.set($event)" />
        @if (mode() !== known.mode) {
          <button
            type="button"
            class="button quiet"
            [disabled]="isBlocked()"
            (click)="change(mode())"
            i18n="@@recap-desk.figures.change"
          >
            Show them so from now on
          </button>
        }
      }
    }
    @if (failure()) {
      <p role="alert">{{ failure() }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-s);
      justify-items: start;
    }
    p,
    ul {
      margin: 0;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-s);
    }
    .values {
      font-variant-numeric: tabular-nums;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
    details,
    label {
      inline-size: min(34rem, 100%);
    }
    label {
      display: grid;
      gap: 0.15rem;
    }
  `,
})
export class FiguresPanel {
  readonly recap = input.required<Recap>();
  readonly mayWrite = input(false);
  readonly mayPublish = input(false);
  /** True while something is not saved: the version would not be that of what one sees. */
  readonly isBlocked = input(false);
  readonly changed = output<RecapChange>();
  /** Leads to its place in the text. */
  readonly show = output<FigureChange>();

  private readonly desk = inject(RecapDeskClient);
  private readonly recaps = inject(RecapsClient);
  protected readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);
  protected readonly rules = updateNoteRules.text;
  protected readonly failure = signal('');
  protected readonly notes = signal<UpdateNotes>({});
  /** The revision whose values were shown before they were frozen anew here. */
  protected readonly undoable = signal<number | null>(null);
  protected readonly mode = signal<FiguresMode>('live');

  private readonly read = this.desk.figures(() => this.recap().id);
  private readonly kept = signal<RecapFigures | null>(null);
  protected readonly figures = computed(
    () => this.kept() ?? (this.read.hasValue() ? this.read.value() : null),
  );
  protected readonly languages = computed(() => Object.keys(this.recap().translations).filter(isLanguage));
  private readonly written = computed<UpdateNotes>(() =>
    Object.fromEntries(Object.entries(this.notes()).filter(([, { text }]) => text.trim() !== '')),
  );
  protected readonly canSend = computed(() =>
    Object.values(this.written()).every(({ text }) => fieldError(text, this.rules) === null),
  );
  /** Another revision has other figures. */
  private readonly revision = computed(
    () => this.recap().revisions.find(({ isCurrent }) => isCurrent)?.number ?? null,
  );

  constructor() {
    let known: number | null | undefined;
    effect(() => {
      const revision = this.revision();
      untracked(() => {
        this.mode.set(this.recap().figures);
        if (known !== undefined && known !== revision) {
          this.kept.set(null);
          this.read.reload();
        }
        known = revision;
      });
    });
  }

  protected keyOf(change: FigureChange): string {
    return `${figureKey(change)} ${change.rounding}`;
  }

  /** "participants · First session, Second session" */
  protected what({ measure, now, before, sessionTitles }: FigureChange): string {
    const words = measureWords(measure, (now ?? before)?.value ?? 0);
    const whose =
      sessionTitles.length > 0
        ? this.formats.list(sessionTitles)
        : $localize`:@@recap-desk.figure.series:the whole series`;
    return `${words} · ${whose}`;
  }

  protected said(count: Count | null, rounding: FigureRounding): string {
    return count
      ? countValue(roundedCount(count, rounding), this.formats)
      : $localize`:@@recap-desk.figures.no-record:no record`;
  }

  protected write(language: Language, text: string): void {
    this.notes.update((notes) => ({ ...notes, [language]: { text } }));
  }

  protected freeze(): void {
    this.undoable.set(this.revision());
    this.emit('frozen', null, this.written());
    this.notes.set({});
  }

  protected undo(): void {
    this.emit('frozen', this.undoable(), {});
    this.undoable.set(null);
  }

  protected change(mode: FiguresMode): void {
    this.undoable.set(null);
    this.emit(mode, null, {});
  }

  /** Only what stands here is kept: what has changed by now is told again. */
  protected async keep({ revision, changes }: RecapFigures): Promise<void> {
    const seen = Object.fromEntries(changes.map((one) => [figureKey(one), one.now?.value ?? null]));
    try {
      this.failure.set('');
      this.kept.set(await this.desk.keepFigures(this.recap().id, { revision: revision ?? 0, seen }));
    } catch (error) {
      this.failure.set(staffFailureWords(failureOf(error)));
    }
  }

  private emit(mode: FiguresMode, ofRevision: number | null, note: UpdateNotes): void {
    const { id } = this.recap();
    this.changed.emit((version) => this.recaps.showFigures(id, { version, mode, ofRevision, note }));
  }
}
