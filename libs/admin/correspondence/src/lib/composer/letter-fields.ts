import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import type { Language } from '@reihe/shared-contracts';
import { placeholderFaults } from '@reihe/shared-form-policies';
import {
  MESSAGE_PLACEHOLDERS,
  messageTextRules,
  type MessagePlaceholder,
  type MessageText,
} from '@reihe/shared-registration';
import { Formats } from '@reihe/web-platform';
import { placeholderWords } from '../message-words';

/** Subject and text of one language. Placeholders are put in where one writes, and judged while one types. */
@Component({
  selector: 'reihe-letter-fields',
  template: `
    <div class="row">
      <label [attr.for]="id() + '-subject'" i18n="@@correspondence.text.subject">Subject</label>
      <input
        #subject
        class="control"
        [id]="id() + '-subject'"
        [attr.lang]="language()"
        [maxLength]="rules.subject.maxLength"
        [value]="text().subject"
        [attr.aria-invalid]="faults().length > 0 ? 'true' : null"
        [attr.aria-describedby]="id() + '-faults'"
        (focus)="last = subject"
        (input)="say()"
      />
    </div>
    <div class="row">
      <label [attr.for]="id() + '-body'" i18n="@@correspondence.text.body">Text</label>
      <textarea
        #body
        class="control"
        rows="12"
        [id]="id() + '-body'"
        [attr.lang]="language()"
        [maxLength]="rules.body.maxLength"
        [value]="text().body"
        [attr.aria-invalid]="faults().length > 0 ? 'true' : null"
        [attr.aria-describedby]="id() + '-faults'"
        (focus)="last = body"
        (input)="say()"
      ></textarea>
    </div>
    <p class="missing" role="status" [id]="id() + '-faults'">
      @if (faults().length > 0) {
        <ng-container i18n="@@correspondence.text.faults"
          >No placeholder is called so: {{ faults().join(', ') }}</ng-container
        >
      }
    </p>
    <div class="placeholders" role="group" [attr.aria-label]="groupLabel()">
      <span aria-hidden="true" i18n="@@correspondence.text.insert">Insert:</span>
      @for (one of placeholders; track one) {
        <button type="button" class="link" (click)="insert(one)">{{ words(one) }}</button>
      }
    </div>
  `,
  styles: `
    :host,
    .row {
      display: grid;
      gap: var(--space-3xs);
    }
    :host {
      gap: var(--space-xs);
    }
    label {
      font-weight: 600;
    }
    p {
      margin: 0;
    }
    p:empty {
      display: none;
    }
    .placeholders {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-s);
      font-size: var(--step--1);
    }
    .placeholders .link {
      margin: 0;
    }
  `,
})
export class LetterFields {
  readonly language = input.required<Language>();
  readonly text = input.required<MessageText>();
  readonly textChange = output<MessageText>();

  private readonly formats = inject(Formats);
  private readonly subject = viewChild.required<ElementRef<HTMLInputElement>>('subject');
  private readonly body = viewChild.required<ElementRef<HTMLTextAreaElement>>('body');
  /** Where one wrote last. */
  protected last: HTMLInputElement | HTMLTextAreaElement | null = null;

  protected readonly id = computed(() => `letter-${this.language()}`);
  protected readonly rules = messageTextRules;
  protected readonly placeholders = MESSAGE_PLACEHOLDERS;
  protected readonly words = placeholderWords;
  protected readonly faults = computed(() => [
    ...new Set([...placeholderFaults(this.text().subject), ...placeholderFaults(this.text().body)]),
  ]);
  protected readonly groupLabel = computed(() => {
    const name = this.formats.languageName(this.language());
    return $localize`:@@correspondence.text.insert-group:Insert into the text in ${name}:language:`;
  });

  protected say(): void {
    this.textChange.emit({
      subject: this.subject().nativeElement.value,
      body: this.body().nativeElement.value,
    });
  }

  /** At the caret of the field one wrote in last; that field goes on having the focus. */
  protected insert(placeholder: MessagePlaceholder): void {
    const field = this.last ?? this.body().nativeElement;
    const { selectionStart, selectionEnd, value } = field;
    field.setRangeText(
      `{{${placeholder}}}`,
      selectionStart ?? value.length,
      selectionEnd ?? value.length,
      'end',
    );
    field.focus();
    this.say();
  }
}
