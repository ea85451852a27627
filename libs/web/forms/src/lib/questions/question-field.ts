import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import type { AnswerValue } from '@reihe/shared-contracts';
import { ANSWER_LIMITS, type PublicQuestion } from '@reihe/shared-registration';
import { Formats, LANGUAGE } from '@reihe/web-platform';
import { Field, FieldControl } from '../fields/field';
import { AnswerControl, AnswerMark } from './answer-control';
import { boundsWords } from './question-words';

export interface CountryName {
  code: string;
  name: string;
}

/** One question with the control of its kind, named so that a plain post carries its answer. */
@Component({
  selector: 'reihe-question-field',
  imports: [AnswerControl, AnswerMark, Field, FieldControl, NgTemplateOutlet],
  templateUrl: './question-field.html',
  styleUrl: './question-field.css',
  host: { '[attr.lang]': 'foreign()' },
})
export class QuestionField {
  readonly question = input.required<PublicQuestion>();
  /** undefined: not answered yet. */
  readonly answer = input<AnswerValue | undefined>();
  /** Empty while nothing is wrong. */
  readonly error = input('');
  /** Said before the question's own hint. */
  readonly note = input('');
  readonly countries = input<readonly CountryName[]>([]);
  readonly answered = output<AnswerValue>();

  private readonly formats = inject(Formats);
  private readonly language = inject(LANGUAGE);
  protected readonly limits = ANSWER_LIMITS;

  /** Of its control; what an error in a summary leads to. Also the name under which the answer is sent. */
  protected readonly name = computed(() => `answers.${this.question().id}`);
  protected readonly text = computed(() => {
    const answer = this.answer();
    return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  });
  protected readonly chosen = computed(() => [this.answer() ?? []].flat().map(String));
  protected readonly hint = computed(() => {
    const question = this.question();
    const bounds = question.kind === 'number' ? boundsWords(question, this.formats) : '';
    return [this.note(), question.hint, bounds].filter(Boolean).join(' ');
  });
  protected readonly describedBy = computed(() => {
    const ids = [this.error() && `${this.name()}-error`, this.hint() && `${this.name()}-hint`];
    return ids.filter(Boolean).join(' ') || null;
  });
  protected readonly foreign = computed(() => {
    const { language } = this.question();
    return language === this.language ? null : language;
  });

  protected choose(id: string, isChosen: boolean): void {
    const others = this.chosen().filter((one) => one !== id);
    this.answered.emit(isChosen ? [...others, id] : others);
  }
}
