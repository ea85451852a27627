import { CdkDrag, CdkDragHandle, CdkDropList, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { AGENDA_KINDS, type Language } from '@reihe/shared-contracts';
import { FieldRow, isBlank, LanguageColumn, WritingLanguages } from '@reihe/admin-ui';
import { agendaTimes, isConsecutive, moveAgendaItem, openingOf } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';
import {
  agendaKindWords,
  agendaParts,
  emptyAgendaItem,
  instantOf,
  moveContribution,
  type AgendaItemForm,
  type SessionForm,
} from '@reihe/admin-session-form';
import { AgendaSum } from './agenda-sum';
import { ContributionsEditor } from './contributions-editor';

const MINUTE = 60_000;

/**
 * The parts of a session in their order. When each begins follows from the lengths; moving one, by buttons, keys or dragging, or
 * changing its length lets all follow on each other again.
 */
@Component({
  selector: 'reihe-agenda-editor',
  imports: [
    AgendaSum,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    FormField,
    FieldRow,
    LanguageColumn,
    ContributionsEditor,
  ],
  template: `
    <ol role="list" cdkDropList [cdkDropListDisabled]="isReadOnly()" (cdkDropListDropped)="drop($event)">
      @for (item of agenda(); track item; let index = $index; let isFirst = $first; let isLast = $last) {
        <li cdkDrag>
          <div
            role="group"
            [attr.aria-label]="named(index)"
            (keydown.alt.arrowup)="moveByKey($event, index, -1)"
            (keydown.alt.arrowdown)="moveByKey($event, index, 1)"
          >
            <header>
              <span class="handle" cdkDragHandle aria-hidden="true">⠿</span>
              <strong>{{ clocks()[index] }}</strong>
              @if (!isReadOnly()) {
                <span class="moves">
                  <button
                    type="button"
                    class="button quiet"
                    data-move="up"
                    [disabled]="isFirst"
                    (click)="move(index, index - 1, 'up')"
                  >
                    <span aria-hidden="true">↑</span>
                    <span class="visually-hidden" i18n="@@programme.agenda.up"
                      >Move {{ named(index) }} up</span
                    >
                  </button>
                  <button
                    type="button"
                    class="button quiet"
                    data-move="down"
                    [disabled]="isLast"
                    (click)="move(index, index + 1, 'down')"
                  >
                    <span aria-hidden="true">↓</span>
                    <span class="visually-hidden" i18n="@@programme.agenda.down"
                      >Move {{ named(index) }} down</span
                    >
                  </button>
                  <button type="button" class="button quiet" (click)="remove(index)">
                    <ng-container i18n="@@programme.agenda.remove">Remove</ng-container>
                    <span class="visually-hidden">{{ named(index) }}</span>
                  </button>
                </span>
              }
            </header>
            <div class="fields">
              <reihe-field-row i18n-label="@@programme.agenda.kind" label="Kind">
                <select [formField]="item.kind">
                  @for (kind of kinds; track kind.value) {
                    <option [value]="kind.value">{{ kind.words }}</option>
                  }
                </select>
              </reihe-field-row>
              <reihe-field-row i18n-label="@@programme.agenda.duration" label="Length in minutes">
                <input type="number" step="1" [formField]="item.durationMinutes" (input)="closeUp()" />
              </reihe-field-row>
            </div>
            <div class="languages">
              @for (language of writing.shown(isWritten); track language) {
                <reihe-language-column [language]="language">
                  <reihe-field-row i18n-label="@@programme.agenda.title" label="Title">
                    <input [attr.lang]="language" [formField]="item.translations[language].title" />
                  </reihe-field-row>
                  <reihe-field-row
                    i18n-label="@@programme.agenda.description"
                    label="Description"
                    [isOptional]="true"
                  >
                    <textarea
                      rows="2"
                      [attr.lang]="language"
                      [formField]="item.translations[language].description"
                    ></textarea>
                  </reihe-field-row>
                </reihe-language-column>
              }
            </div>
            <details>
              <summary>
                <ng-container i18n="@@programme.agenda.people">People in this part</ng-container>
                ({{ item.contributions().value().length }})
              </summary>
              <reihe-contributions-editor
                [contributions]="item.contributions"
                [parts]="parts()"
                [part]="index"
                (moved)="moveContribution(index, $event.index, $event.to)"
              />
            </details>
          </div>
        </li>
      }
    </ol>
    <reihe-agenda-sum
      [session]="form()().value()"
      [isReadOnly]="isReadOnly()"
      (opened)="open($event)"
      (closedUp)="closeUp()"
    />
    @if (!isReadOnly()) {
      <button type="button" class="button quiet" (click)="add()" i18n="@@programme.agenda.add">
        Add a part
      </button>
      @if (agenda().length > 1) {
        <p class="small" i18n="@@programme.agenda.keys">
          Move a part by its handle, its arrows, or with Alt and the arrow keys from inside it.
        </p>
      }
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--space-s);
      margin: 0;
    }
    li {
      padding: var(--space-s);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-xs);
      align-items: center;
      margin-block-end: var(--space-xs);
    }
    .handle {
      cursor: grab;
      color: var(--ink-soft);
    }
    .moves {
      display: flex;
      gap: var(--space-3xs);
      margin-inline-start: auto;
    }
    .fields,
    .languages {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      gap: var(--space-s);
    }
    .languages {
      margin-block: var(--space-s);
    }
    summary {
      padding-block: var(--space-3xs);
      font-weight: 600;
      cursor: pointer;
    }
    :host > button {
      margin-block-start: var(--space-xs);
    }
  `,
})
export class AgendaEditor {
  readonly form = input.required<FieldTree<SessionForm>>();

  private readonly formats = inject(Formats);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) =>
    this.form()
      .agenda()
      .value()
      .some(({ translations }) => !isBlank(translations[language]));
  protected readonly kinds = AGENDA_KINDS.map((value) => ({ value, words: agendaKindWords(value) }));
  protected readonly agenda = computed(() => this.form().agenda);
  protected readonly isReadOnly = computed(() => this.form()().disabled());

  protected readonly parts = computed(() => agendaParts(this.form().agenda().value()));

  /** When each part runs, in the session's zone. */
  protected readonly clocks = computed(() => {
    const { startsLocal, timeZone, agenda } = this.form()().value();
    const start = instantOf(startsLocal, timeZone);
    if (start === null) return agenda.map(() => '');
    return agenda.map(({ startsAfter, durationMinutes }) => {
      const from = Date.parse(start) + startsAfter * MINUTE;
      const instants = [from, from + durationMinutes * MINUTE] as const;
      return instants.every(Number.isFinite)
        ? this.formats.timeRange(iso(instants[0]), iso(instants[1]), timeZone)
        : '';
    });
  });

  protected named(index: number): string {
    return this.parts()[index]?.name ?? '';
  }

  protected add(): void {
    this.chain([...this.items(), emptyAgendaItem(0)]);
  }

  protected remove(index: number): void {
    this.chain(this.items().filter((_, at) => at !== index));
  }

  /** Once the length that was typed is in the form. */
  protected closeUp(): void {
    queueMicrotask(() => {
      this.chain(this.items());
    });
  }

  /** The first part begins so many minutes after the session. */
  protected open(minutes: number): void {
    this.set(agendaTimes(this.items(), minutes));
  }

  protected moveContribution(from: number, index: number, to: number | null): void {
    this.form()().value.update((form) => moveContribution(form, { part: from, index }, to));
  }

  protected moveByKey(event: Event, index: number, by: -1 | 1): void {
    if (this.isReadOnly()) return;
    event.preventDefault();
    const to = index + by;
    if (to >= 0 && to < this.items().length) this.move(index, to, by < 0 ? 'up' : 'down');
  }

  protected drop(event: CdkDragDrop<unknown>): void {
    this.set(moveAgendaItem(this.items(), event.previousIndex, event.currentIndex));
  }

  /** The focus goes along with the moved part, so that the same key moves it on. */
  protected move(from: number, to: number, direction: 'up' | 'down'): void {
    const name = this.named(from);
    this.set(moveAgendaItem(this.items(), from, to));
    void this.announcer.announce(
      $localize`:@@programme.agenda.moved:${name}:name: is now part ${to + 1}:position: of ${this.items().length}:count:`,
    );
    afterNextRender(
      () => {
        const item = this.host.nativeElement.querySelectorAll(':scope > ol > li')[to];
        const button = item?.querySelector<HTMLButtonElement>(`[data-move=${direction}]:not(:disabled)`);
        (button ?? item?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)'))?.focus();
      },
      { injector: this.injector },
    );
  }

  private items(): AgendaItemForm[] {
    return this.form().agenda().value();
  }

  /** What was before the first part stays, however the others change; a part at a time that was stored with a gap closes up. */
  private chain(items: AgendaItemForm[]): void {
    const opening = openingOf(this.items());
    const timed = agendaTimes(items, opening);
    if (timed.length !== this.items().length || !isConsecutive(items)) this.set(timed);
  }

  private set(items: AgendaItemForm[]): void {
    this.form().agenda().value.set(items);
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
