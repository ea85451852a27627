import { afterNextRender, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AnswerValue } from '@reihe/shared-contracts';
import { askedQuestions, type Answers } from '@reihe/shared-form-policies';
import type { PublicQuestion } from '@reihe/shared-registration';
import { Formats } from '@reihe/web-platform';
import { QuestionField, type CountryName } from './question-field';
import { conditionWords } from './question-words';

export type { CountryName } from './question-field';

/**
 * The organiser's questions in their order. With scripts only what is asked is there; without, all of them, each saying when it
 * applies: the server leaves aside what was answered needlessly. `answers` are kept by whoever shows them, so that a question that
 * disappears and comes back still has its answer.
 */
@Component({
  selector: 'reihe-question-fields',
  imports: [QuestionField],
  template: `
    @for (question of shown(); track question.id) {
      <reihe-question-field
        [question]="question"
        [answer]="answers().get(question.id)"
        [error]="errors()[question.id] ?? ''"
        [note]="noteOf(question)"
        [countries]="countries()"
        (answered)="answered.emit({ questionId: question.id, value: $event })"
      />
    }
  `,
})
export class QuestionFields {
  readonly questions = input.required<readonly PublicQuestion[]>();
  readonly answers = input.required<Answers>();
  /** Words by the question's id. */
  readonly errors = input<Readonly<Record<string, string>>>({});
  /** Said before a question's hint, by its id. */
  readonly notes = input<Readonly<Record<string, string>>>({});
  readonly countries = input.required<readonly CountryName[]>();
  readonly answered = output<{ questionId: string; value: AnswerValue }>();

  private readonly formats = inject(Formats);
  private readonly hasScripts = signal(false);

  protected readonly shown = computed(() =>
    this.hasScripts() ? askedQuestions(this.questions(), this.answers()) : this.questions(),
  );

  constructor() {
    // Not before: what the browser takes over must be what the server wrote.
    afterNextRender(() => {
      this.hasScripts.set(true);
    });
  }

  protected noteOf(question: PublicQuestion): string {
    const named = this.questions().find(({ id }) => id === question.condition?.questionId);
    const condition = this.hasScripts() ? '' : conditionWords(question, named, this.formats);
    return [this.notes()[question.id] ?? '', condition].filter(Boolean).join(' ');
  }
}
