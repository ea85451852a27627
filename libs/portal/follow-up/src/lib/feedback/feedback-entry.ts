import { Component, computed, inject, input, linkedSignal, signal, type OnInit } from '@angular/core';
import { countries } from '@reihe/portal-by-link';
import type { AnswerValue, FieldProblem, GivenAnswer } from '@reihe/shared-contracts';
import {
  RATINGS,
  type GiveFeedback,
  type OwnFeedback,
  type PublicQuestion,
} from '@reihe/shared-registration';
import { failureOf, Formats, LANGUAGE, type Failure, type SubmittedForm } from '@reihe/web-platform';
import {
  answerErrorWords,
  ErrorSummary,
  Field,
  FieldControl,
  fieldErrorWords,
  participantFailureWords,
  QuestionFields,
} from '@reihe/web-forms';

const ANSWER = 'answers.';

/**
 * What somebody thought of a session. Rating and comment hold what is typed and nothing writes to them: what was typed before the
 * scripts came, or before an error, is still there.
 */
@Component({
  selector: 'reihe-feedback-entry',
  imports: [ErrorSummary, Field, FieldControl, QuestionFields],
  templateUrl: './feedback-entry.html',
  styleUrl: './feedback-entry.css',
})
export class FeedbackEntry implements OnInit {
  readonly action = input.required<string>();
  readonly questions = input.required<readonly PublicQuestion[]>();
  /** As it is stored; null: nothing yet. */
  readonly own = input<OwnFeedback | null>(null);
  /** The form as it came back from the server; null where it did not. */
  readonly submitted = input<SubmittedForm | null>(null);
  /** False: it is, or never can be. */
  readonly canBeAnonymous = input(false);
  /** Rejects with the answer of the API. */
  readonly send = input.required<(feedback: GiveFeedback) => Promise<void>>();

  private readonly language = inject(LANGUAGE);
  protected readonly countries = countries(inject(Formats), this.language);
  protected readonly isSending = signal(false);
  protected readonly notice = signal('');
  private readonly problems = signal<readonly FieldProblem[]>([]);
  /** What is asked hangs on what was answered; the controls themselves are the questions'. */
  protected readonly answers = linkedSignal<ReadonlyMap<string, AnswerValue>>(() => this.firstAnswers());

  protected readonly heading = $localize`:@@after.feedback.not-stored:Your feedback is not stored yet`;
  protected readonly commentLabel = $localize`:@@after.feedback.comment:What would you like to tell the organisers?`;
  protected readonly ratings = [...RATINGS].reverse().map((value) => ({
    value: String(value),
    words: ratingWords(value),
  }));
  protected readonly rating = computed(() => this.came('rating') ?? String(this.own()?.rating ?? ''));
  protected readonly comment = computed(() => this.came('comment') ?? this.own()?.comment ?? '');
  protected readonly wasAnonymous = computed(() => this.came('isAnonymous') === 'on');
  protected readonly ratingError = computed(() => {
    const problem = this.problems().find(({ path }) => path === 'rating');
    if (!problem) return '';
    return problem.code === 'required'
      ? $localize`:@@after.feedback.empty:Please rate the session, answer a question or write a comment.`
      : fieldErrorWords(problem.code, problem.limit);
  });
  protected readonly commentError = computed(() => {
    const problem = this.problems().find(({ path }) => path === 'comment');
    return problem ? fieldErrorWords(problem.code, problem.limit) : '';
  });
  protected readonly errors = computed(() =>
    Object.fromEntries(
      this.questions().flatMap(({ id, kind }) => {
        const problem = this.problems().find(({ path }) => path === ANSWER + id);
        return problem ? [[id, answerErrorWords(kind, problem.code, problem.limit)]] : [];
      }),
    ),
  );
  protected readonly summary = computed(() => [
    ...(this.ratingError() ? [{ controlId: 'feedback-rating', words: this.ratingError() }] : []),
    ...this.questions().flatMap(({ id, label }) => {
      const words = this.errors()[id];
      return words ? [{ controlId: ANSWER + id, words: `${label}: ${words}` }] : [];
    }),
    ...(this.commentError() ? [{ controlId: 'feedback-comment', words: this.commentError() }] : []),
  ]);

  ngOnInit(): void {
    const submitted = this.submitted();
    if (submitted) this.tell({ kind: 'problem', problem: submitted.problem });
  }

  protected take({ questionId, value }: { questionId: string; value: AnswerValue }): void {
    this.answers.update((answers) => new Map(answers).set(questionId, value));
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.isSending.set(true);
    this.problems.set([]);
    this.notice.set('');
    try {
      await this.send()(this.typed(new FormData(event.target as HTMLFormElement)));
    } catch (error) {
      this.tell(failureOf(error));
    } finally {
      this.isSending.set(false);
    }
  }

  private typed(data: FormData): GiveFeedback {
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const names = [...new Set(data.keys())].filter((name) => name.startsWith(ANSWER));
    return {
      rating: text('rating') === '' ? null : Number(text('rating')),
      comment: text('comment'),
      answers: names.map((name): GivenAnswer => {
        const values = data.getAll(name).map(String);
        return {
          questionId: name.slice(ANSWER.length),
          value: values.length === 1 ? (values[0] ?? '') : values,
        };
      }),
      isAnonymous: text('isAnonymous') === 'on',
      language: this.language,
    };
  }

  private tell(failure: Failure): void {
    const fields = failure.kind === 'problem' ? (failure.problem.fields ?? []) : [];
    this.problems.set(fields);
    this.notice.set(fields.length === 0 ? participantFailureWords(failure) : '');
  }

  private firstAnswers(): ReadonlyMap<string, AnswerValue> {
    const values = this.submitted()?.values;
    if (!values)
      return new Map((this.own()?.answers ?? []).map(({ questionId, value }) => [questionId, value]));
    return new Map(
      Object.entries(values).flatMap(([name, value]) =>
        name.startsWith(ANSWER) ? [[name.slice(ANSWER.length), value] as const] : [],
      ),
    );
  }

  /** What came back from the server with the form; undefined where no form did. */
  private came(name: string): string | undefined {
    const values = this.submitted()?.values;
    return values && ([values[name] ?? ''].flat()[0] ?? '');
  }
}

function ratingWords(rating: (typeof RATINGS)[number]): string {
  switch (rating) {
    case 1:
      return $localize`:@@after.rating.1:Poor`;
    case 2:
      return $localize`:@@after.rating.2:Fair`;
    case 3:
      return $localize`:@@after.rating.3:Good`;
    case 4:
      return $localize`:@@after.rating.4:Very good`;
    case 5:
      return $localize`:@@after.rating.5:Excellent`;
  }
}
