import { Component, computed, inject, input, output } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import {
  countryOptions,
  FieldRow,
  inLanguage,
  LanguageColumn,
  TermChoice,
  WritingLanguages,
} from '@reihe/admin-ui';
import { LANGUAGES, type Language } from '@reihe/shared-contracts';
import { hasOptions } from '@reihe/shared-form-policies';
import { QUESTION_KINDS, type QuestionOption, type QuestionText } from '@reihe/shared-registration';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { errorWords } from '@reihe/web-forms';
import { kindWords } from './question-words';
import { emptyOption, isQuestionIn, type QuestionItem } from './questions-form';

/** A question that others may hang on. */
export interface EarlierQuestion {
  id: string;
  kind: QuestionItem['kind'];
  label: string;
  options: readonly QuestionOption[];
}

/** One question: closed it says what it is, open it is edited. Stays in the page while it is closed, so that its errors are found. */
@Component({
  selector: 'reihe-question-card',
  imports: [FieldRow, FormField, LanguageColumn, TermChoice],
  templateUrl: './question-card.html',
  styleUrl: './question-card.css',
})
export class QuestionCard {
  readonly item = input.required<FieldTree<QuestionItem>>();
  readonly index = input.required<number>();
  readonly isLast = input(false);
  readonly isOpen = input(false);
  readonly isReadOnly = input(false);
  /** Given so far. */
  readonly answers = input(0);
  readonly earlier = input.required<readonly EarlierQuestion[]>();
  readonly toggled = output();
  readonly moved = output<-1 | 1>();
  readonly removed = output();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  private readonly countries = countryOptions().map(({ code, name }) => ({ id: code, name }));

  protected readonly writing = inject(WritingLanguages);
  protected readonly isWritten = (language: Language) => isQuestionIn(this.item()().value(), language);
  protected readonly kinds = QUESTION_KINDS;
  protected readonly kind = kindWords;
  protected readonly hasOptions = hasOptions;
  protected readonly kindFixed = $localize`:@@registration-setup.question.kind-fixed:Stays as it is: somebody answered already.`;

  protected readonly title = computed(() => titleOf(this.item()().value().texts, this.language));
  /** What the answer on which it hangs can be; empty where there is nothing to choose. */
  protected readonly values = computed(() => {
    const { hangsOn } = this.item()().value();
    const named = this.earlier().find(({ id }) => id === hangsOn);
    if (!named || named.kind === 'consent') return [];
    if (named.kind === 'country') return this.countries;
    return named.options
      .filter(({ isArchived }) => !isArchived)
      .map(({ id, labels }) => ({ id, name: inLanguage(labels, this.language) ?? '…' }));
  });
  protected readonly optionsError = computed(() => shownError(this.item().options));
  protected readonly conditionError = computed(() => shownError(this.item().isOneOf));

  protected optionIn(at: number, language: Language): string {
    const name = this.formats.languageName(language);
    return $localize`:@@registration-setup.option.label:Option ${at + 1}:number: (${name}:language:)`;
  }

  protected optionName(at: number): string {
    const labels = this.item()().value().options[at]?.labels;
    const written = [this.language, ...LANGUAGES].map((one) => labels?.[one]).find(Boolean);
    return written ?? String(at + 1);
  }

  protected dependsWords({ kind, label }: EarlierQuestion): string {
    return kind === 'consent'
      ? $localize`:@@registration-setup.question.if-agreed:Only if agreed to: ${label}:question:`
      : $localize`:@@registration-setup.question.if-answer:Only after certain answers to: ${label}:question:`;
  }

  protected addOption(): void {
    this.item()
      .options()
      .value.update((options) => [...options, emptyOption()]);
  }

  protected removeOption(at: number): void {
    this.item()
      .options()
      .value.update((options) => options.filter((_, index) => index !== at));
  }

  protected archiveOption(at: number, isArchived: boolean): void {
    this.item()
      .options()
      .value.update((options) =>
        options.map((option, index) => (index === at ? { ...option, isArchived } : option)),
      );
  }

  /** A choice begins with two options to be written. */
  protected fitToKind(): void {
    queueMicrotask(() => {
      const { value } = this.item()();
      const isEmpty = hasOptions(value()) && value().options.length === 0;
      if (isEmpty) value.update((item) => ({ ...item, options: [emptyOption(), emptyOption()] }));
    });
  }

  /** What was wanted of another question means nothing of this one. */
  protected fitToCondition(): void {
    queueMicrotask(() => {
      const { value } = this.item()();
      const named = this.earlier().find(({ id }) => id === value().hangsOn);
      value.update((item) => ({ ...item, isOneOf: named?.kind === 'consent' ? ['true'] : [] }));
    });
  }
}

export function titleOf(
  texts: Readonly<Partial<Record<Language, QuestionText>>>,
  language: Language,
): string {
  const written = [language, ...LANGUAGES].map((one) => texts[one]?.label.trim()).find(Boolean);
  return written ?? $localize`:@@registration-setup.question.untitled:New question`;
}

function shownError(field: FieldTree<unknown>): string {
  const state = field();
  return state.touched() ? errorWords(state.errors()) : '';
}
