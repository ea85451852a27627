import { Component, computed, inject, input, signal } from '@angular/core';
import { countryOptions } from '@reihe/admin-ui';
import { LANGUAGES, type AnswerValue, type Language } from '@reihe/shared-contracts';
import type { Answers } from '@reihe/shared-form-policies';
import type { PublicQuestion } from '@reihe/shared-registration';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { QuestionFields } from '@reihe/web-forms';
import type { QuestionItem } from './questions-form';

/** The questions as participants see them, by the same component; what one answers here shows what hangs on it, and is kept nowhere. */
@Component({
  selector: 'reihe-question-preview',
  imports: [QuestionFields],
  template: `
    <header>
      <h2 i18n="@@registration-setup.preview.heading">As participants see it</h2>
      <div
        role="group"
        i18n-aria-label="@@registration-setup.preview.language"
        aria-label="Language of the preview"
      >
        @for (one of languages; track one) {
          <button
            type="button"
            class="button quiet"
            [attr.aria-pressed]="one === language()"
            (click)="language.set(one)"
          >
            {{ nameOf(one) }}
          </button>
        }
      </div>
    </header>
    <div class="paper">
      @if (questions().length > 0) {
        <reihe-question-fields
          [questions]="shown()"
          [answers]="answers()"
          [countries]="countries"
          (answered)="answer($event)"
        />
      } @else {
        <p i18n="@@registration-setup.preview.none">Nothing is asked here yet.</p>
      }
    </div>
  `,
  styles: `
    header {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2xs) var(--space-s);
      align-items: center;
      justify-content: space-between;
      margin-block-end: var(--space-xs);
    }
    h2 {
      margin: 0;
    }
    .button[aria-pressed='true'] {
      border-color: var(--harbour);
      background: var(--harbour);
      color: var(--paper);
    }
    .paper {
      padding: var(--space-s);
      border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
      background: var(--surface);
    }
    .paper p {
      margin: 0;
      color: var(--ink-soft);
    }
  `,
})
export class QuestionPreview {
  readonly questions = input.required<readonly QuestionItem[]>();

  private readonly formats = inject(Formats);
  protected readonly languages = LANGUAGES;
  protected readonly language = signal<Language>(inject(LANGUAGE));
  protected readonly countries = countryOptions();
  protected readonly answers = signal<Answers>(new Map());
  protected readonly shown = computed(() =>
    this.questions().map((question) => asPublic(question, this.language())),
  );

  protected nameOf(language: Language): string {
    return this.formats.languageName(language);
  }

  protected answer({ questionId, value }: { questionId: string; value: AnswerValue }): void {
    this.answers.update((before) => new Map(before).set(questionId, value));
  }
}

/** In the language, or the next in which something is written. */
function asPublic(item: QuestionItem, language: Language): PublicQuestion {
  const order = [language, ...LANGUAGES];
  const asked = order.find((one) => item.texts[one].label.trim() !== '') ?? language;
  return {
    id: item.id,
    kind: item.kind,
    isRequired: item.isRequired,
    label: item.texts[asked].label || '…',
    hint: item.texts[asked].hint,
    language: asked,
    options: item.options
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, labels }) => ({
        id,
        label: [asked, ...order].map((one) => labels[one]).find((label) => label.trim() !== '') ?? '…',
      })),
    condition: item.hangsOn ? { questionId: item.hangsOn, isOneOf: item.isOneOf } : null,
    min: item.min,
    max: item.max,
    sessionSlugs: [],
  };
}
