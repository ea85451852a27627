import { Component, computed, debounced, inject, input, model, output, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import type { Speaker } from '@reihe/shared-contracts';
import { fullName, lastAnswer } from '@reihe/admin-ui';
import { SpeakersClient } from '@reihe/web-data-access';

const PAUSE_BEFORE_ASKING = 250;
let pickers = 0;

/** One speaker of the directory, found by typing; the value is the speaker's id, empty for "nobody named". */
@Component({
  selector: 'reihe-speaker-picker',
  imports: [MatAutocompleteModule],
  template: `
    <label [attr.for]="controlId" i18n="@@programme.speaker-picker.label">Speaker</label>
    <p class="hint" [id]="controlId + '-hint'" i18n="@@programme.speaker-picker.hint">
      Type to search the directory. Leave empty where nobody is named.
    </p>
    <div class="row">
      <input
        #box
        class="control"
        autocomplete="off"
        [id]="controlId"
        [attr.aria-describedby]="controlId + '-hint'"
        [disabled]="disabled()"
        [value]="shown()"
        [matAutocomplete]="options"
        (focus)="isSearching.set(true)"
        (input)="type(box.value)"
        (blur)="typed.set(null)"
      />
      @if (value() && !disabled()) {
        <button
          type="button"
          class="button quiet"
          (click)="unname()"
          i18n="@@programme.speaker-picker.unname"
        >
          Nobody named
        </button>
      }
    </div>
    <mat-autocomplete #options (optionSelected)="pick($event)">
      @for (speaker of found(); track speaker.id) {
        <mat-option [value]="speaker">{{ fullName(speaker) }} · {{ speaker.city }}</mat-option>
      }
    </mat-autocomplete>
  `,
  styles: `
    label {
      font-weight: 600;
    }
    .hint {
      margin: 0 0 var(--space-3xs);
      font-size: var(--step--1);
      color: var(--ink-soft);
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs);
    }
    .control {
      flex: 1 1 12rem;
    }
  `,
})
export class SpeakerPicker implements FormValueControl<string> {
  readonly value = model('');
  readonly disabled = input(false);
  /** The whole speaker, to take over the details of today. */
  readonly picked = output<Speaker>();

  protected readonly controlId = `speaker-picker-${(pickers += 1)}`;
  private readonly speakers = inject(SpeakersClient);
  /** What is being typed; null while the picked one is shown. */
  protected readonly typed = signal<string | null>(null);
  /** Once one has come here: a session has many of these. */
  protected readonly isSearching = signal(false);
  /** The directory is asked once one pauses, not at every letter. */
  private readonly asked = debounced(this.typed, PAUSE_BEFORE_ASKING);
  private readonly search = this.speakers.list(() =>
    this.isSearching() ? { q: this.asked.value() ?? '', pageSize: 10 } : null,
  );
  private readonly answer = lastAnswer(this.search);
  private readonly current = this.speakers.one(() => this.value() || null);

  protected readonly found = computed(() => this.answer()?.items ?? []);
  protected readonly shown = computed(() => {
    const typed = this.typed();
    if (typed !== null) return typed;
    return this.value() && this.current.hasValue() ? fullName(this.current.value()) : '';
  });
  protected readonly fullName = fullName;

  protected type(text: string): void {
    this.typed.set(text);
  }

  protected pick(event: MatAutocompleteSelectedEvent): void {
    const speaker = event.option.value as Speaker;
    this.typed.set(null);
    this.value.set(speaker.id);
    this.picked.emit(speaker);
  }

  protected unname(): void {
    this.typed.set(null);
    this.value.set('');
  }
}
