import { Component, computed, input, type Resource } from '@angular/core';
import { failureOf } from '@reihe/web-platform';
import { staffFailureWords } from '@reihe/web-forms';

/**
 * Around what a read gives: says that it loads, or what went wrong with a way to try again; else shows the content. The same
 * question asked again (because a colleague changed something) does not dim what is read.
 */
@Component({
  selector: 'reihe-answer-states',
  template: `
    @if (failure(); as words) {
      <div class="failure" role="alert">
        <p>{{ words }}</p>
        <button type="button" class="button quiet" (click)="again()" i18n="@@admin.answer.again">
          Try again
        </button>
      </div>
    } @else if (isFirst()) {
      <p class="loading" role="status" i18n="@@admin.answer.loading">Loading …</p>
    }
    @if (hasAnswer()) {
      <div [attr.aria-busy]="answer().status() === 'loading' || null"><ng-content /></div>
    }
  `,
  styles: `
    .failure {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-s);
      align-items: center;
      margin-block-end: var(--space-s);
      padding: var(--space-xs) var(--space-s);
      border-inline-start: 3px solid var(--coral);
      background: var(--surface);
    }
    p {
      margin: 0;
    }
    .loading {
      padding-block: var(--space-m);
      color: var(--ink-soft);
    }
    [aria-busy] {
      opacity: 0.6;
    }
  `,
})
export class AnswerStates {
  readonly answer = input.required<Resource<unknown> & { reload(): boolean }>();
  /** True when there is something to show, also an older answer. */
  readonly hasAnswer = input.required<boolean>();

  protected readonly failure = computed(() => {
    const error = this.answer().error();
    return error ? staffFailureWords(failureOf(error)) : null;
  });
  protected readonly isFirst = computed(() => !this.hasAnswer() && this.answer().isLoading());

  protected again(): void {
    this.answer().reload();
  }
}
