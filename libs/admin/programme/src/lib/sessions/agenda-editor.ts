import { CdkDrag, CdkDragHandle, CdkDropList, type CdkDragDrop } from '@angular/cdk/drag-drop';
import { afterNextRender, Component, computed, ElementRef, inject, Injector, input } from '@angular/core';
import { LiveAnnouncer } from '@angular/cdk/a11y';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { AGENDA_KINDS, LANGUAGES } from '@reihe/shared-contracts';
import { FieldRow, LanguageColumn } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';
import {
  type AgendaItemForm,
  agendaKindWords,
  emptyAgendaItem,
  instantOf,
  type SessionForm,
} from '@reihe/admin-session-form';
import { endOfAgenda, moveAgendaItem } from './agenda-order';
import { ContributionsEditor } from './contributions-editor';

const MINUTE = 60_000;

/** The parts of a session in their order. Moving one, by buttons or by dragging, lets all follow on each other again. */
@Component({
  selector: 'reihe-agenda-editor',
  imports: [CdkDrag, CdkDragHandle, CdkDropList, FormField, FieldRow, LanguageColumn, ContributionsEditor],
  template: `
    <ol role="list" cdkDropList [cdkDropListDisabled]="isReadOnly()" (cdkDropListDropped)="drop($event)">
      @for (item of agenda(); track item; let index = $index; let isFirst = $first; let isLast = $last) {
        <li cdkDrag>
          <div role="group" [attr.aria-label]="named(index)">
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
              <reihe-field-row i18n-label="@@programme.agenda.starts-after" label="Minutes after the start">
                <input type="number" step="1" [formField]="item.startsAfter" />
              </reihe-field-row>
              <reihe-field-row i18n-label="@@programme.agenda.duration" label="Length in minutes">
                <input type="number" step="1" [formField]="item.durationMinutes" />
              </reihe-field-row>
            </div>
            <div class="languages">
              @for (language of languages; track language) {
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
              <reihe-contributions-editor [contributions]="item.contributions" />
            </details>
          </div>
        </li>
      }
    </ol>
    @if (!isReadOnly()) {
      <button type="button" class="button quiet" (click)="add()" i18n="@@programme.agenda.add">
        Add a part
      </button>
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

  protected readonly languages = LANGUAGES;
  protected readonly kinds = AGENDA_KINDS.map((value) => ({ value, words: agendaKindWords(value) }));
  protected readonly agenda = computed(() => this.form().agenda);
  protected readonly isReadOnly = computed(() => this.form()().disabled());

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
    const text = Object.values(this.items()[index]?.translations ?? {}).find(({ title }) => title !== '');
    return text?.title ?? $localize`:@@programme.agenda.numbered:Part ${index + 1}:number:`;
  }

  protected add(): void {
    this.set([...this.items(), emptyAgendaItem(endOfAgenda(this.items()))]);
  }

  protected remove(index: number): void {
    this.set(this.items().filter((_, at) => at !== index));
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

  private set(items: AgendaItemForm[]): void {
    this.form().agenda().value.set(items);
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
