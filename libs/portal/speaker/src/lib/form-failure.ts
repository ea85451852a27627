import { signal } from '@angular/core';
import type { FieldProblem } from '@reihe/shared-contracts';
import { type Failure } from '@reihe/web-platform';
import { fieldErrorWords, participantFailureWords, type SummaryError } from '@reihe/web-forms';

/**
 * Why a form was refused: beside its fields and in the summary above it. What is typed stays in the controls themselves, which
 * nothing writes to.
 */
export class FormFailure {
  readonly summary = signal<readonly SummaryError[]>([]);
  readonly notice = signal('');
  private readonly problems = signal<readonly FieldProblem[]>([]);

  /**
   * @param idOf the control of a field's path; null: the form has none
   * @param labelOf what the control is called
   */
  constructor(
    private readonly idOf: (path: string) => string | null,
    private readonly labelOf: (path: string) => string,
  ) {}

  /** Empty while nothing is wrong with it. */
  wordsFor(path: string): string {
    const found = this.problems().find((problem) => problem.path === path);
    return found ? fieldErrorWords(found.code, found.limit) : '';
  }

  tell(failure: Failure): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    const known = fields.filter(({ path }) => this.idOf(path) !== null);
    this.problems.set(known);
    this.summary.set(
      known.map(({ path, code, limit }) => ({
        controlId: this.idOf(path) ?? '',
        words: `${this.labelOf(path)}: ${fieldErrorWords(code, limit)}`,
      })),
    );
    this.notice.set(known.length === 0 ? participantFailureWords(failure) : '');
  }

  forget(): void {
    this.problems.set([]);
    this.summary.set([]);
    this.notice.set('');
  }
}
